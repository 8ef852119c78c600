using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// A casebook in which every field of every kind of item says something: what is read, written, stored or held to a rule is tried on it. A
/// new field is filled here first; <c>KindsTests</c> fails until it is.
/// </summary>
public static class FullCasebook
{
    public static Casebook Build() => Casebook.Of(1, Items);

    private static IReadOnlyCollection<Item> Items => [Head, First, Second, Actor, Other, Event, Claim, OfSource, OfFraming, Talk, Set];

    private static readonly CasebookHead Head = new()
    {
        Id = new("head-1"),
        Slug = "casebook",
        Note = "A note on the whole.",
        Title = "A full case",
        Headline = "Every field says something",
        Lede = "Nothing is left out.",
        Visit = Edtf.Parse("2020-01-06/2020-01-07"),
        Language = "en",
        Phases = Enum.GetValues<Phase>().ToDictionary(p => p, p => $"Phase {p}"),
        Themes = [new("paper", "The paper"), new("people", "The people")],
        Words = [new("en", ["may", "is believed to"], ["said"], ["steadfast*"]), new("ar", ["ربما"], [], [])],
    };

    private static readonly Source First = new()
    {
        Id = new("source-1"),
        Slug = "first",
        Note = "A note on the first.",
        Siglum = "Fi",
        Name = "The First",
        Order = 1,
        Colour = 2,
        Article = new("first.txt", new string('e', 64), 100, 2),
        Title = new("A headline", Basis.InferredAcrossSources, 1, "A headline", "As printed."),
        Byline = new("A. Writer", Basis.Inferred),
        Publisher = new("A paper", Basis.Given, InFile: "meta og:site_name"),
        Published = new("2020-01-08", Basis.Inferred),
        Language = new("en", Basis.Inferred),
        Url = new("https://example.org/first", Basis.Inferred),
        ArchivedUrl = new("https://example.org/archive/first", Basis.Inferred),
        Retrieved = new("2026-11-22", Basis.Inferred),
        Written = new(Edtf.Parse("2020-01-08"), Basis.Inferred, 1, "on Wednesday", "From the weekday.", new("event-1"), new("event-1")),
        Tags = ["country: KR", "wire"],
        Paragraphs = [new(1, ParagraphKind.Lead, "Says what came."), new(2, ParagraphKind.Boilerplate, "Sells.", "an advertisement")],
    };

    private static readonly Source Second = new()
    {
        Id = new("source-2"),
        Slug = "second",
        Siglum = "Se",
        Name = "The Second",
        Order = 2,
        Colour = SourceColours.Neutral,
        Article = Article.Unknown,
    };

    private static readonly Quotation Quoted = new()
    {
        Exact = "a rare and perhaps fine sight",
        Paragraph = 2,
        Occurrence = 2,
        Position = new(20, 49),
        Unverified = true,
        Stance = Stance.Hedges,
        Cites = new(null, "unnamed aides"),
        Hedges = ["perhaps"],
        Loaded = ["rare", "fine"],
        Translation = new()
        {
            Text = "an unusual and possibly lovely view",
            Method = TranslationMethod.Machine,
            By = "a program",
            On = new(2026, 11, 28),
            Hedges = ["possibly"],
            Loaded = ["lovely"],
            Of = "a rare sight",
        },
    };

    private static readonly Quotation Citing = Quoted with { Cites = new(new("actor-2"), "the envoy’s driver") };

    private static readonly Actor Actor = new()
    {
        Id = new("actor-1"),
        Slug = "envoy",
        Note = "A note on the envoy.",
        Name = "The Envoy",
        Order = 1,
        Roles = [new(new("source-1"), Quoted)],
        Names = [new(new("source-1"), "the envoy", NameKind.Epithet, 3, 1, NameMatch.Prefix)],
        Statements = [new(new("source-1"), StatementMode.Paraphrase, Quoted, [new("claim-1")])],
    };

    private static readonly Actor Other = new()
    {
        Id = new("actor-2"),
        Slug = "driver",
        Name = "The Driver",
        Order = 2,
    };

    private static readonly Event Event = new()
    {
        Id = new("event-1"),
        Slug = "signing",
        Note = "A note on the signing.",
        Label = "The paper is signed",
        Date = Edtf.Parse("2020-01-06"),
        DateBasis = new(Basis.Inferred, [new("source-1")], "Nobody prints it."),
        Phase = Phase.Visit,
        Order = 3,
        Actors = [new("actor-1")],
        Claims = [new("claim-1")],
        Themes = ["paper"],
        Mentions = [new(new("source-1"), MentionMode.Recalled, Citing, Edtf.Parse("2020-01"))],
    };

    private static readonly Claim Claim = new()
    {
        Id = new("claim-1"),
        Slug = "signed",
        Note = "A note on the claim.",
        Question = "Was it signed?",
        Statement = "A paper was signed.",
        Theme = "paper",
        Order = 1,
        Event = new("event-1"),
        Aspects = [new("what", "What"), new("when", "When")],
        Framings =
        [
            new()
            {
                Source = new("source-1"),
                Stance = Stance.Attributes,
                Also = Stance.Hedges,
                Coder = "ada",
                Quotations = [Quoted, Citing],
                Aspects = [new("what", "paper", "the paper")],
                Empty = ["when"],
                Frames = [NewsFrame.Morality],
                Gloss = "Leaves it to aides.",
                Note = "A note on the telling.",
            },
            new()
            {
                Source = new("source-2"),
                Stance = Stance.Silent,
                ReadBy = "ada",
                ReadOn = new(2026, 11, 22),
            },
        ],
    };

    private static readonly Grade OfSource = new()
    {
        Id = new("grade-1"),
        Slug = "grade-1",
        Note = "A note on the grade.",
        Source = new("source-1"),
        Mark = "B",
        Rationale = "Names its witnesses.",
        Evidence = ["https://example.org/witnesses"],
        Review = new(2027, 1, 1),
        Checklist = [new(CheckItem.Publisher, CheckAnswer.Partly, "By its address.")],
        By = "Ada",
        AccountId = "account-1",
        At = new(2026, 11, 22, 10, 0, 1, DateTimeKind.Utc),
    };

    private static readonly Grade OfFraming = OfSource with
    {
        Id = new("grade-2"),
        Slug = "grade-2",
        Claim = new("claim-1"),
        Mark = "2",
        Checklist = [],
    };

    private static readonly SourceSet Set = new()
    {
        Id = new("set-1"),
        Slug = "both",
        Note = "A note on the set.",
        Name = "Both of them",
        Sources = [new("source-1"), new("source-2")],
    };

    private static readonly Talk Talk = new()
    {
        Id = new("talk-1"),
        Slug = "walk",
        Note = "Before the first stop.",
        Title = "A short walk",
        Lede = "Two stops.",
        Stops =
        [
            new()
            {
                Headline = "A paper",
                Event = new("event-1"),
                Sources = [new("source-1"), new("source-2")],
                Seconds = 60,
                Notes = "Say it *slowly*.",
            },
            new()
            {
                Headline = "Sure of it?",
                Claim = new("claim-1"),
                Sources = [new("source-2"), new("source-1")],
                Guess = Guess.Certainty,
            },
        ],
    };
}
