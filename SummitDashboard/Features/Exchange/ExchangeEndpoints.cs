using System.Globalization;
using System.IO.Compression;
using SummitDashboard.Data.Exchange;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Exchange;

/// <summary>The casebook as a download: what <c>export</c> writes, in one file. Whoever may read may have it; it holds no article's text.</summary>
public static class ExchangeEndpoints
{
    private static readonly SemaphoreSlim One = new(1);

    public static void MapExchange(this IEndpointRouteBuilder routes) => routes.MapGet(Urls.CasebookZip, Zip);

    // Made in a file, one at a time, and sent from there: neither a large history nor many who ask should fill the memory.
    private static async Task<IResult> Zip(CasebookExport export, CancellationToken cancelled)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await One.WaitAsync(cancelled);
            try
            {
                var revision = await Task.Run(() => Write(export, file), cancelled);
                file.Position = 0;
                return Results.File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"casebook-r{revision}.zip"));
            }
            finally
            {
                One.Release();
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static long Write(CasebookExport export, Stream stream) => export.Read(history: true, (casebook, files) =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            using var entry = zip.CreateEntry(file.Path).Open();
            file.WriteTo(entry);
        }
        return casebook.Revision;
    });
}
