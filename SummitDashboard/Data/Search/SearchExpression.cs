namespace SummitDashboard.Data.Search;

/// <summary>
/// What is searched for, as a tree that no database engine has a word in. Words are folded already
/// (<see cref="Text.SearchWords"/>).
/// </summary>
public abstract record SearchExpression
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

    /// <summary>The phrases and words that are to stand there, for who marks them in a text; not those that are to be missing.</summary>
    public IEnumerable<Phrase> Sought() =>
        this switch
        {
            Phrase phrase => [phrase],
            Near near => near.Phrases,
            All all => all.Of.SelectMany(e => e.Sought()),
            Any any => any.Of.SelectMany(e => e.Sought()),
            _ => [],
        };
}
