using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>
/// The files that articles were read from, as they go along with a casebook: each as it was brought, and a list of them. One is in memory
/// at a time.
/// </summary>
public sealed class OriginalFiles(IDbContextFactory<SummitDb> databases)
{
    /// <summary>Where they lie in a casebook folder, and their list: a JSON object a line.</summary>
    public const string Folder = "originals";
    public const string ListName = "originals.jsonl";

    // No file that is imported is larger, nor what is read from it.
    private const int MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by this program and by people, never by a browser
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All of them, named by their sources, and the list; they can be read while this is gone through.</summary>
    public IEnumerable<CaseFile> Of(Casebook casebook)
    {
        using var db = databases.CreateDbContext();
        using var moment = db.BeginReading();
        var slugs = casebook.Sources.ToLookup(s => s.Article.Sha256, s => s.Slug);
        var taken = new HashSet<string>();
        var listed = new List<(string File, string Text, string Sha256)>();
        foreach (
            var known in db
                .Originals.OrderBy(o => o.At)
                .ThenBy(o => o.Sha256)
                .Select(o => new
                {
                    o.TextSha256,
                    o.Sha256,
                    o.Name,
                })
                .ToList()
        )
        {
            var file = Free(slugs[known.TextSha256].FirstOrDefault() ?? known.Sha256[..12], EndingOf(known.Name), taken);
            listed.Add((file, known.TextSha256, known.Sha256));
            yield return new(file, stream => stream.Write(Row(known.TextSha256, known.Sha256).Bytes));
        }
        if (listed.Count > 0)
            yield return new(ListName, WriteList);

        OriginalRow Row(string text, string sha256) => db.Originals.AsNoTracking().Single(o => o.TextSha256 == text && o.Sha256 == sha256);

        void WriteList(Stream stream)
        {
            foreach (var (file, text, sha256) in listed)
            {
                var row = Row(text, sha256);
                var at = DateTime.SpecifyKind(row.At, DateTimeKind.Utc);
                JsonSerializer.Serialize(stream, new Line(file, row.Name, sha256, text, row.By, at, row.Reading), Json);
                stream.WriteByte((byte)'\n');
            }
        }
    }

    /// <summary>What is wrong with those of a folder; null where nothing is, or none are there.</summary>
    public static Problem? Problem(string folder)
    {
        var number = 0;
        foreach (var text in Lines(folder))
        {
            number++;
            if (Read(text) is not { } line)
                return Wrong("it is not understood");
            var path = PathOf(folder, line);
            if (!File.Exists(path))
                return Wrong($"the file {line.File} is missing");
            using var file = File.OpenRead(path);
            if (file.Length > MaxBytes || Convert.ToHexStringLower(SHA256.HashData(file)) != line.Sha256)
                return Wrong($"{line.File} is not the file that was exported");
        }
        return null;

        Problem Wrong(string what) => new(ListName, number, $"{what}. Export it again, or take {ListName} away.");
    }

    /// <summary>Takes those of a folder, in which nothing is wrong, into a database.</summary>
    internal static void Take(SummitDb db, string folder)
    {
        foreach (var line in Lines(folder).Select(Read).OfType<Line>())
            Add(
                db,
                new()
                {
                    TextSha256 = line.Text,
                    Sha256 = line.Sha256,
                    Name = line.Name,
                    Bytes = File.ReadAllBytes(PathOf(folder, line)),
                    Reading = line.Reading,
                    By = line.By,
                    At = line.At.ToUniversalTime(),
                }
            );
    }

    /// <summary>Copies those of some texts from one database to another.</summary>
    internal static void Copy(SummitDb from, SummitDb to, IReadOnlySet<string> texts)
    {
        foreach (var key in from.Originals.Select(o => new { o.TextSha256, o.Sha256 }).ToList().Where(k => texts.Contains(k.TextSha256)))
            Add(to, from.Originals.AsNoTracking().Single(o => o.TextSha256 == key.TextSha256 && o.Sha256 == key.Sha256));
    }

    /// <summary>Whether a folder brings any.</summary>
    internal static bool AreIn(string folder) => File.Exists(Path.Combine(folder, ListName));

    private static void Add(SummitDb db, OriginalRow row)
    {
        db.Originals.Add(row);
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    private static IEnumerable<string> Lines(string folder) =>
        AreIn(folder) ? File.ReadLines(Path.Combine(folder, ListName)).Where(l => l.Length > 0) : [];

    private static Line? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Whatever the list says, it lies in the folder of originals.
    private static string PathOf(string folder, Line line) => Path.Combine(folder, Folder, Path.GetFileName(line.File));

    private static string Free(string name, string ending, HashSet<string> taken)
    {
        for (var n = 1; ; n++)
            if ($"{Folder}/{name}{(n == 1 ? "" : $"-{n}")}{ending}" is var path && taken.Add(path))
                return path;
    }

    private static string EndingOf(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is { Length: > 1 and <= 8 } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? ending
            : "";

    /// <param name="Text">The hash of the text that was read from it.</param>
    /// <param name="Reading">What was read, and by which reader, as JSON.</param>
    private sealed record Line(string File, string Name, string Sha256, string Text, string By, DateTime At, string Reading);
}
