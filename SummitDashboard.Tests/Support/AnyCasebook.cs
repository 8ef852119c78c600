using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Support;

/// <summary>Casebooks at random: every field that takes words takes hostile ones.</summary>
public static class AnyCasebook
{
    private static readonly string[] Quotable =
    [
        "word",
        "yes",
        "null",
        "~",
        "1e3",
        "2024-06-18",
        "\"",
        "'",
        "\\",
        ": ",
        " #",
        "%",
        ", ",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "!t ",
        "|",
        ">",
        "- ",
        "? ",
        "@",
        "`",
        " ",
        "😀",
        "👩‍🔬",
        "שלום",
        "e\u0301",
        "\u00A0",
        "<b>",
        "unknown",
        "=",
        "---",
    ];

    private static readonly string[] Anywhere =
    [
        .. Quotable,
        "\n",
        "\r\n",
        "\t",
        "\u0001",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\u202E",
        "\u0000",
    ];

    private static readonly Gen<string> Exact = Gen.OneOf(Quotable).Array[1, 7].Select(string.Concat).Where(Characters.Shows);
    private static readonly Gen<string> Text = Gen.OneOf(Anywhere).Array[1, 7].Select(string.Concat).Where(Characters.Shows);
    private static readonly Gen<string> Note = Gen.OneOf([.. Anywhere, "---\n", "\n---\n", "\n\n", "# Heading\n"])
        .Array[0, 9]
        .Select(string.Concat);
    private static readonly Gen<Cited?> Cites = Gen.OneOf(
        Gen.Const((Cited?)null),
        Text.Select(t => (Cited?)new Cited(null, t)),
        Gen.Const((Cited?)new Cited(null, "envoy")),
        Gen.Const((Cited?)new Cited(null, "no-actor")),
        Gen.Const((Cited?)new Cited(new("actor-1"), null)),
        Text.Select(t => (Cited?)new Cited(new("actor-1"), t))
    );

    private static readonly Gen<Quotation> Quote = Gen.Select(
        Exact,
        Gen.Int[1, 2],
        Gen.Int[1, 3],
        Cites,
        Gen.Bool,
        (exact, paragraph, occurrence, cites, marked) =>
            new Quotation
            {
                Exact = exact,
                Paragraph = paragraph,
                Occurrence = occurrence,
                Cites = cites,
                Stance = marked ? Stance.Hedges : null,
                Hedges = marked ? [exact] : [],
                Loaded = marked ? [exact, exact] : [],
            }
    );

    /// <summary>Any that breaks no rule.</summary>
    public static readonly Gen<Casebook> Hostile = Gen.Select(
        Text.Array[12],
        Quote.Array[4],
        Note.Array[4],
        Gen.OneOf(ItemSlugs),
        Gen.Int[-3, 9],
        Make
    );

    private static string[] ItemSlugs => ["null", "1e3", "readme", "casebook", "a-b", "7"];

    private static string OneLine(string text) => "w" + text.ReplaceLineEndings(" ").Replace('\n', ' ').Replace('\r', ' ');

