namespace SummitDashboard.Domain;

/// <summary>Talks, with their stops.</summary>
public sealed class TalkKind : ShelvedKind<Talk>
{
    public static readonly TalkKind Instance = new();

    /// <summary>Longest title or headline, in characters; longer ones cannot be read from the back row.</summary>
    public const int MaxHeadline = 160;

    /// <summary>Most seconds planned for one stop.</summary>
    public const int MaxSeconds = 3600;

    /// <summary>By title.</summary>
    internal static readonly IComparer<Talk> Order = By(
        (a, b) => string.Compare(a.Title, b.Title, StringComparison.OrdinalIgnoreCase),
        (a, b) => string.CompareOrdinal(a.Slug, b.Slug)
    );

    private TalkKind()
        : base(ItemKind.Talk) { }

    public override Right Right => Right.Compose;

    protected override Shelf<Talk> Shelf(Casebook casebook) => casebook.Talks;

    protected override string Title(Talk talk) => talk.Title;

    protected override IEnumerable<(ItemKind, string)> References(Talk talk) =>
        [
            .. Some(talk.Stops.Select(s => s.Event)),
            .. Some(talk.Stops.Select(s => s.Claim)),
            .. Each(talk.Stops.SelectMany(s => s.Sources)),
        ];

    protected override Talk Without(Talk talk, Item gone) =>
        gone switch
        {
            Event e when talk.Stops.Any(s => s.Event == e.Id) => talk with { Stops = [.. talk.Stops.Where(s => s.Event != e.Id)] },
            Claim c when talk.Stops.Any(s => s.Claim == c.Id) => talk with { Stops = [.. talk.Stops.Where(s => s.Claim != c.Id)] },
            Source source when talk.Stops.Any(s => s.Sources.Contains(source.Id)) => talk with
            {
                Stops = [.. talk.Stops.Select(s => Unsaid(s, source.Id))],
            },
            _ => talk,
        };

    private static Stop Unsaid(Stop stop, SourceId source)
    {
        IReadOnlyList<SourceId> left = [.. stop.Sources.Where(id => id != source)];
        return stop with { Sources = left, Guess = left.Count == 0 ? null : stop.Guess };
    }

    protected override Talk Exported(Talk talk, bool withNotes) => withNotes ? talk : talk.WithoutNotes();

    protected override IEnumerable<ItemText> Texts(Talk talk) =>
        [
            ItemText.Needed(talk, "title", talk.Title, field: "title"),
            ItemText.Free(talk, "lede", talk.Lede, field: "lede"),
            .. talk.Stops.SelectMany(
                (s, n) =>
                    new[]
                    {
                        ItemText.Needed(s, "headline of a stop", s.Headline, field: "headline"),
                        ItemText.Free(s, $"notes of stop {n + 1}", s.Notes, field: "notes"),
                    }
            ),
        ];

    protected override IEnumerable<Finding> Rules(Talk talk, RuleContext context)
    {
        if (talk.Slug == Talk.Improvised)
            yield return new(talk, $"the short name “{Talk.Improvised}” is kept for walks made on the spot; choose another.");
        if (talk.Title.Length > MaxHeadline)
            yield return new(talk, $"the title has {talk.Title.Length} characters; at most {MaxHeadline} fit on the stage.", "title");
        if (talk.Stops.Count > Talk.MaxStops)
            yield return new(talk, $"has {talk.Stops.Count} stops; a talk has at most {Talk.MaxStops}.", "stops");
        foreach (var finding in talk.Stops.SelectMany((s, n) => Rules(s, n + 1)))
            yield return finding;
        foreach (var finding in Twice(talk, talk.Stops.Select(s => s.Sources)))
            yield return finding;
    }

    private static IEnumerable<Finding> Rules(Stop stop, int number)
    {
        if (stop.Event is null == stop.Claim is null)
            yield return new(stop, $"stop {number} should name an event or a claim, one of the two.");
        if (stop.Headline.Length > MaxHeadline)
            yield return new(
                stop,
                $"the headline of stop {number} has {stop.Headline.Length} characters; at most {MaxHeadline} fit on the stage.",
                "headline"
            );
        if (stop.Seconds is < 0 or > MaxSeconds)
            yield return new(stop, $"stop {number} is planned for {stop.Seconds} seconds; 0 to {MaxSeconds} can be.", "seconds");
        if (stop.Guess is not null && stop.Sources.Count == 0)
            yield return new(stop, $"stop {number} has a guess and no source to be guessed; choose sources.", "guess");
        if (stop.Notes.Length > CodebookRules.MaxNote)
            yield return new(
                stop,
                $"the notes of stop {number} have {stop.Notes.Length:N0} characters; at most {CodebookRules.MaxNote:N0} are kept.",
                "notes"
            );
    }
}
