using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// What breaks the codebook's rules in a form, in the words of the page: which field of many, and how to mend it. The rules themselves
/// speak of files.
/// </summary>
internal static class RuleLabels
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
    private static readonly (string Rule, string? Field, string Page)[] Sayings =
    [
        (
            "has no quotation",
            "quotations",
            "Its words: give at least one quotation; or choose silent, where the source does not make the claim."
        ),
        ("also is a second", "also", "A second stance: choose another one than the stance, or none."),
        ("has more than two frames", "frame", "Frames: choose at most two."),
        (
            "written is marked given",
            "basis",
            "it rests on the words that print the publication; a day of writing taken from them is inferred."
        ),
        (
            "visit should be",
            "visit",
            "The days that the timeline unfolds: give an EDTF interval with two days, such as 2024-06-18/2024-06-19."
        ),
        ("themes is empty", "themes", "Themes: give at least one."),
        ("siglum “", "siglum", "Siglum: it should be two to four letters."),
        ("has a date and no dateBasis", "basis", "The date is: choose whether it is given or inferred, and from which sources."),
        ("occurrence counts from 1", "occurrence", "“Which one in the paragraph” counts from 1."),
        ("there is no paragraph 0", "paragraph", "say in which paragraph it stands (¶)."),
        ("the quotation is empty", "exact", "the words are missing; pick them in the text, or type them."),
        ("a given fact names", "paragraph", "it is given, so name the paragraph that prints it (“In paragraph”)."),
        ("theme “", "theme", "Theme: choose one of the casebook’s."),
    ];

    /// <summary>Of one cell.</summary>
    public static IEnumerable<Problem> Of(Framing framing, Claim claim, Source source) =>
        [
            .. CodebookRules.Of(framing, claim).Select(f => Say(f.Message)),
            .. framing.Quotations.SelectMany(
                (q, n) => CodebookRules.Of(q, source).Select(f => OfQuotation(f.Message, $"quotations.{n}", n + 1))
            ),
            .. CodebookRules
                .Unseen([claim], [claim with { Framings = [framing] }])
                .Select(f =>
                    Say(f.Message.Replace("the gloss ", "our reading ", StringComparison.Ordinal), claim) with
                    {
                        Field = f.Part is AspectValue slot ? Fields.Name("aspect", slot.Key, "text") : f.Field,
                    }
                ),
        ];

    /// <summary>Of an item.</summary>
    public static IEnumerable<Problem> Of(Item item, Casebook casebook) =>
        CodebookRules
            .Of(item, new RuleContext(casebook))
            .Concat(Brought(item, casebook))
            .Concat(Unseen(item, casebook))
            .Select(f =>
                f.Part switch
                {
                    Fact fact when item is Source source => In(OfFact(f), Facts.NameOf(source, fact), Facts.LabelOf(source, fact)),
                    Written => In(OfFact(f), "written", "Written"),
                    ParagraphNote note => In(Say(f.Message), $"paragraphs.{note.Number - 1}", $"Paragraphs, ¶ {note.Number}"),
                    _ => Say(f.Message, item) is { Field: null } said ? said with { Field = f.Field } : Say(f.Message, item),
                }
            );

    // What no edit may bring in, as far as it can be told without the article.
    private static IReadOnlyList<Finding> Brought(Item item, Casebook casebook) =>
        new CheckContext(casebook) is var context && Kinds.Of(item).Find(casebook, item.RawId) is var before
            ? CheckRules.Brought(before, item, context, context)
            : [];

    // Characters that nobody can see, where the item did not hold them before.
    private static IEnumerable<Finding> Unseen(Item item, Casebook casebook) =>
        CodebookRules.Unseen(Kinds.Of(item).Find(casebook, item.RawId) is { } before ? [before] : [], [item]);

    // What a rule says of a fact and names no field of it is said beside what it says.
    private static Problem OfFact(Finding finding) =>
        Say(WithoutField(finding)) is { Field: null } said
            ? said with
            {
                Field = finding.Field is "paragraph" or "basis" or "words" or "note" ? finding.Field : "value",
            }
            : Say(WithoutField(finding));

    // A folder’s field stands before what it says; in a form its label does.
    private static string WithoutField(Finding finding) =>
        finding.Field is { } field && finding.Message.StartsWith(field + " “", StringComparison.Ordinal)
            ? finding.Message[(field.Length + 1)..]
            : finding.Message;

    /// <summary>Of a mention, a statement, a role or a line of the naming ledger.</summary>
    public static IEnumerable<Problem> OfPart(object part, Casebook casebook)
    {
        var (source, quotation) = part switch
        {
            Mention m => (m.Source, m.Quotation),
            Statement s => (s.Source, s.Quotation),
            Role r => (r.Source, r.Quotation),
            _ => (default, (Quotation?)null),
        };
        if (part is Naming naming && string.IsNullOrWhiteSpace(naming.Form))
            yield return new("form", "The form, as printed: fill it in.");
        if (quotation is null)
            yield break;
        if (string.IsNullOrWhiteSpace(quotation.Exact))
            yield return new("quotation.exact", "Quotation 1: the words are missing; pick them in the text, or type them.");
        else
            foreach (var finding in CodebookRules.Of(quotation, casebook.Sources.TryGet(source, out var known) ? known : null))
                yield return OfQuotation(finding.Message, "quotation", 1);
    }

    // What a rule says of a quotation and names no field is said beside its words.
    private static Problem OfQuotation(string message, string name, int number) =>
        In(Say(message) is { Field: null } said ? said with { Field = "exact" } : Say(message), name, $"Quotation {number}");

    private static Problem In(Problem problem, string name, string label) =>
        new(problem.Field is { } field ? $"{name}.{field}" : name, $"{label}: {problem.Words}");

    private static Problem Say(string message, Item? item = null)
    {
        foreach (var (rule, field, page) in Sayings)
            if (message.StartsWith(rule, StringComparison.Ordinal))
                return new(field, page);
        if (message.EndsWith(" cannot be a slug; use a-z, 0-9 and - only, at most 80 characters.", StringComparison.Ordinal))
            return new(
                "slug",
                $"Short name in addresses: use a-z, 0-9 and - only, at most 80 characters, not {message[..(message.IndexOf('”') + 1)]}."
            );
        if (
            message.StartsWith("the ", StringComparison.Ordinal)
            && message.EndsWith(" is missing.", StringComparison.Ordinal)
            && message[4..^" is missing.".Length] is var missing
            && Missing.TryGetValue(missing, out var label)
        )
            return new(
                missing.EndsWith("’s label", StringComparison.Ordinal) ? label.ToLowerInvariant() : missing,
                $"{(label == "Name" && item is Source ? "Short name" : label)}: fill it in."
            );
        if (message.StartsWith("hedges:", StringComparison.Ordinal))
            return new("hedges", "Hedges in it:" + message["hedges:".Length..]);
        if (message.StartsWith("loaded:", StringComparison.Ordinal))
            return new("loaded", "Loaded words in it:" + message["loaded:".Length..]);
        if (item is Claim && message.Contains(" a claim has two to five", StringComparison.Ordinal))
            return new("aspects", "Aspects: give two to five.");
        if (message.StartsWith("paragraphs lists", StringComparison.Ordinal))
            return new("paragraphs", "Paragraphs: give every paragraph of the article its line, neither more nor fewer.");
        return new(null, item is null ? message : char.ToUpperInvariant(message[0]) + message[1..]);
    }
}
