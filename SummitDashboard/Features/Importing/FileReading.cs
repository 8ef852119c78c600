using System.Globalization;
using System.Text.Json;
using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Library;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// Reads the files that wait, one after another and on a thread of its own, so that whoever edits meanwhile does not feel it. A file that
/// cannot be read says why, and the others go on.
/// </summary>
public sealed class FileReading : HostedRounds, IHoldsCasebook
{
    /// <summary>What it is called where it is held up.</summary>
    public const string About = "the reading of files";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(0.5);

    private readonly Imports imports;
    private readonly ImportOptions options;
    private volatile Reading? current;

    public FileReading(Imports imports, ImportOptions options, TimeProvider clock, Troubles troubles, ILogger<FileReading> logger)
        : base(About, Every, clock, troubles, logger)
    {
        (this.imports, this.options) = (imports, options);
        imports.TakenOut += Stop;
    }

    /// <summary>Whether a file is being read.</summary>
    public bool IsBusy => current is not null;

    /// <summary>What was read from a file; null where it was not, or by an older version of the program.</summary>
    public static ArticleReading? Of(ImportRow row) => Of<ArticleReading>(row);

    /// <summary>The table that was read from a file; null where it is none.</summary>
    public static TableReading? TableOf(ImportRow row) => Of<TableReading>(row);

    // What one of them must have the other has not.
    private static T? Of<T>(ImportRow row)
        where T : class
    {
        try
        {
            return row.Reading is { } json ? JsonSerializer.Deserialize<T>(json, Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        imports.TakenOut -= Stop;
        await base.DisposeAsync();
    }

    private void Stop(string id)
    {
        if (current is { } reading && reading.Id == id)
            reading.Stop();
    }

    protected override async Task Round(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested && await imports.Next() is { } row)
        {
            using var reading = current = new Reading(row.Id, TimeSpan.FromSeconds(options.Seconds), ending);
            try
            {
                await Task
                    .Factory.StartNew(
                        () => ReadOne(row, reading.Token),
                        reading.Token,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap()
                    .WaitAsync(reading.Token); // who does not hear of it is left to himself
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                await imports.PutBack(row.Id);
                return;
            }
            catch (OperationCanceledException)
            {
                await imports.Failed(
                    row.Id,
                    $"It took longer than {options.Seconds} seconds to read. Bring its text in another format, or in parts."
                );
            }
            catch (UnreadableException e)
            {
                await imports.Failed(row.Id, e.Message);
            }
            finally
            {
                current = null;
            }
        }
    }

    private async Task ReadOne(ImportRow row, CancellationToken stop)
    {
        var format = FileFormats.Of(row.Name, row.Bytes);
        if (ArticleFile.Guarded(format, () => PartsOf(row, format)) is { } parts)
        {
            await imports.Unpacked(row, parts);
            return;
        }
        if (ArticleFile.Guarded(format, () => TableFile.Read(format, row.Bytes, options.Rows)) is { } table)
        {
            stop.ThrowIfCancellationRequested();
            await imports.Read(row.Id, JsonSerializer.Serialize(table, Json), SizeOf(table));
            return;
        }
        var read = ArticleFile.Read(row.Name, row.Bytes, row.Whole, stop);
        stop.ThrowIfCancellationRequested();
        var isReference = FileFormats.IsOfReferences(format);
        if (!isReference && TextLibrary.Problem(read.Text) is { } problem)
            throw new UnreadableException(problem);
        var words = read.Paragraphs.Sum(p => Words.Count(p.Text));
        await imports.Read(
            row.Id,
            JsonSerializer.Serialize(read, Json),
            isReference
                ? $"{read.Format}, without a text"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{read.Format} · {Labels.Count(read.Paragraphs.Count, "paragraph")}, {words:N0} words"
                )
        );
    }

    private static string SizeOf(TableReading table) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Format} · {table.Sheets.Sum(s => s.Rows.Count):N0} {(table.IsOfReferences ? "works" : "rows")}"
        ) + (table.Sheets.Count > 1 ? $" on {Labels.Count(table.Sheets.Count, "sheet")}" : "");

    // Of a zip its files; null of what is one thing.
    private List<Arrived>? PartsOf(ImportRow row, FileFormat format)
    {
        if (format == FileFormat.Zip && !Imports.IsOfZip(row))
        {
            List<Arrived> files =
            [
                .. ZipFiles
                    .In(row.Bytes, options.FileBytes)
                    .Take(options.Files + 1)
                    .Select(f => new Arrived(f.Name, f.Bytes ?? [], f.Problem)),
            ];
            return files.Count > 0 ? files : throw new UnreadableException("This zip is empty.");
        }
        return null;
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it goes to the database, never into a page
    };

    // A file under way, which ends when its time is over, when it is taken out, or with the server.
    private sealed class Reading : IDisposable
    {
        private readonly CancellationTokenSource stop;

        public Reading(string id, TimeSpan most, CancellationToken ending)
        {
            (Id, stop) = (id, CancellationTokenSource.CreateLinkedTokenSource(ending));
            stop.CancelAfter(most);
        }

        public string Id { get; }
        public CancellationToken Token => stop.Token;

        public void Stop()
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended by itself.
            }
        }

        public void Dispose() => stop.Dispose();
    }
}
