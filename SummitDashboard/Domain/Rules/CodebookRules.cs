using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>
/// Something in an item that breaks a rule: the part of the item (or the item itself), what is wrong and how to mend it, and the field of
/// that part that it is about.
/// </summary>
public sealed record Finding(object Part, string Message, string? Field = null);

/// <summary>What the rules need to know of the rest of the casebook.</summary>
/// <param name="Head">Null where it could not be read.</param>
/// <param name="Source">The source with an id; null where there is none.</param>
public sealed record RuleContext(CasebookHead? Head, Func<SourceId, Source?> Source)
{
    public RuleContext(Casebook casebook)
        : this(casebook.Head, id => casebook.Sources.TryGet(id, out var source) ? source : null) { }
}

/// <summary>
/// The codebook’s rules that hold without the articles’ texts, the same for folder, intake and every write. What breaks one is neither
/// loaded nor saved. What is a rule of one kind of item stands in that kind’s file; here stand those for all.
/// </summary>
public static class CodebookRules
{
    /// <summary>The longest quotation, in words as they are counted (<see cref="Words.Counted"/>).</summary>
    public const int MaxWords = 15;

    /// <summary>Longest note, in characters; a hostile one of this length still renders in a moment.</summary>
    public const int MaxNote = 20_000;

    /// <summary>Most paragraphs of one article: a long book, and still a page that a browser bears.</summary>
    public const int MaxParagraphs = 5_000;

    /// <summary>Longest key of a theme or an aspect, in characters.</summary>
    private const int MaxKey = 80;

    /// <summary>Everything that breaks a rule in this item.</summary>
    /// <param name="before">
    /// The item as it was and held the rules, where no source changes with it: quotations that stood in it are not looked at again.
    /// </param>
    public static IEnumerable<Finding> Of(Item item, RuleContext context, Item? before = null)
    {
        var kind = Kinds.Of(item);
        foreach (var finding in kind.TextsOf(item).SelectMany(Of))
            yield return finding;
        if (kind.IsNamed && !IsSlug(item.Slug))
            yield return new(item, $"“{item.Slug}” cannot be a slug; use a-z, 0-9 and - only, at most 80 characters.");
        foreach (var finding in kind.RulesOf(item, context))
            yield return finding;
        var stood = new HashSet<object>(
            before is null ? [] : kind.QuotationsOf(before).Select(q => q.Quotation),
            ReferenceEqualityComparer.Instance
        );
        foreach (var (source, quotation) in kind.QuotationsOf(item).Where(q => !stood.Contains(q.Quotation)))
        foreach (var finding in Of(quotation, context.Source(source)))
            yield return finding;
    }

    /// <summary>One framing, as against its claim, but not its quotations.</summary>
    public static IEnumerable<Finding> Of(Framing framing, Claim claim) => ClaimKind.FramingRules(framing, claim);

    /// <summary>A text that is missing, blank or too long to be what it is.</summary>
    public static IEnumerable<Finding> Of(ItemText text)
    {
        if (text.Need == Need.Needed && !Characters.Shows(text.Value))
            yield return new(text.Part, $"the {text.Name} is missing.", text.Field);
        if (text is { Need: Need.Optional, Value: { } value } && !Characters.Shows(value))
            yield return new(text.Part, $"the {text.Name} is blank; leave it out, or fill it in.", text.Field);
        if (text.Value?.Length > text.Most)
            yield return new(
                text.Part,
                $"the {text.Name} has {text.Value.Length:N0} characters; at most {text.Most:N0} can be shown. Shorten it.",
                text.Field
            );
    }

    /// <summary>The quotation itself, as against the source it is taken from.</summary>
    public static IEnumerable<Finding> Of(Quotation q, Source? source)
    {
        if (string.IsNullOrWhiteSpace(q.Exact))
        {
            yield return new(q, "the quotation is empty; pick the words in the text, or type them.");
            yield break;
        }
        var words = Words.Count(q.Exact);
        if (words > MaxWords)
            yield return new(q, $"the quotation has {words} words; a fragment has at most {MaxWords}. Split it, or quote less.");
        if (q.Exact.Any(char.IsControl))
            yield return new(q, "the quotation has a line break or a control character in it; a fragment stands in one paragraph.");
        if (q.Paragraph < 1 || (source is not null && source.Article.IsKnown && q.Paragraph > source.Article.Paragraphs))
            yield return new(
                q,
                $"there is no paragraph {q.Paragraph}{(source is null ? "" : $"; {source.Slug} has {source.Article.Paragraphs}")}."
            );
        if (q.Occurrence < 1)
            yield return new(q, "occurrence counts from 1.");
        if (q.Position is { } position && position.End - position.Start != CodePoints.Count(q.Exact))
            yield return new(q, $"position {position} is not as long as the quotation, which has {CodePoints.Count(q.Exact)} characters.");
        if (q.Stance == Stance.Silent)
            yield return new(q, "a quotation cannot be silent.");
        foreach (var (name, marks) in new[] { ("hedges", q.Hedges), ("loaded", q.Loaded) })
        foreach (var mark in marks)
            if (mark.Length == 0 || !q.Exact.Contains(mark, StringComparison.Ordinal))
                yield return new(q, $"{name}: “{mark}” does not stand in the quotation.");
        foreach (var finding in Translation.Rules(q))
            yield return finding;
    }

