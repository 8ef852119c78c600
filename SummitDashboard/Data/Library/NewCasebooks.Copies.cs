using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Library;

/// <summary>Copies of casebooks, each called otherwise than what it was copied from, and saying from where it came.</summary>
public sealed partial class NewCasebooks
{
    private readonly Lock naming = new();

    // Titles of copies that are being made.
    private readonly HashSet<string> underWay = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a copy is called where nobody says otherwise: the first of “… (copy)”, “… (copy 2)” that is free.</summary>
    public string TitleOfCopy(string title)
    {
        lock (naming)
        {
            var stem = CopyPattern().Replace(title, "");
            for (var n = 1; ; n++)
                if (Shortened(stem, n == 1 ? " (copy)" : $" (copy {n})", MaxTitle) is var called && !IsTaken(called))
                    return called;
        }
    }

    // Asked for and kept in one, so that of two copies made at once each gets its own; “… (copy)” that is taken is numbered.
    private string Named(string? title, string original)
    {
        lock (naming)
        {
            var called =
                string.IsNullOrWhiteSpace(title) ? TitleOfCopy(original)
                : title.Trim() is var own && CopyPattern().IsMatch(own) && IsTaken(own) ? TitleOfCopy(own)
                : own;
            underWay.Add(called);
            return called;
        }
    }

    private bool IsTaken(string title) =>
        underWay.Contains(title) || library.All.Any(c => c.Title.Equals(title, StringComparison.OrdinalIgnoreCase));

    /// <summary>A copy of a casebook beside it, with what is coded, or with its sources, events, people and claims alone.</summary>
    /// <param name="by">The account that asks, which has to own the server.</param>
    /// <param name="id">Of the casebook that is copied.</param>
    /// <param name="withCoding">False where how it was read is left out.</param>
    /// <param name="title">What it is called; null or "" is <see cref="TitleOfCopy"/>, and so is a “… (copy)” that is taken.</param>
    public async Task<Outcome> Duplicate(string? by, string id, bool withCoding, string? title = null)
    {
        if (library.Get(id) is not { Deleted: null } original)
            return No("There is no such casebook.");
        if (!string.IsNullOrWhiteSpace(title) && Unfit(title.Trim()) is { } why)
            return No(why);
        var called = Named(title, original.Title);
        try
        {
            return await Copied(by, original, withCoding, called);
        }
        finally
        {
            lock (naming)
                underWay.Remove(called);
        }
    }

    private Task<Outcome> Copied(string? by, CasebookRow original, bool withCoding, string called)
    {
        var place = library.PlaceOf(original);
        return library.Begin(
            by,
            called,
            row => row.Readers = original.Readers,
            (folder, author) =>
                Export(place)
                    .Read(history: false, (casebook, _) =>
                    {
                        var written = Write(folder, Copy(withCoding ? casebook : Uncoded(casebook), called));
                        CopyArticles(place, casebook, folder);
                        var from =
                            $"Copied from “{casebook.Head.Title}” at revision {casebook.Revision}"
                            + (withCoding ? "." : ", without its coding.");
                        var contents = Fit(Path.Combine(folder, ServerFolder.FilesName), "The copy");
                        InDatabase(folder, db => Load(db, contents, author, from));
                        return written;
                    })
        );
    }

    // As its first opening would, but saying whose it is and from where.
    private void Load(SummitDb db, CaseFolderContents contents, Author author, string reason)
    {
        FolderIntake.Take(db, contents, clock.GetUtcNow().UtcDateTime, ([], SetAsides.None), (author, "copied", reason));
        RequireHead(() => StoredCasebook.Read(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction()));
    }

    // Its page shows the headline, which is therefore told from the other’s too.
    private static Casebook Copy(Casebook casebook, string title)
    {
        var head = casebook.Head;
        var headline =
            head.Headline != head.Title && CopyPattern().Match(title) is { Success: true } copy
                ? Shortened(CopyPattern().Replace(head.Headline, ""), copy.Value, ItemText.Line)
                : title;
        return casebook.With(casebook.Revision, [new(head, head with { Title = title, Headline = headline })]);
    }

    // So that what is added fits, with a sign where something is left out.
    private static string Shortened(string stem, string copy, int longest)
    {
        var most = longest - copy.Length;
        return (stem.Length <= most ? stem : stem[..(char.IsHighSurrogate(stem[most - 2]) ? most - 2 : most - 1)].TrimEnd() + "…") + copy;
    }

    // Those of its folder and those that editors brought, by the hashes that its sources name.
    private void CopyArticles(DataOptions place, Casebook casebook, string folder)
    {
        using var db = Databases(place).CreateDbContext();
        if (db.Originals.Any())
            InDatabase(folder, to => OriginalFiles.Copy(db, to, casebook.Sources.Select(s => s.Article.Sha256).ToHashSet()));
        var supplied = db.Texts.AsNoTracking().ToDictionary(t => t.Sha256, t => t.Content);
        var lying = TextLibrary.ReadFolder(place.TextsFolder);
        var texts = Path.Combine(folder, "files", "texts");
        Directory.CreateDirectory(texts);
        foreach (var source in casebook.Sources)
            if ((supplied.GetValueOrDefault(source.Article.Sha256) ?? lying.GetValueOrDefault(source.Article.Sha256)?.Whole) is { } text)
                File.WriteAllText(Path.Combine(texts, $"{source.Slug}.txt"), text);
    }

    // What others said of it stays; how anybody read it goes.
    private static Casebook Uncoded(Casebook casebook) =>
        casebook.With(
            casebook.Revision,
            [
                .. casebook.Claims.Where(c => c.Framings.Count > 0).Select(c => new ItemChange(c, c with { Framings = [] })),
                .. casebook.Grades.All.Select(g => new ItemChange(g, null)),
            ]
        );

    [GeneratedRegex(@" \(copy(?: \d+)?\)$")]
    private static partial Regex CopyPattern();
}
