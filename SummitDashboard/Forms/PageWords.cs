using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// What breaks the codebook's rules in a form, in the words of the page: which field of many, and how to mend it. The rules themselves
/// speak of files.
/// </summary>
internal static class PageWords
{
    // What a rule calls a text that is missing, as the page calls its field.
    private static readonly Dictionary<string, string> Missing = new()
    {
        ["question"] = "Question",
        ["statement"] = "Neutral statement",
        ["label"] = "Label",
        ["title"] = "Title",
        ["headline"] = "Headline",
        ["lede"] = "Lede",
        ["name"] = "Name",
        ["aspect’s label"] = "Aspects",
        ["theme’s label"] = "Themes",
        ["form of a name"] = "The form, as printed",
    };

    // The beginnings of rules as they speak of files, and what they are in a form.
    private static readonly (string Rule, string Page)[] Sayings =
    [
        ("has no gloss", "Our reading: say in one sentence how this source puts it."),
        ("has no quotation", "Its words: give at least one quotation; or choose silent, where the source does not make the claim."),
        ("also is a second", "A second stance: choose another one than the stance, or none."),
        ("has more than two frames", "Frames: choose at most two."),
        ("visit should be", "The days that the timeline unfolds: give an EDTF interval with two days, such as 2024-06-18/2024-06-19."),
        ("themes is empty", "Themes: give at least one, as key: Label."),
        ("siglum “", "Siglum: it should be two to four letters."),
        ("has a date and no dateBasis", "The date is: choose whether it is given or inferred, and from which sources."),
        ("occurrence counts from 1", "“Which one in the paragraph” counts from 1."),
        ("the quotation is empty", "the words are missing; pick them in the text, or type them."),
        ("a given fact names", "it is given, so name the paragraph that prints it (“In paragraph”)."),
        ("theme “", "Theme: choose one of the casebook’s."),
    ];

    /// <summary>Of one cell.</summary>
    public static IEnumerable<string> Of(Framing framing, Claim claim, Source source) =>
        [
            .. CodebookRules.Of(framing, claim).Select(f => Say(f.Message)),
            .. framing.Quotations.SelectMany((q, n) => CodebookRules.Of(q, source).Select(f => $"Quotation {n + 1}: {Say(f.Message)}")),
        ];

    /// <summary>Of an item.</summary>
    public static IEnumerable<string> Of(Item item, Casebook casebook) =>
        CodebookRules
            .Missing(item)
            .Concat(CodebookRules.Of(item, new RuleContext(casebook)))
            .Select(f =>
                f.Part switch
                {
                    Fact fact when item is Source source => $"{Facts.LabelOf(source, fact)}: {Say(f.Message)}",
                    ParagraphNote note => $"Paragraphs, line {note.Number}: {Say(f.Message)}",
                    _ => Say(f.Message, item),
                }
            );

    /// <summary>Of a mention, a statement, a role or a line of the naming ledger.</summary>
    public static IEnumerable<string> OfPart(object part, Casebook casebook)
    {
        var (source, quotation) = part switch
        {
            Mention m => (m.Source, m.Quotation),
            Statement s => (s.Source, s.Quotation),
            Role r => (r.Source, r.Quotation),
            _ => ("", (Quotation?)null),
        };
        if (part is Naming naming && string.IsNullOrWhiteSpace(naming.Form))
            yield return "The form, as printed: fill it in.";
        if (quotation is null)
            yield break;
        if (string.IsNullOrWhiteSpace(quotation.Exact))
            yield return "Quotation 1: the words are missing; pick them in the text, or type them.";
        else
            foreach (var finding in CodebookRules.Of(quotation, casebook.Sources.TryGet(source, out var known) ? known : null))
                yield return $"Quotation 1: {Say(finding.Message)}";
    }

    private static string Say(string message, Item? item = null)
    {
        foreach (var (rule, page) in Sayings)
            if (message.StartsWith(rule, StringComparison.Ordinal))
                return page;
        if (message.EndsWith(" cannot be a slug; use a-z, 0-9 and - only, at most 80 characters.", StringComparison.Ordinal))
            return $"Short name in addresses: use a-z, 0-9 and - only, at most 80 characters, not {message[..(message.IndexOf('”') + 1)]}.";
        if (
            message.StartsWith("the ", StringComparison.Ordinal)
            && message.EndsWith(" is missing.", StringComparison.Ordinal)
            && Missing.TryGetValue(message[4..^" is missing.".Length], out var label)
        )
            return $"{(label == "Name" && item is Source ? "Short name" : label)}: fill it in.";
        if (message.StartsWith("hedges:", StringComparison.Ordinal))
            return "Hedges in it:" + message["hedges:".Length..];
        if (message.StartsWith("loaded:", StringComparison.Ordinal))
            return "Loaded words in it:" + message["loaded:".Length..];
        if (item is Claim && message.Contains(" a claim has two to five", StringComparison.Ordinal))
            return "Aspects: give two to five, one a line.";
        if (message.StartsWith("paragraphs lists", StringComparison.Ordinal))
            return "Paragraphs: give every paragraph of the article its line, neither more nor fewer.";
        return item is null ? message : char.ToUpperInvariant(message[0]) + message[1..];
    }
}
