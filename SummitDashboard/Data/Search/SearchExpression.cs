namespace SummitDashboard.Data.Search;

/// <summary>
/// What is searched for, as a tree that no database engine has a word in. Words are folded already
/// (<see cref="Text.SearchWords"/>).
/// </summary>
public abstract partial record SearchExpression
{
    /// <summary>Words that stand one after another; of the last the beginning may do.</summary>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix = false) : SearchExpression;

    /// <summary>Phrases with at most so many words between them, in any order.</summary>
    public sealed record Near(IReadOnlyList<Phrase> Phrases, int Distance) : SearchExpression;

    /// <summary>One of <see cref="SearchTags"/>.</summary>
    public sealed record Tag(string Value) : SearchExpression;

    /// <summary>All of them: of none, everything.</summary>
    public sealed record All(IReadOnlyList<SearchExpression> Of) : SearchExpression;

    /// <summary>At least one of them.</summary>
    public sealed record Any(IReadOnlyList<SearchExpression> Of) : SearchExpression;

    public sealed record Not(SearchExpression Of) : SearchExpression;

    /// <summary>This, and besides that.</summary>
    public static SearchExpression operator &(SearchExpression one, SearchExpression other) => new All([one, other]);

    /// <summary>Whether nothing with this tag may be found.</summary>
    public bool Excludes(string tag) =>
        this switch
        {
            All all => all.Of.Any(e => e.Excludes(tag)),
            Not { Of: Tag of } => of.Value == tag,
            _ => false,
        };

    /// <summary>
    /// The same without any tag: all that it finds is among what this finds, and the same words stand in it. Null where that is
    /// everything.
    /// </summary>
    public SearchExpression? Worded() =>
        this switch
        {
            Tag => null,
            All all => Joined([.. all.Of.Select(e => e.Worded()).OfType<SearchExpression>()]),
            Any any => any.Of.Select(e => e.Worded()).ToList() is var some && some.Contains(null) ? null : new Any([.. some!]),
            Not { Of: Phrase or Near } => this,
            Not => null,
            _ => this,
        };

    // What is only missing somewhere is nothing to look for.
    private static All? Joined(List<SearchExpression> parts) => parts.TrueForAll(p => p is Not) ? null : new(parts);

    /// <summary>The tags it asks for or excludes.</summary>
    public IEnumerable<string> Tags() =>
        this switch
        {
            Tag tag => [tag.Value],
            All all => all.Of.SelectMany(e => e.Tags()),
            Any any => any.Of.SelectMany(e => e.Tags()),
            Not not => not.Of.Tags(),
            InOneSource sides => sides.Of.SelectMany(e => e.Tags()),
            _ => [],
        };

    /// <summary>The phrases and words that are to stand there, for who marks them in a text; not those that are to be missing.</summary>
    public IEnumerable<Phrase> Sought() =>
        this switch
        {
            Phrase phrase => [phrase],
            Near near => near.Phrases,
            All all => all.Of.SelectMany(e => e.Sought()),
            Any any => any.Of.SelectMany(e => e.Sought()),
            InOneSource sides => sides.Of.SelectMany(e => e.Sought()),
            _ => [],
        };
}
