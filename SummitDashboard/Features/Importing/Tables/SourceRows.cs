using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.References;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>A source that a row would bring.</summary>
public sealed record ProposedSource(Source Source) : Proposed;

/// <summary>Rows as new sources, which wait for their articles.</summary>
public sealed class SourceRows
{
    private readonly MatchedTable table;
    private readonly Casebook casebook;
    private readonly RowDates published;
    private readonly RowDates written;
    private readonly RowDates retrieved;
    private readonly HashSet<string> sigla;
    private readonly HashSet<string> slugs;
    private readonly HashSet<string> names;
    private int spare;
    private readonly KnownWorks known;
    private readonly Func<string, bool> isFormer;

    private SourceRows(MatchedTable table, Casebook casebook, Func<string, bool> isFormer)
    {
        (this.table, this.casebook, this.isFormer) = (table, casebook, isFormer);
        (published, written, retrieved) = (DatesOf("published"), DatesOf("written"), DatesOf("retrieved"));
        sigla = new(casebook.Sources.Select(s => Folding.Composed(s.Siglum)), StringComparer.OrdinalIgnoreCase);
        slugs = [.. casebook.Sources.Select(s => s.Slug)];
        names = [.. casebook.Sources.Select(s => Folding.Of(s.Name))];
        known = new(casebook.Sources);
    }

    /// <summary>What each row would bring.</summary>
    /// <param name="table">The rows, with their columns matched.</param>
    /// <param name="casebook">As it stands.</param>
    /// <param name="isFormer">Whether an address leads on to a source that once had it.</param>
    public static IReadOnlyList<ProposedSource> Of(MatchedTable table, Casebook casebook, Func<string, bool> isFormer)
    {
        var rows = new SourceRows(table, casebook, isFormer);
        // What is made up gives way to what a later row says.
        var given = table.Sheet.Rows.Select(r => Folding.Composed(table.Of(r, "siglum"))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. table.Sheet.Rows.Select(r => rows.Read(r, given))];
    }

    private RowDates DatesOf(string key) => new(table.Sheet.Rows.Select(r => table.Of(r, key)), table.Defaults.IsDayFirst);

