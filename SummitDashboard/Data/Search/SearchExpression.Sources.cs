namespace SummitDashboard.Data.Search;

public abstract partial record SearchExpression
{
    private const int OfGroup = 100;

    /// <summary>
    /// Each of them somewhere in one source, in whatever paragraph or cell: what any of them finds in the sources in which all are found.
    /// A side that is a <see cref="Not"/> is found nowhere in such a source. At least one side is none.
    /// </summary>
    public sealed record InOneSource(IReadOnlyList<SearchExpression> Of) : SearchExpression;

    /// <summary>The same with each side of what stands anywhere in one source made another.</summary>
    /// <param name="side">Is given what a side asks for, without its <see cref="Not"/>.</param>
    public SearchExpression WithSides(Func<SearchExpression, SearchExpression> side) =>
        Mapped(sides => new InOneSource([.. sides.Of.Select(s => s is Not not ? new Not(side(not.Of)) : side(s))]));

    /// <summary>The same with its sources by name, for who can only tell what stands in one place.</summary>
    /// <param name="sourcesOf">The ids of the sources in which something is found.</param>
    public SearchExpression Settled(Func<SearchExpression, IReadOnlySet<string>> sourcesOf) =>
        Mapped(sides =>
        {
            var there = sides.Of.Where(s => s is not Not).ToList();
            IEnumerable<string> sources = sourcesOf(there[0]);
            foreach (var side in there.Skip(1))
                sources = sources.Intersect(sourcesOf(side));
            foreach (var side in sides.Of.OfType<Not>())
                sources = sources.Except(sourcesOf(side.Of));
            // In groups, since an index that goes through one of thousands goes through all of them for every row.
            List<SearchExpression> groups =
            [
                .. sources
                    .Order(StringComparer.Ordinal)
                    .Chunk(OfGroup)
                    .Select(g => new All([new Any([.. g.Select(s => new Tag(SearchTags.Source(s)))]), new Tag(SearchTags.All)])),
            ];
            return groups.Count == 0 ? new Tag(SearchTags.None) : new All([new Any(there), new Any(groups)]);
        });

    // From the inside out.
    private SearchExpression Mapped(Func<InOneSource, SearchExpression> map) =>
        this switch
        {
            All all => new All([.. all.Of.Select(e => e.Mapped(map))]),
            Any any => new Any([.. any.Of.Select(e => e.Mapped(map))]),
            Not not => new Not(not.Of.Mapped(map)),
            InOneSource sides => map(new([.. sides.Of.Select(e => e.Mapped(map))])),
            _ => this,
        };
}
