using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>The order in which sources stand beside each other.</summary>
public enum ColumnOrder
{
    /// <summary>The order of writing.</summary>
    Writing,

    /// <summary>By short name.</summary>
    Name,

    /// <summary>Those first that tell most alike to a source.</summary>
    Similarity,

    /// <summary>By their stance on a claim.</summary>
    Stance,
}

/// <summary>How wide a column is.</summary>
public enum ColumnWidth
{
    /// <summary>As narrow as its sign.</summary>
    Narrow,

    /// <summary>As wide as its words.</summary>
    Wide,
}

/// <summary>
/// How a page lays its sources out: in which order, gathered by what, which groups folded, how wide. The one place where
/// <c>order=similarity&amp;like=Br&amp;group=language&amp;fold=en&amp;width=narrow</c> is read and written.
/// </summary>
public sealed record ColumnChoice
{
    /// <summary>Gathered by when they were written, against the visit.</summary>
    public const string When = "when";

    /// <summary>Gathered by language.</summary>
    public const string Language = "language";

    /// <summary>Gathered by publisher.</summary>
    public const string Publisher = "publisher";

    /// <summary>The value of <c>fold</c> that folds every group.</summary>
    public const string AllGroups = "all";

    /// <summary>
    /// <see cref="When"/>, <see cref="Language"/>, <see cref="Publisher"/> or the key of a tag; null where they are not gathered.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>The keys of the groups that are folded, or <see cref="AllGroups"/> alone.</summary>
    public IReadOnlyList<string> Folded { get; init; } = [];

    /// <summary>
    /// Null is the page’s own: the order of writing, or, of a claim with more columns than have room, those first that tell it.
    /// </summary>
    public ColumnOrder? Order { get; init; }

    /// <summary>The source that others are compared with, where they are ordered by similarity.</summary>
    public Source? Like { get; init; }

    /// <summary>The claim by whose stances they are ordered; a claim’s own page takes its own.</summary>
    public Claim? On { get; init; }

    /// <summary>How wide a column is; null is what there is room for.</summary>
    public ColumnWidth? Width { get; init; }

    /// <summary>True where nothing is chosen.</summary>
    public bool IsDefault => !Fields().Any();

    /// <summary>True where a group is folded.</summary>
    public bool Folds(string key) => Folded.Contains(key) || Folded is [AllGroups];

    /// <summary>What sources can be gathered by, with its words; only where some of them say it.</summary>
    public static IReadOnlyList<(string Value, string Label)> Groups(Casebook casebook) => KnownGroups.Of(casebook);

    private static readonly Derived<Casebook, IReadOnlyList<(string Value, string Label)>> KnownGroups = new(casebook =>
        [
            (When, "when they were written"),
            .. casebook.Sources.Any(s => s.Language is not null) ? [(Language, "language")] : Array.Empty<(string, string)>(),
            .. casebook.Sources.Any(s => s.Publisher is not null) ? [(Publisher, "publisher")] : Array.Empty<(string, string)>(),
            .. casebook
                .Sources.SelectMany(s => s.Tags ?? [])
                .Select(t => Tags.Split(t).Key)
                .OfType<string>()
                .Where(k => k is not (When or Language or Publisher))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(k => (k, k)),
        ]
    );

    /// <summary>The same with one group folded, or unfolded again.</summary>
    /// <param name="columns">All of them, of whatever stretch.</param>
    public ColumnChoice Toggling(string key, IEnumerable<SourceColumn> columns) =>
        this with
        {
            Folded =
                Folded is [AllGroups] ? [.. columns.Select(c => c.Group!.Key).Distinct().Where(g => g != key)]
                : Folded.Contains(key) ? [.. Folded.Where(g => g != key)]
                : [.. Folded, key],
        };

    /// <summary>Reads an address; what is not understood falls back to the default, and is said.</summary>
    /// <param name="ofClaim">True on the page of a claim, whose stances order the columns where no other claim is named.</param>
    public static ColumnChoice Read(Casebook casebook, QueryReader query, bool ofClaim = false)
    {
        var groups = Groups(casebook).Select(g => g.Value);
        var choice = new ColumnChoice
        {
            Group = query.OneOf("group", groups, word => $"Columns cannot be gathered by “{word}”; it can be {string.Join(", ", groups)}."),
            Folded = (query.List("fold") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Order = query.Term<ColumnOrder>("order", word =>
                $"There is no order of columns “{word}”; it can be {string.Join(", ", Vocabulary.All<ColumnOrder>())}."
            ),
            On = query.Item("on", casebook.Claims, slug =>
                $"There is no claim “{slug}” here. It is named as in the address of its page: "
                + $"{(casebook.Claims.Count > 0 ? casebook.Claims[0].Slug : "")}."
            ),
            Width = query.Term<ColumnWidth>("width", word => $"Columns can be narrow or wide, not “{word}”."),
        };
        if (query.Text("like") is { } siglum)
        {
            choice = choice with
            {
                Like = casebook.Sources.FirstOrDefault(s => s.Siglum.Equals(siglum, StringComparison.OrdinalIgnoreCase)),
            };
            if (choice.Like is null)
                query.Notices.Add($"There is no source {QueryReader.Short(siglum)} here.");
        }
        // Without a source to compare with, all are compared with the first.
        if (choice is { Order: ColumnOrder.Similarity, Like: null } && casebook.Sources.Count > 0)
            choice = choice with { Like = casebook.Sources[0] };
        if (choice is { Order: ColumnOrder.Stance, On: null } && !ofClaim)
        {
            if (query.Text("on") is null)
                query.Notices.Add("The order by stance needs a claim, as on=… in the address; the order of writing is shown.");
            choice = choice with { Order = null };
        }
        return choice with { Folded = Known(casebook, choice, query) };
    }

    // What is folded and is a group; the rest is said.
    private static IReadOnlyList<string> Known(Casebook casebook, ColumnChoice choice, QueryReader query)
    {
        if (choice.Folded.Count == 0 || choice is { Folded: [AllGroups], Group: not null })
            return choice.Folded;
        if (choice.Group is not { } by)
        {
            if (query.Text("group") is null)
                query.Notices.Add("Nothing is gathered into groups, so that there is none to fold.");
            return [];
        }
        var groups = SourceColumns.Keys(casebook, by);
        var unknown = choice.Folded.Except(groups).ToList();
        if (unknown.Count > 0)
            query.Notices.Add(
                $"There is no group {string.Join(", ", unknown.Take(5).Select(g => $"“{QueryReader.Short(g)}”"))} to fold; "
                    + $"it can be {AllGroups}, {string.Join(", ", groups.Take(8))}{(groups.Count > 8 ? " …" : "")}."
            );
        return [.. choice.Folded.Intersect(groups)];
    }

    /// <summary>The choices that are not the default, as an address or a form’s hidden fields have them.</summary>
    public IEnumerable<(string Name, string? Value)> Fields()
    {
        if (Group is not null)
            yield return ("group", Group);
        if (Folded.Count > 0)
            yield return ("fold", string.Join(',', Folded));
        if (Order is { } order)
            yield return ("order", Vocabulary.Of(order));
        if (Order == ColumnOrder.Similarity && Like is not null)
            yield return ("like", Like.Siglum);
        if (Order == ColumnOrder.Stance && On is not null)
            yield return ("on", On.Slug);
        if (Width is { } width)
            yield return ("width", Vocabulary.Of(width));
    }

    /// <summary>The names of the fields, all of them.</summary>
    public static readonly IReadOnlyList<string> Names = ["group", "fold", "order", "like", "on", "width"];
}
