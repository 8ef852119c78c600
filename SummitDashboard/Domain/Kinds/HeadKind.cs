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
            .. head.Words.Select(w => ItemText.Needed(head, "language of a list of words", w.Language, field: "words")),
            .. head
                .Words.SelectMany(w => w.Lists)
                .SelectMany(l => l.Words, (l, word) => ItemText.Needed(head, $"word among {l.Name}", word, WordList.Longest, "words")),
        ];

    protected override IEnumerable<Finding> Rules(CasebookHead head, RuleContext context)
    {
        if (head.Visit is { } visit && (!visit.IsInterval || visit.EarliestDay is null || visit.LatestDay is null))
            yield return new(head, "visit should be an EDTF interval with two days, such as 2024-06-18/2024-06-19.", "visit");
        foreach (var phase in Enum.GetValues<Phase>().Where(p => !head.Phases.ContainsKey(p)))
            yield return new(head, $"phases has no label for {Vocabulary.Of(phase)}.", "phases");
        if (head.Themes.Count == 0)
            yield return new(head, "themes is empty; give at least one, as key: Label.", "themes");
        foreach (var finding in CodebookRules.Keys(head, head.Themes.Select(t => t.Key), "themes"))
            yield return finding;
        foreach (var twice in head.Themes.GroupBy(t => t.Key).Where(g => g.Count() > 1))
            yield return new(head, $"the theme “{twice.Key}” stands twice.", "themes");
        foreach (var twice in head.Words.GroupBy(w => w.Language.Split('-')[0].ToLowerInvariant()).Where(g => g.Count() > 1))
            yield return new(head, $"there are two lists of words for the language “{twice.Key}”; make one of them.", "words");
        foreach (var (name, words) in head.Words.SelectMany(w => w.Lists))
        {
            if (words.Count > WordList.Most)
                yield return new(head, $"{name} has {words.Count:N0} words; at most {WordList.Most:N0} are looked for.", "words");
            foreach (var word in words.Where(w => w.AsSpan().ContainsAny('\n', '\r')))
                yield return new(head, $"{name}: “{word}” has a line break in it; a word or a phrase stands in one line.", "words");
        }
    }

    protected override IEnumerable<Finding> Checks(CasebookHead? before, CasebookHead head, CheckContext context) =>
        [
            .. new[] { head.Language }
                .Where(tag => !LanguageTag.IsWellFormed(tag))
                .Select(tag => new Finding(head, LanguageTag.Malformed(tag), "language")),
            .. head
                .Words.Where(w => !LanguageTag.IsWellFormed(w.Language))
                .Select(w => new Finding(head, LanguageTag.Malformed(w.Language), "words")),
        ];

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