    private static Casebook Make(string[] t, Quotation[] q, string[] notes, string slug, int order)
    {
        foreach (var key in new[] { 0, 5, 8, 9 }) // names and keys are kept composed
            t[key] = Folding.Composed(t[key]);
        var fact = new Fact(t[0], Basis.Inferred, null, t[1], t[2]);
        var source = new Source
        {
            Id = new(t[3]),
            Slug = slug,
            Note = notes[0],
            Siglum = "No",
            Name = t[0],
            Order = order,
            Article = new(t[1], new string('e', 64), 100, 2),
            Title = fact,
            Publisher = fact with { Words = null, Paragraph = 2 },
            Url = new("https://example.org/#a: b", Basis.Given),
            Written = new(Edtf.Parse("[..2020-01-05]"), Basis.InferredAcrossSources, 1, t[4], t[5], null, new("event-1")),
            Paragraphs = [new(1, ParagraphKind.Body, t[6], t[7]), new(2, ParagraphKind.Lead, t[8])],
        };
        var unknown = new Source
        {
            Id = new("source-2"),
            Slug = "second",
            Siglum = "Se",
            Name = t[9],
            Order = 2,
            Article = Article.Unknown,
        };
        var actor = new Actor
        {
            Id = new("actor-1"),
            Slug = "envoy",
            Note = notes[1],
            Name = t[1],
            Order = order,
            Roles = [new(source.Id, q[0])],
            Names = [new(source.Id, t[2], NameKind.Epithet, 1, 0)],
            Statements =
            [
                new(new("source-2"), StatementMode.Direct, q[1], [new("claim-1")]),
                new(source.Id, StatementMode.Mentioned, q[2], []),
            ],
        };
        var happening = new Event
        {
            Id = new("event-1"),
            Slug = slug,
            Note = notes[2],
            Label = t[3],
            Date = order > 3 ? Edtf.Parse("2020-01-06/..") : null,
            DateBasis = new(Basis.Given, [source.Id], t[4]),
            Phase = Phase.Visit,
            Order = order > 5 ? int.MaxValue : order,
            Actors = [new("actor-1")],
            Claims = [new("claim-1")],
            Themes = [t[5]],
            Mentions = [new(source.Id, MentionMode.Recalled, q[3], Edtf.Parse("2020"))],
        };
        var claim = new Claim
        {
            Id = new("claim-1"),
            Slug = slug,
            Note = notes[3],
            Question = t[6],
            Statement = t[7],
            Theme = t[5],
            Order = order,
            Event = new("event-1"),
            Aspects = [new(t[8], t[9]), new(t[8] + "2", t[10])],
            Framings =
            [
                new()
                {
                    Source = source.Id,
                    Stance = Stance.Asserts,
                    Also = Stance.Hedges,
                    Coder = t[0],
                    Quotations = [q[0], q[1]],
                    Aspects = [new(t[8], "1e3", t[1])],
                    Empty = [t[8] + "2"],
                    Frames = [NewsFrame.HumanInterest],
                    Gloss = t[2],
                    Note = t[11],
                },
                new()
                {
                    Source = new("source-2"),
                    Stance = Stance.Silent,
                    ReadBy = t[3],
                    ReadOn = new(2026, 11, 22),
                },
            ],
        };
        var head = new CasebookHead
        {
            Id = new(HeadId),
            Slug = "casebook",
            Note = notes[0],
            Title = t[0],
            Headline = t[1],
            Lede = t[2],
            Visit = t[3].Length % 2 == 0 ? null : Edtf.Parse("2020-01-06/2020-01-07"),
            Language = t[3],
            Phases = Enum.GetValues<Phase>().Reverse().ToDictionary(p => p, p => t[(int)p]),
            Themes = [new(t[5], t[6]), new(t[5] + "2", t[7])],
            Words = [new("en", [OneLine(t[0]), OneLine(t[1])], [], [OneLine(t[2])]), new("x-1", [], [OneLine(t[3])], [])],
        };
        var grade = new Grade
        {
            Id = new("grade-1"),
            Slug = "grade-1",
            Source = source.Id,
            Mark = "B",
            Rationale = t[4],
            Note = notes[1],
            By = t[5],
            At = new(2026, 11, 22, 10, 0, 1, DateTimeKind.Utc),
            Evidence = ["https://example.org/x,y"],
            Review = new(2027, 1, 1),
            Checklist = [new(CheckItem.Byline, CheckAnswer.Yes, t[6]), new(CheckItem.Date, CheckAnswer.No)],
        };
        var ofFraming = new Grade
        {
            Id = new("grade-2"),
            Slug = "grade-2",
            Source = source.Id,
            Claim = new("claim-1"),
            Rationale = t[7],
            By = t[8],
            At = new DateTime(2026, 11, 22, 10, 0, 1, DateTimeKind.Utc).AddTicks(70),
        };
        return new(1, head, [source, unknown], [actor], [happening], [claim], [grade, ofFraming]);
    }

    private const string HeadId = "head-1";
}