    /// <summary>
    /// Texts with a character that controls and cannot be seen: U+0000 to U+001F but tab and line ends, U+202A to U+202E, which turn the
    /// text around them, and isolates that are opened and not closed, or closed and not opened. An editor may not bring one in; one that a
    /// folder or an older revision holds is kept, and named by <c>check</c>.
    /// </summary>
    public static IEnumerable<Finding> Unseen(Item item) =>
        from text in Kinds.Of(item).TextsOf(item)
        where IsUnseen(text.Value)
        select Unseen(text);

    /// <summary>Those of the texts of <paramref name="after"/> that none of the items before said.</summary>
    public static IEnumerable<Finding> Unseen(IEnumerable<Item> before, IEnumerable<Item> after)
    {
        var bad = after.SelectMany(i => Kinds.Of(i).TextsOf(i)).Where(t => IsUnseen(t.Value)).ToList();
        if (bad.Count == 0)
            return [];
        var known = before.SelectMany(i => Kinds.Of(i).TextsOf(i)).Select(t => t.Value).ToHashSet();
        return bad.Where(t => !known.Contains(t.Value)).Select(Unseen);
    }

    private static bool IsUnseen(string? text) =>
        text is not null && (text.AsSpan().ContainsAny(Control) || Oddities.Unpaired(text) is not null);

    private static Finding Unseen(ItemText text) =>
        new(
            text.Part,
            text.Value!.AsSpan().IndexOfAny(Control) is >= 0 and var at
                ? $"the {text.Name} holds the character U+{(int)text.Value![at]:X4}, which cannot be seen; take it out, "
                    + "or type the text anew."
                : $"the {text.Name} holds the character U+{(int)Oddities.Unpaired(text.Value!)!:X4}, which cannot be seen and has no "
                    + "other to go with it, so that it turns what stands behind it; take it out, or type the text anew.",
            text.Field
        );

    // Those that turn what stands beside them from left to right, or back, are among them: a name with one turns the page around it.
    private static readonly System.Buffers.SearchValues<char> Control = System.Buffers.SearchValues.Create([
        .. "\u202A\u202B\u202C\u202D\u202E",
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')),
    ]);

    /// <summary>
    /// Names that only one item may have and that two have, among items of which <paramref name="fresh"/> are new or changed: the later,
    /// and what is wrong.
    /// </summary>
    public static IEnumerable<(Item Item, Finding Finding)> Twice(IEnumerable<Item> fresh, Func<Kind, IEnumerable<Item>> others)
    {
        foreach (var group in fresh.GroupBy(Kinds.Of))
        {
            var wanted = group.SelectMany(group.Key.NamesOf, (item, name) => (item, name)).ToList();
            if (wanted.Count == 0)
                continue;
            var keys = wanted.Select(w => w.name.Key).ToHashSet();
            var holders = new Dictionary<string, Item>();
            foreach (var other in others(group.Key))
            foreach (var name in group.Key.NamesOf(other).Where(n => keys.Contains(n.Key)))
                holders.TryAdd(name.Key, other);
            foreach (var (item, name) in wanted)
                if (!holders.TryAdd(name.Key, item))
                    yield return (item, new(item, name.Says(holders[name.Key]), name.Field));
        }
    }

    /// <summary>Themes that the casebook’s head does not have.</summary>
    internal static IEnumerable<Finding> Themes(Item item, IEnumerable<string> themes, CasebookHead? head, string field) =>
        head is null
            ? []
            : from theme in themes
            where head.Themes.All(t => t.Key != theme)
            select new Finding(
                item,
                $"theme “{theme}” is not among the themes of casebook.md, which are {string.Join(", ", head.Themes.Select(t => t.Key))}.",
                field
            );

    /// <summary>Keys that are too long or too empty to be one.</summary>
    internal static IEnumerable<Finding> Keys(Item item, IEnumerable<string> keys, string field) =>
        from key in keys
        where string.IsNullOrWhiteSpace(key) || key.Length > MaxKey
        select new Finding(item, $"the key “{key}” should be a short term, at most {MaxKey} characters.", field);

    /// <summary>True for a name that may stand in a URL: <c>a-z 0-9 -</c>, 1 to 80 characters, no hyphen at either end.</summary>
    public static bool IsSlug(string name) =>
        name.Length is > 0 and <= 80
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-';

    /// <summary>True for what is written as a month or a day of ISO 8601 and is none: <c>2024-06-31</c>.</summary>
    public static bool IsNoDay(string date) =>
        date.Split('-') is { Length: 2 or 3 } parts
        && parts[0].Length == 4
        && parts.All(p => p.Length is 2 or 4 && p.All(char.IsAsciiDigit))
        && !Edtf.TryParse(date, out _, out _);

    /// <summary>True for an absolute http or https address.</summary>
    public static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
