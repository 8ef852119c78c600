namespace SummitDashboard.Domain;

/// <summary>Sets: named choices of sources.</summary>
public sealed class SetKind : ShelvedKind<SourceSet>
{
    public static readonly SetKind Instance = new();

    /// <summary>By name.</summary>
    internal static readonly IComparer<SourceSet> Order = By(
        (a, b) => string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase),
        (a, b) => string.CompareOrdinal(a.Slug, b.Slug)
    );

    private SetKind()
        : base(ItemKind.Set) { }

    protected override Shelf<SourceSet> Shelf(Casebook casebook) => casebook.Sets;

    protected override string Title(SourceSet set) => set.Name;

    protected override IEnumerable<(ItemKind, string)> References(SourceSet set) => Each(set.Sources);

    protected override SourceSet Without(SourceSet set, Item gone) =>
        gone is Source source && set.Sources.Contains(source.Id)
            ? set with
            {
                Sources = [.. set.Sources.Where(id => id != source.Id)],
            }
            : set;

    protected override IEnumerable<ItemText> Texts(SourceSet set) => [ItemText.Needed(set, "name", set.Name, ItemText.Line, "name")];

    protected override IEnumerable<Finding> Rules(SourceSet set, RuleContext context) => Twice(set, set.Sources);
}
