using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>A file as a source: what was read is proposed, each with its evidence, and confirmed or corrected.</summary>
public sealed partial class ImportForm(ImportRow file, ArticleReading reading, TextLibrary library, Imports? imports = null)
    : ItemForm<Source, ImportFields>(null)
{
    private bool makesRoom;
    private string content = "";

    protected override ItemKind Kind => ItemKind.Source;
    protected override string SlugSource => "short name";

    // A reference names a work and does not hold it: its source waits for its article.
    private bool HasText => reading.Paragraphs.Count > 0;

    private string Untitled => Path.GetFileNameWithoutExtension(FileName);

    private string FileName => Path.GetFileName(file.Name.Split('›')[^1].Trim());

    // Read again, a file is another draft.
    public override string Key => $"import/{file.Id}{(file.Whole ? "/whole" : "")}";

    public override string Title => "A new source from a file";

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            new("title", "Title", Hint: Evidence(reading.Facts.Title)),
            new("name", "Short name", Hint: "As pages call it.", IsRequired: true),
            new("siglum", "Siglum", Hint: "Two to four letters, one of its own.", IsRequired: true),
            new("language", "Language", FieldKind.Language, Evidence(reading.Facts.Language)),
            new("published", "Published", FieldKind.Date, $"{Evidence(reading.Facts.Published)} EDTF, such as 2024-06-18."),
            new("publisher", "Where it was published", Hint: Evidence(reading.Facts.Publisher)),
            new("byline", "Byline", Hint: BylineEvidence),
            new("url", "Address", Hint: Evidence(reading.Facts.Url)),
            new(
                "written",
                "When it was written",
                FieldKind.Date,
                reading.Facts.Written?.Note ?? "The file does not say. Left empty, it is inferred: by the day it was published."
            ),
            Slug,
            Note,
        ];

    /// <summary>How many of the fields are looked at; the rest is folded away.</summary>
    public const int Shown = 6;

    /// <summary>Whoever made the file, to be taken for the author by somebody who knows; null where nothing says so.</summary>
    public Fact? Maker => reading.Facts.Maker;

    private string BylineEvidence =>
        Evidence(reading.Facts.Byline)
        + (Maker is { } maker ? $" The file’s maker: {maker.Value} ({maker.InFile}), who need not be the author." : "");

    private const string Unknown = "The file does not say: unknown, unless you fill it in.";

    private static string Evidence(Fact? fact) =>
        fact is null
            ? Unknown
            : string.Join(
                " ",
                new[]
                {
                    fact.Basis == Basis.Given ? "Given." : "Inferred.",
                    fact.Paragraph is { } p ? $"¶ {p}{(fact.Words is { } words ? $": “{words}”" : "")}." : null,
                    fact.InFile is { } where ? $"In the file: {where}." : null,
                    fact.Note,
                }.OfType<string>()
            );

    public override ImportFields Fill(object? part, Casebook casebook)
    {
        var facts = reading.Facts;
        var title = facts.Title?.Value ?? Untitled;
        return new()
        {
            Title = facts.Title?.Value ?? "",
            Name = NameOf(title, casebook),
            Siglum = SiglumOf(title, casebook),
            Language = facts.Language?.Value ?? "",
            Published = facts.Published?.Value ?? "",
            Publisher = facts.Publisher?.Value ?? "",
            Byline = facts.Byline?.Value ?? "",
            Url = facts.Url?.Value ?? "",
            Written = facts.Written?.Date.Text ?? "",
            Paragraphs = [.. reading.Paragraphs.Select(p => ParagraphChoice.Of(p.Kind, p.Boilerplate).Word)],
        };
    }

    // Of news one remembers the paper; a reference of a work is called by that.
    private string? Paper => HasText ? reading.Facts.Publisher?.Value : null;

    /// <summary>The short name that is proposed with a title: the paper’s, or the title’s own.</summary>
    public string NameOf(string title, Casebook casebook) => NameOf(title, Paper, reading.Facts, casebook);

    private static string NameOf(string title, string? paper, FoundFacts facts, Casebook casebook) =>
        paper is not null
            ? PaperName.Of(paper, title, facts, name => casebook.Sources.Any(s => Folding.Of(s.Name) == Folding.Of(name)))
            : ShortName.Of(title, facts.Language?.Value);

    /// <summary>The siglum that is proposed with a title.</summary>
    public string SiglumOf(string title, Casebook casebook) =>
        SiglumOf(title, Paper, reading.Facts.Byline?.Value, reading.Facts.Publisher?.Value, casebook);

    // A desk is nobody to be called by.
    private static string SiglumOf(string title, string? paper, string? byline, string? publisher, Casebook casebook) =>
        paper is not null
            ? SiglumProposal.OfPaper(paper, s => IsTaken(s, casebook))
            : SiglumProposal.Of([byline is null || Desks.Is(byline) ? null : byline, publisher, title], s => IsTaken(s, casebook));

    /// <summary>What a paragraph says that stands as a byline or a date line, by the field that it is for.</summary>
    public IReadOnlyList<(string Field, string Value)> SaidBy(ImportFields f, int n)
    {
        var kind = ParagraphChoice.Named(f.Paragraphs[n]);
        var (byline, published, publisher) = kind.IsLeftOut
            ? default
            : FactProposals.OfLine(new(new TextCorrections(f, reading).Texts[n], kind.Kind, kind.Boilerplate));
        (string, string?)[] said = [("byline", byline), ("published", published), ("publisher", publisher)];
        return [.. said.Where(s => s.Item2 is not null).Select(s => (s.Item1, s.Item2!))];
    }

    /// <summary>Whether the title is what a paragraph says that stands as a headline.</summary>
    public bool IsTitle(ImportFields f, int n) =>
        ParagraphChoice.Named(f.Paragraphs[n]) is { Kind: ParagraphKind.Headline, IsLeftOut: false } && Titles(f)[n] == f.Title;

    /// <summary>The headline behind a paragraph that is none any more, else the first; null where it still is one, or nothing is.</summary>
    public string? NextTitle(ImportFields f, int n)
    {
        var texts = Titles(f);
        if (IsHeadline(f, n))
            return null;
        var headlines = Enumerable.Range(0, texts.Count).Where(at => IsHeadline(f, at)).ToList();
        return headlines.Count == 0 ? null : texts[headlines.Find(h => h > n) is > 0 and var behind ? behind : headlines[0]];
    }

    /// <summary>
    /// A paragraph that was just made a headline, where the title is that of one that is none any more: nothing stood for it meanwhile.
    /// Null where the title has its headline, or was typed.
    /// </summary>
    public string? RegainedTitle(ImportFields f, int n)
    {
        var texts = Titles(f);
        var ofTitle = Enumerable.Range(0, texts.Count).Where(at => texts[at] == f.Title).ToList();
        return IsHeadline(f, n) && ofTitle.Count > 0 && !ofTitle.Exists(at => IsHeadline(f, at)) ? texts[n] : null;
    }

    // The paragraphs, as each would stand in the field.
    private List<string> Titles(ImportFields f) => [.. new TextCorrections(f, reading).Texts.Select(Oddities.Without)];

    private static bool IsHeadline(ImportFields f, int n) =>
        ParagraphChoice.Named(f.Paragraphs[n]) is { Kind: ParagraphKind.Headline, Boilerplate: null };

    /// <summary>The fields that were proposed from a title, as they were and as another makes them.</summary>
    public IEnumerable<(string Name, string Before, string After)> OfTitle(string title, string next, Casebook casebook) =>
        [
            ("title", title, next),
            ("name", NameOf(title, casebook), NameOf(next, casebook)),
            ("siglum", SiglumOf(title, casebook), SiglumOf(next, casebook)),
        ];

    private static bool IsTaken(string siglum, Casebook casebook) =>
        casebook.Sources.Any(s => string.Equals(s.Siglum, siglum, StringComparison.OrdinalIgnoreCase));

    protected override object? Read(ImportFields f, FieldReader reader)
    {
        var corrections = new TextCorrections(f, reading);
        var kept = corrections.Kept;
        content = corrections.Text;
        if (HasText && kept.Count == 0)
            reader.Wrong(null, "Every paragraph is left out: bring one back.");
        var text = ArticleText.From(content);
        var source = new Source
        {
            Id = Id,
            Slug = SlugOf(f, reader, () => Slugs.OfSource(f.Name, f.Language, f.Siglum, f.Published)),
            Name = f.Name,
            Siglum = f.Siglum,
            Order = 0,
            Colour = SourceColours.Next(reader.Casebook.Sources),
            Note = f.Note,
            Article = HasText ? new(FileName, text.Sha256, text.WordCount, text.Paragraphs.Count) : Article.Unknown,
            Title = FactOf(f.Title, reading.Facts.Title, corrections),
            Byline = BylineOf(f.Byline, corrections),
            Publisher = FactOf(f.Publisher, reading.Facts.Publisher, corrections),
            Published = PublishedOf(f.Published, corrections),
            Language = FactOf(f.Language, reading.Facts.Language, corrections),
            Url = FactOf(f.Url, reading.Facts.Url, corrections),
            Written = WrittenOf(f, reader, corrections),
            Paragraphs = [.. kept.Select((p, n) => new ParagraphNote(n + 1, p.Kind, Boilerplate: p.Boilerplate))],
        };
        var places = WritingOrder.Of(reader.Casebook.Sources);
        var place = WritingOrder.PlaceOf(source.Written?.Date, places);
        var order = WritingPlace.Number(place, null, places);
        makesRoom = !place.IsTie && places.Any(p => p.Order == order);
        return ShortArticle.WithinItsQuarter(source with { Order = order }, text);
    }

    // What was confirmed keeps its evidence; what was typed is given where the text prints it.
    private static Fact? FactOf(string value, Fact? proposed, TextCorrections corrections) =>
        FieldReader.Optional(value) is not { } said ? null
        : said == proposed?.Value ? corrections.Placed(proposed)
        : FactProposals.PlaceOf(said, corrections.Kept) is { } place
            ? new(said, Basis.Given, place, TextCorrections.WordsAt(corrections.Kept[place - 1], said, said))
        : proposed is { } read
            ? new(
                said,
                Basis.Inferred,
                Note: $"Entered when the file was added, in the place of what was {(read.Basis == Basis.Given ? "read" : "proposed")}: "
                    + $"{Called(read)}."
            )
        : new(said, Basis.Inferred, Note: "Entered when the file was added; the file does not say it.");

    // What was read and is not taken, as the file has it.
    private static string Called(Fact read) =>
        WritingDirection.Isolated($"“{read.Words ?? read.Value}”")
        + (read.Words is { } words && words != read.Value ? $", which is {read.Value}" : "")
        + (
            read.Paragraph is { } place ? $" (¶ {place})"
            : read.InFile is { } where ? $" ({where})"
            : ""
        );

    // Who took the file’s maker for the author says so himself.
    private Fact? BylineOf(string value, TextCorrections corrections) =>
        FactOf(value, reading.Facts.Byline, corrections) is { Paragraph: null, InFile: null } typed && typed.Value == Maker?.Value
            ? typed with
            {
                Note = $"Entered when the file was added: the file names its maker so ({Maker.InFile}), and no line an author.",
            }
            : FactOf(value, reading.Facts.Byline, corrections);

    // A day is printed in many ways: its words stand beside it.
    private Fact? PublishedOf(string value, TextCorrections corrections) =>
        FieldReader.DateText(value) is not { } day ? null
        : day != reading.Facts.Published?.Value && FactProposals.PrintedDay(day, corrections.Kept) is { } printed ? printed
        : FactOf(day, reading.Facts.Published, corrections) is var fact
        && fact is { Basis: Basis.Inferred, Paragraph: null, InFile: null }
        && corrections.Placed(reading.Facts.Published) is { Paragraph: { } place, Words: { } words }
            ? fact with
            {
                Paragraph = place,
                Words = words,
            } // the words stay beside the day that somebody says they mean
        : fact;

    /// <summary>The day of writing that is proposed with a day of publication, as far as it follows from that.</summary>
    public static string WrittenBy(string published) =>
        FactProposals.WrittenBy(FieldReader.Optional(published) is { } day ? new(day, Basis.Inferred) : null)?.Date.Text ?? "";

    private Written? WrittenOf(ImportFields f, FieldReader reader, TextCorrections corrections)
    {
        // What followed from the day of publication follows it.
        if (f.Written.Length > 0 && (f.Written == WrittenBy(f.Published) || f.Written == WrittenBy(reading.Facts.Published?.Value ?? "")))
            return FactProposals.WrittenBy(PublishedOf(f.Published, corrections));
        if (reader.Date("written", "When it was written", f.Written) is not { } date)
            return FactProposals.WrittenUntil(f.Published);
        return reading.Facts.Written is { } proposed && proposed.Date.Text == date.Text
            ? proposed
            : new(date, Basis.Inferred, null, null, "Entered when the file was added.", null, null);
    }

    // A fact is one field here, with what it rests on beside it.
    public override IEnumerable<Problem> Problems(object next, Casebook casebook) =>
        base.Problems(next, casebook)
            .Select(p => p.Field?.Split('.') is [var name, "value" or "words" or "note"] ? p with { Field = name } : p);

    public override Edit Edit(object? basis, object? next)
    {
        var supply = new SupplyArticle(null, (Source)next!, HasText ? content : null) { Import = file.Id, MakesRoom = makesRoom };
        return library.Told(imports?.Told(supply) ?? supply);
    }

    public override string Back(Casebook casebook, object? part) => part is Source made ? Urls.Source(made) : Urls.Imports;
}
