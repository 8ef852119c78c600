using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>A quotation as fields, under a prefix such as <c>quotations.0</c>.</summary>
internal static class QuotationFields
{
    public static void Write(Dictionary<string, string> values, string prefix, Quotation q, Casebook casebook)
    {
        values[$"{prefix}.exact"] = q.Exact;
        values[$"{prefix}.paragraph"] = q.Paragraph.ToString(CultureInfo.InvariantCulture);
        if (q.Occurrence > 1)
            values[$"{prefix}.occurrence"] = q.Occurrence.ToString(CultureInfo.InvariantCulture);
        if (q.Position is { } position)
            values[$"{prefix}.position"] = position.ToString();
        if (q.Unverified)
            values[$"{prefix}.unverified"] = "true";
        if (q.Stance is { } stance)
            values[$"{prefix}.stance"] = Words.Of(stance);
        if (q.Cites?.Actor is { } actor)
            values[$"{prefix}.citesActor"] = actor;
        if (q.Cites?.Other is { } other)
            values[$"{prefix}.cites"] = other;
        if (q.Hedges.Count > 0)
            values[$"{prefix}.hedges"] = Separated.Write(q.Hedges, ';');
        if (q.Loaded.Count > 0)
            values[$"{prefix}.loaded"] = Separated.Write(q.Loaded, ';');
    }

    public static Quotation Read(FieldReader fields, string prefix, Casebook casebook, List<string> problems) =>
        new()
        {
            Exact = fields.Text($"{prefix}.exact"),
            Paragraph = fields.Number($"{prefix}.paragraph", "¶", problems) ?? 0,
            Occurrence = Math.Max(1, fields.Number($"{prefix}.occurrence", "Which one in the paragraph", problems) ?? 1),
            Position = TextPosition.Parse(fields.Text($"{prefix}.position")),
            Unverified = fields.Flag($"{prefix}.unverified"),
            Stance = fields.Word<Stance>($"{prefix}.stance"),
            Cites = Cites(fields.Optional($"{prefix}.citesActor"), fields.Optional($"{prefix}.cites"), casebook, problems),
            Hedges = fields.List($"{prefix}.hedges"),
            Loaded = fields.List($"{prefix}.loaded"),
        };

    /// <summary>True for a row in which something was typed, though its words were not.</summary>
    public static bool LacksWords(FieldReader fields, string prefix) =>
        new[] { "citesActor", "cites", "stance", "hedges", "loaded" }.Any(part => fields.Optional($"{prefix}.{part}") is not null);

    // A person by id, anybody else in plain words, be they those of a person’s name.
    private static Cited? Cites(string? actor, string? other, Casebook casebook, List<string> problems)
    {
        if (actor is not null && !casebook.Actors.TryGet(actor, out _))
            problems.Add("Whose word: the person chosen was removed meanwhile; choose again, or say it in words.");
        return actor is null && other is null ? null : new(actor, other);
    }
}

/// <summary>The people of the panel as they are chosen: two of one name are told apart by their short names.</summary>
internal static class PersonChoice
{
    /// <summary>What is picked for a person; no plain text is taken for it.</summary>
    public static string Label(Actor actor) => $"{actor.Name} ({actor.Slug})";

    /// <summary>A person who was chosen: by name, and by short name too where two have that name.</summary>
    public static string Shown(Actor actor, Casebook casebook) =>
        casebook.Actors.Count(a => a.Name == actor.Name) > 1 ? Label(actor) : actor.Name;

    /// <summary>The person whose label was picked; null for plain words.</summary>
    public static Actor? Picked(string text, Casebook casebook) => casebook.Actors.FirstOrDefault(a => Label(a) == text);

    /// <summary>The people whose name was typed, and who may be meant.</summary>
    public static IEnumerable<Actor> Named(string text, Casebook casebook) =>
        text.Length == 0 ? [] : casebook.Actors.Where(a => Names.Fold(a.Name) == Names.Fold(text));
}

/// <summary>Filling in where a typed or picked fragment stands.</summary>
internal static class QuotationPlace
{
    /// <summary>
    /// Notes paragraph, occurrence and position of a picked stretch of a paragraph, trimmed to whole words; nothing where no words stand
    /// there.
    /// </summary>
    public static void Pick(Dictionary<string, string> values, string prefix, ArticleText text, int paragraph, int start, int end)
    {
        if (paragraph < 1 || paragraph > text.Paragraphs.Count || start < 0 || end <= start)
            return;
        var span = Words(text.Paragraphs[paragraph - 1], start, end);
        if (span.Length == 0)
            return;
        var words = text.Paragraphs[paragraph - 1];
        var exact = words.Substring(span.Start, span.Length);
        values[$"{prefix}.exact"] = exact;
        Place(values, prefix, text, paragraph, 1 + TextSpan.CountOf(words[..(span.End - 1)], exact));
    }

    /// <summary>
    /// After somebody typed a fragment: finds it in the text, first in the paragraph given, else in the first that has it. False where the
    /// text does not have it; then only the position goes.
    /// </summary>
    public static bool Find(Dictionary<string, string> values, string prefix, ArticleText text)
    {
        values.Remove($"{prefix}.position");
        var exact = values.GetValueOrDefault($"{prefix}.exact", "").Trim();
        if (exact.Length == 0)
            return true;
        values[$"{prefix}.exact"] = exact;
        _ = int.TryParse(values.GetValueOrDefault($"{prefix}.paragraph"), NumberStyles.None, CultureInfo.InvariantCulture, out var given);
        _ = int.TryParse(
            values.GetValueOrDefault($"{prefix}.occurrence"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var occurrence
        );
        var places = Enumerable
            .Range(1, text.Paragraphs.Count)
            .Where(p => text.Paragraphs[p - 1].Contains(exact, StringComparison.Ordinal))
            .ToList();
        if (places.Count == 0)
            return false;
        var paragraph = places.Contains(given) ? given : places[0];
        Place(values, prefix, text, paragraph, paragraph == given && occurrence > 1 ? occurrence : 1);
        return true;
    }

    private static void Place(Dictionary<string, string> values, string prefix, ArticleText text, int paragraph, int occurrence)
    {
        values.Remove($"{prefix}.unverified");
        values[$"{prefix}.paragraph"] = paragraph.ToString(CultureInfo.InvariantCulture);
        if (occurrence > 1)
            values[$"{prefix}.occurrence"] = occurrence.ToString(CultureInfo.InvariantCulture);
        else
            values.Remove($"{prefix}.occurrence");
        if (
            text.PositionOf(
                new()
                {
                    Exact = values[$"{prefix}.exact"],
                    Paragraph = paragraph,
                    Occurrence = occurrence,
                }
            ) is
            { } position
        )
            values[$"{prefix}.position"] = position.ToString();
    }

    // Blanks and half words at the ends of a selection are slips of the hand.
    private static TextSpan Words(string text, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]) && start < text.Length && char.IsLetterOrDigit(text[start]))
            start--;
        while (end < text.Length && end > start && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]))
            end++;
        return new(start, end - start);
    }
}
