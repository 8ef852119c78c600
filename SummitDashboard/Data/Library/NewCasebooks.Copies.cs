using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Library;

/// <summary>Copies of casebooks, each called otherwise than what it was copied from, and saying from where it came.</summary>
public sealed partial class NewCasebooks
{
    /// <summary>What a copy is called where nobody says otherwise: the first of “… (copy)”, “… (copy 2)” that is free.</summary>
    public string TitleOfCopy(string title)
    {
        var stem = CopyPattern().Replace(title, "");
        var taken = library.All.Select(c => c.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var n = 1; ; n++)
            if (Called(stem, n == 1 ? " (copy)" : $" (copy {n})") is var called && !taken.Contains(called))
                return called;
    }

    /// <summary>A copy of a casebook beside it, with what is coded, or with its sources, events, people and claims alone.</summary>
    /// <param name="by">The account that asks, which has to own the server.</param>
    /// <param name="id">Of the casebook that is copied.</param>
    /// <param name="withCoding">False where how it was read is left out.</param>
    /// <param name="title">What it is called; null or "" is <see cref="TitleOfCopy"/>.</param>
    public async Task<Outcome> Duplicate(string? by, string id, bool withCoding, string? title = null)
    {
        if (library.Get(id) is not { Deleted: null } original)
            return No("There is no such casebook.");
        var place = library.PlaceOf(original);
        var called = string.IsNullOrWhiteSpace(title) ? TitleOfCopy(original.Title) : title.Trim();
        if (!IsTitle(called))
            return No($"Give the copy a title, at most {MaxTitle} characters.");
        return await library.Begin(
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
                        InDatabase(folder, db => Load(db, folder, author, from));
                        return written;
                    })
        );
    }

    // As its first opening would, but saying whose it is and from where.
    private void Load(SummitDb db, string folder, Author author, string reason) =>
        FolderIntake.Take(
            db,
            CaseFolderReader.Read(Path.Combine(folder, ServerFolder.FilesName)),
            clock.GetUtcNow().UtcDateTime,
            ([], SetAsides.None),
            (author, "copied", reason)
        );

    // Its page shows the headline, which is therefore told from the other’s too.
    private static Casebook Copy(Casebook casebook, string title)
    {
        var head = casebook.Head;
        var headline =
            head.Headline != head.Title && CopyPattern().Match(title) is { Success: true } copy
                ? CopyPattern().Replace(head.Headline, "") + copy.Value
                : title;
        return casebook.With(casebook.Revision, [new(head, head with { Title = title, Headline = headline })]);
    }

    private static string Called(string stem, string copy)
    {
        var most = MaxTitle - copy.Length;
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
