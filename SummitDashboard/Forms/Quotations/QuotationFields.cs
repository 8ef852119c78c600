using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Forms;

/// <summary>A quotation as fields. A person of the panel who is cited is there by id, anybody else in plain words.</summary>
public sealed class QuotationFields
{
    public string Exact { get; set; } = "";
    public string Paragraph { get; set; } = "";

    /// <summary>Which one in the paragraph; empty for the first.</summary>
    public string Occurrence { get; set; } = "";
    public TextPosition? Position { get; set; }
    public bool Unverified { get; set; }
    public Stance? Stance { get; set; }
    public string CitesActor { get; set; } = "";
    public string Cites { get; set; } = "";
    public List<string> Hedges { get; set; } = [];
    public List<string> Loaded { get; set; } = [];
    public TranslationFields Translation { get; set; } = new();

    public static QuotationFields Of(Quotation q) =>
        new()
        {
            Exact = q.Exact,
            Paragraph = Text(q.Paragraph),
            Occurrence = q.Occurrence > 1 ? Text(q.Occurrence) : "",
            Position = q.Position,
            Unverified = q.Unverified,
            Stance = q.Stance,
            CitesActor = q.Cites?.Actor?.Value ?? "",
            Cites = q.Cites?.Other ?? "",
            Hedges = [.. q.Hedges],
            Loaded = [.. q.Loaded],
            Translation = TranslationFields.Of(q),
        };

    /// <summary>
    /// The quotation; what is wrong is said with <paramref name="before"/> in front, of the fields under <paramref name="name"/>.
    /// </summary>
    public Quotation Read(FieldReader reader, string name, string before = "") =>
        new()
        {
            Exact = Exact,
            Paragraph = reader.Number($"{name}.paragraph", $"{before}¶", Paragraph) ?? 0,
            Occurrence = Math.Max(1, reader.Number($"{name}.occurrence", $"{before}Which one in the paragraph", Occurrence) ?? 1),
            Position = Position,
            Unverified = Unverified,
            Stance = Stance,
            Cites = Cited(reader, name, before),
            Hedges = Printed(Hedges),
            Loaded = Printed(Loaded),
            Translation = Translation.Read(reader, $"{name}.translation", before, Exact),
        };

    // A word that was typed otherwise than it is printed, in what nobody sees, is the quotation’s own.
    private IReadOnlyList<string> Printed(IEnumerable<string> marks) =>
        [.. FieldReader.Filled(marks).Select(m => FragmentSearch.Find([Exact], m) is { IsExact: false } found ? found.Span.In(Exact) : m)];

    /// <summary>The quotation as far as it can be read, for showing where it stands.</summary>
    public Quotation Draft(Casebook casebook) => Read(new(casebook), "");

    /// <summary>True where it is said whose word it is.</summary>
    public bool IsCited => CitesActor.Length > 0 || Cites.Length > 0;

    /// <summary>True where something was typed, though its words were not.</summary>
    public bool LacksWords =>
        Exact.Length == 0 && (IsCited || Stance is not null || Hedges.Count > 0 || Loaded.Count > 0 || Translation.Text.Length > 0);

    /// <summary>True where both quote the same words at the same place.</summary>
    public bool IsOfSameWords(QuotationFields other) =>
        Exact.Length > 0 && (Exact, Paragraph, Nth) == (other.Exact, other.Paragraph, other.Nth);

    private string Nth => Occurrence is "1" ? "" : Occurrence;

    /// <summary>What it says, part by part, as whoever typed it can use it again; a part may be empty.</summary>
    public IEnumerable<(string Label, string Words)> InWords(Casebook casebook)
    {
        var person = casebook.Actors.TryGet(new ActorId(CitesActor), out var actor) ? actor.Name : "";
        yield return ("Its words", Exact);
        yield return ("Whose word", string.Join(", ", new[] { person, Cites }.Where(w => w.Length > 0)));
        yield return ("Its own stance", Stance is { } own ? Vocabulary.Of(own) : "");
        yield return ("Hedges in it", string.Join("; ", Hedges));
        yield return ("Loaded words in it", string.Join("; ", Loaded));
        yield return ("Translation", Translation.Text);
    }

    /// <summary>The same in one line: its words and where they stand, and what is said of them.</summary>
    public string Said(Casebook casebook)
    {
        var place = Paragraph.Length == 0 ? "" : $" (¶ {Paragraph}{(Nth.Length > 0 ? $", number {Nth} of its like" : "")})";
        var more = InWords(casebook).Skip(1).Where(part => part.Words.Length > 0).Select(part => $" · {part.Label}: {part.Words}");
        return $"{(Exact.Length > 0 ? $"“{Exact}”" : "no words yet")}{place}{string.Concat(more)}";
    }

    /// <summary>Takes over a field of an older draft, in which several words stood in one text.</summary>
    /// <param name="name">The field’s name in full; its last part says which it is.</param>
    public static void TakeOld(object fields, string name, string text)
    {
        if (name.EndsWith(".hedges", StringComparison.Ordinal) || name.EndsWith(".loaded", StringComparison.Ordinal))
            foreach (var (n, word) in OldTexts.Read(text, ';').Index())
                Fields.Set(fields, $"{name}.{n}", word);
        else
            Fields.Set(fields, name, text.Trim());
    }

    private Cited? Cited(FieldReader reader, string name, string before)
    {
        var (actor, other) = (FieldReader.OptionalId<Actor>(CitesActor), FieldReader.Optional(Cites));
        if (actor is not null && !reader.Casebook.Actors.TryGet(actor, out _))
            reader.Wrong(
                $"{name}.cites",
                $"{before}Whose word: the person chosen was removed meanwhile; choose again, or say it in words."
            );
        return actor is null && other is null ? null : new(actor, other);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
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
        text.Length == 0 ? [] : casebook.Actors.Where(a => Folding.Of(a.Name) == Folding.Of(text) || a.Slug == text);
}
