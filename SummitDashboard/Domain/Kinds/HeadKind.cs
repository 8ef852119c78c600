using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>The head of a casebook, of which there is one.</summary>
public sealed class HeadKind : Kind<CasebookHead>
{
    public static readonly HeadKind Instance = new();

    private HeadKind()
        : base(ItemKind.Casebook) { }

    protected override string Title(CasebookHead head) => head.Title;

    public override IEnumerable<CasebookHead> In(Casebook casebook) => [casebook.Head];

    public override CasebookHead? Find(Casebook casebook, string id) => casebook.Head.RawId == id ? casebook.Head : null;

    // There is one, whatever it is called.
    public override CasebookHead FindBySlug(Casebook casebook, string slug) => casebook.Head;

    protected override IEnumerable<(ItemKind, string)> References(CasebookHead head) => [];

    protected override CasebookHead Without(CasebookHead head, Item gone) => head;

    protected override IEnumerable<ItemText> Texts(CasebookHead head) =>
        [
            ItemText.Needed(head, "title", head.Title, ItemText.Line, "title"),
            ItemText.Needed(head, "headline", head.Headline, ItemText.Line, "headline"),
            ItemText.Needed(head, "lede", head.Lede, ItemText.Passage, "lede"),
            ItemText.Needed(head, "language", head.Language, field: "language"),
            .. head.Themes.Select(t => ItemText.Needed(head, "theme’s label", t.Label, ItemText.Line, "themes")),
            .. head.Themes.Select(t => ItemText.Free(head, $"key of the theme “{t.Label}”", t.Key, field: "themes")),
            .. head.Phases.Select(p =>
                ItemText.Needed(head, $"label of the phase {Vocabulary.Of(p.Key)}", p.Value, ItemText.Line, "phases")
            ),
        ];

    protected override IEnumerable<Finding> Rules(CasebookHead head, RuleContext context)
    {
        if (!head.Visit.IsInterval || head.Visit.EarliestDay is null || head.Visit.LatestDay is null)
            yield return new(head, "visit should be an EDTF interval with two days, such as 2024-06-18/2024-06-19.", "visit");
        foreach (var phase in Enum.GetValues<Phase>().Where(p => !head.Phases.ContainsKey(p)))
            yield return new(head, $"phases has no label for {Vocabulary.Of(phase)}.", "phases");
        if (head.Themes.Count == 0)
            yield return new(head, "themes is empty; give at least one, as key: Label.", "themes");
        foreach (var finding in CodebookRules.Keys(head, head.Themes.Select(t => t.Key), "themes"))
            yield return finding;
        foreach (var twice in head.Themes.GroupBy(t => t.Key).Where(g => g.Count() > 1))
            yield return new(head, $"the theme “{twice.Key}” stands twice.", "themes");
    }

    protected override IEnumerable<Finding> Checks(CasebookHead? before, CasebookHead head, CheckContext context) =>
        LanguageTag.IsWellFormed(head.Language) ? [] : [new(head, LanguageTag.Malformed(head.Language), "language")];

    // A theme under which something stands stays.
    protected override IEnumerable<Finding> Broken(CasebookHead? before, CasebookHead after, IEnumerable<Item> staying)
    {
        var known = after.Themes.Select(t => t.Key).ToHashSet();
        if (before is not null && before.Themes.All(t => known.Contains(t.Key)))
            yield break;
        foreach (var item in staying)
        foreach (var theme in Kinds.Of(item).ThemesOf(item).Where(t => !known.Contains(t)))
            yield return new(after, $"{Kinds.Of(item).Word} {item.Slug} stands under the theme “{theme}”, which would be gone.", "themes");
    }
}
