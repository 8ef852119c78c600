using SummitDashboard.Text;

namespace SummitDashboard.Data.Search;

/// <summary>
/// What is searched for, as a tree that no database engine has a word in. Words are folded already
/// (<see cref="SearchWords"/>).
/// </summary>
public abstract partial record SearchExpression
{
    /// <summary>Words that stand one after another; of the last the beginning may do.</summary>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix = false) : SearchExpression
    {
        /// <summary>What may stand in the place of the first word as well: the same, with small words written together with it.</summary>
        public IReadOnlyList<string> Joined { get; init; } = [];

        /// <summary>A form of a name as it is counted (<see cref="NameForms"/>): whole words, or also as the beginning of one.</summary>
        public static Phrase Of(NameForm form) =>
            new([.. SearchWords.Of(form.Form)], form.IsPrefix) { Joined = form.IsPrefix ? JoinedWords.Behind(form.Form) : [] };

        /// <summary>Whether it stands among these words from this place on.</summary>
        public bool StandsAt(int at, IReadOnlyList<string> words)
        {
            if (at + Words.Count > words.Count)
                return false;
            for (var n = 1; n < Words.Count; n++)
                if (!Is(words[at + n], Words[n], n))
                    return false;
            return Is(words[at], Words[0], 0) || Joined.Any(j => Is(words[at], j, 0));
        }

        private bool Is(string word, string asked, int n) =>
            IsPrefix && n == Words.Count - 1 ? word.StartsWith(asked, StringComparison.Ordinal) : word == asked;
    }

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
            All all => Positive([.. all.Of.Select(e => e.Worded()).OfType<SearchExpression>()]),
            Any any => any.Of.Select(e => e.Worded()).ToList() is var some && some.Contains(null) ? null : new Any([.. some!]),
            Not { Of: Phrase or Near } => this,
            Not => null,
            _ => this,
        };

    // What is only missing somewhere is nothing to look for.
    private static All? Positive(List<SearchExpression> parts) => parts.TrueForAll(p => p is Not) ? null : new(parts);

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