    private ProposedSource Read(SheetRow row, HashSet<string> given)
    {
        var (problems, remarks) = (new List<Remark>(), table.Noted(row).ToList());
        string Said(string key) => Folding.Composed(table.Of(row, key));
        void Wrong(string key, string says) => problems.Add(new(row.Number, table.ColumnOf(key), says));
        void Remarked(string key, string says) => remarks.Add(new(row.Number, table.ColumnOf(key), says));

        var (title, byline, publisher) = (Tidied(Said("title")), Tidied(Said("byline")), Tidied(Said("publisher")));
        var day = DateOf("published", published);
        var language = Languages.TagOf(Said("language")) ?? "";
        // Of news one remembers the paper, as of an article that is read from a file; a reference of a work is called by that.
        var isOfPaper = publisher.Length > 0 && title.Length > 0 && !table.IsOfReferences;
        var name =
            Tidied(Said("name")) is { Length: > 0 } called ? called
            : isOfPaper ? PaperName.Of(publisher, title, day, language, n => names.Contains(Folding.Of(n)))
            : ShortName.Of(title, language.Length > 0 ? language : null);
        if (name.Length == 0)
            Wrong("title", "The row has neither a title nor a short name. Fill one in, or match the column that holds it.");
        var doi = Doi.In(Said("doi")) ?? (table.Has("doi") ? null : Doi.In(Said("url")));
        if (Said("doi").Length > 0 && Doi.In(Said("doi")) is null)
            Wrong("doi", $"“{Said("doi")}” is no DOI, which begins with 10. and has a slash; or leave the column out.");
        var url = Fact("url", Said("url"));
        if (url is null && doi is not null && table.Has("doi"))
            url = Fact("doi", Doi.Address(doi));
        if (language.Length > 0 && LanguageTag.IsWellFormed(language) && !LanguageTag.IsKnown(language))
            Remarked("language", LanguageTag.Unknown(language));

        var siglum = Said("siglum");
        if (siglum.Length == 0)
            siglum = isOfPaper
                ? SiglumProposal.OfPaper(publisher, IsTaken)
                : SiglumProposal.Of([Desks.Is(byline) ? null : byline, publisher, title, name], IsTaken, ref spare);
        var source = new Source
        {
            Id = Ids.New<Source>(),
            Slug = Slugs.Free(Slugs.OfSource(name, language, siglum, day?.Value), s => slugs.Contains(s) || isFormer(s)),
            Name = name,
            Siglum = siglum,
            Order = 0,
            Colour = SourceColours.Neutral,
            Note = NoteOf(Said("note"), doi, url?.Value),
            Article = Article.Unknown,
            Title = Fact("title", title),
            Byline = Fact("byline", byline),
            Publisher = Fact("publisher", publisher),
            Published = day,
            Language = Fact("language", language),
            Url = url,
            ArchivedUrl = Fact("archived", Said("archived")),
            Retrieved = DateOf("retrieved", retrieved),
            Written = WrittenOf() ?? FactProposals.WrittenBy(day),
            Tags = TagsOf(Said("tags")),
        };
        var there = known.LikeOf(source, doi);
        var isTaken = !sigla.Add(siglum);
        if (there is null && isTaken)
            Wrong("siglum", $"The siglum {siglum} is that of another source. Give this one another, or leave the column out.");
        if (problems.Count == 0)
            problems.AddRange(RuleLabels.Of(source, casebook).Select(p => new Remark(row.Number, Column(p.Field), p.Words)));
        slugs.Add(source.Slug);
        names.Add(Folding.Of(source.Name));
        if (there is null)
            known.Add(source, doi, table.IsOfReferences ? $"work {row.Number}" : $"row {row.Number}");
        return new(source)
        {
            Rows = [row.Number],
            Problems = problems,
            Remarks = remarks,
            LeftOut = there?.Why,
            IsThere =
                there is not null && (isTaken || (there.Value.There is { } one && SaysAll(one, source, Said("name"), Said("siglum")))),
        };

        bool IsTaken(string s) => sigla.Contains(s) || given.Contains(s);

        Fact? Fact(string key, string value) => value.Length == 0 ? null : new(value, Basis.Given, InFile: table.PlaceOf(row, key));

        Fact? DateOf(string key, RowDates dates)
        {
            if (Said(key) is not { Length: > 0 } text)
                return null;
            if (dates.Of(text) is not var (edtf, says))
            {
                Wrong(key, RowDates.NoDate(text));
                return null;
            }
            if (says is not null)
                Remarked(key, says);
            return Fact(key, edtf)! with { Note = edtf == text ? null : $"Written there as “{text}”." };
        }

        Written? WrittenOf() =>
            DateOf("written", written) is { } fact && Edtf.TryParse(fact.Value, out var date, out _)
                ? new(date, Basis.Inferred, null, null, $"Said in {fact.InFile}.", null, null)
                : null;
    }

    // Whether a source says what the row says; what is made up for the row says nothing.
    private static bool SaysAll(Source there, Source row, string name, string siglum)
    {
        return (name.Length == 0 || there.Name == row.Name)
            && (siglum.Length == 0 || there.Siglum == row.Siglum)
            && (row.Note.Length == 0 || there.Note == row.Note)
            && (row.Written is null || there.Written?.Date == row.Written.Date)
            && (row.Tags ?? []).All((there.Tags ?? []).Contains)
            && Same(s => s.Title)
            && Same(s => s.Byline)
            && Same(s => s.Publisher)
            && Same(s => s.Published)
            && Same(s => s.Language)
            && Same(s => s.Url)
            && Same(s => s.ArchivedUrl)
            && Same(s => s.Retrieved);

        bool Same(Func<Source, Fact?> fact) => fact(row) is not { } said || said.Value == fact(there)?.Value;
    }

    private static string Tidied(string text) => Tidy.Line(text);

    // Where the address is another than the DOI’s, neither is lost.
    private static string NoteOf(string note, string? doi, string? url) =>
        doi is null || Doi.In(url) == doi ? note
        : note.Length == 0 ? $"DOI: {Doi.Address(doi)}"
        : $"{note}\n\nDOI: {Doi.Address(doi)}";

    private static IReadOnlyList<string>? TagsOf(string text) =>
        text.Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Tags.Tidy)
            .Distinct()
            .ToList()
            is { Count: > 0 } tags
            ? tags
            : null;

    private int? Column(string? field) =>
        field?.Split('.')[0] switch
        {
            null => null,
            "archivedUrl" => table.ColumnOf("archived"),
            "url" => table.ColumnOf("url") ?? table.ColumnOf("doi"),
            "written" => table.ColumnOf("written") ?? table.ColumnOf("published"),
            var key => table.ColumnOf(key),
        };
}
