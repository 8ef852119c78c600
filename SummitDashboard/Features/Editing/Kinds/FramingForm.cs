using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Editing;

/// <summary>A framing as fields.</summary>
public sealed class FramingFields
{
    public Stance? Stance { get; set; }
    public Stance? Also { get; set; }
    public bool ReadWhole { get; set; }
    public List<QuotationFields> Quotations { get; set; } = [];

    /// <summary>The slots, by the keys of their aspects.</summary>
    public Dictionary<string, SlotFields> Aspect { get; set; } = [];

    /// <summary>The frames, by their words.</summary>
    public HashSet<string> Frame { get; set; } = [];
    public string Gloss { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>The slot of an aspect.</summary>
    public SlotFields Slot(string key)
    {
        if (!Aspect.TryGetValue(key, out var slot))
            Aspect[key] = slot = new();
        return slot;
    }
}

/// <summary>A slot: what fills it, the term that is compared, or that it is empty.</summary>
public sealed class SlotFields
{
    public string Text { get; set; } = "";
    public string Value { get; set; } = "";
    public bool Empty { get; set; }

    /// <summary>True where it is not yet coded.</summary>
    internal bool IsOpen => Text.Length == 0 && Value.Length == 0 && !Empty;
}

/// <summary>One cell: a source's framing of a claim.</summary>
/// <param name="signer">Who signs what is coded here: the coder's name, and the reader's where the source is silent.</param>
/// <param name="today">The day of the signature.</param>
public sealed class FramingForm(Claim claim, Source source, string signer, DateOnly today) : Form<FramingFields>
{
    public override string Key => BegunCell.KeyOf(claim.Id, source.Id);

    public override object? Current(Casebook casebook) => casebook.Claims.TryGet(claim.Id, out var now) ? now.Of(source.Id) : null;

    public override FramingFields Fill(object? part, Casebook casebook)
    {
        if (part is not Framing f)
            return new();
        var fields = new FramingFields
        {
            Stance = f.Stance,
            Also = f.Also,
            ReadWhole = f.Stance == Stance.Silent,
            Quotations = [.. f.Quotations.Select(QuotationFields.Of)],
            Frame = [.. f.Frames.Select(Vocabulary.Of)],
            Gloss = f.Gloss ?? "",
            Note = f.Note ?? "",
        };
        foreach (var slot in f.Aspects)
            (fields.Slot(slot.Key).Value, fields.Slot(slot.Key).Text) = (slot.Value, slot.Text);
        foreach (var key in f.Empty)
            fields.Slot(key).Empty = true;
        return fields;
    }

    protected override object? Read(FramingFields f, FieldReader reader)
    {
        if (f.Stance is not { } stance)
        {
            reader.Wrong("stance", "Choose a stance: how does this source put the claim?");
            return null;
        }
        var (before, note) = (Current(reader.Casebook) as Framing, FieldReader.Optional(f.Note));
        if (stance == Stance.Silent)
        {
            if (!f.ReadWhole)
                reader.Wrong("readWhole", "Silent says that you have read the whole source; tick that you have.");
            return before is { Stance: Stance.Silent }
                ? before with
                {
                    Note = note,
                }
                : new Framing
                {
                    Source = source.Id,
                    Stance = stance,
                    ReadBy = signer,
                    ReadOn = today,
                    Note = note,
                };
        }
        return new Framing
        {
            Source = source.Id,
            Stance = stance,
            Also = f.Also,
            Coder = before is null or { Stance: Stance.Silent } ? signer : before.Coder,
            Quotations = [.. Quotations(f, reader)],
            Aspects =
            [
                .. InOrder(claim.Aspects.Select(a => a.Key), before?.Aspects.Select(a => a.Key))
                    .Select(key => Slot(key, f.Aspect.GetValueOrDefault(key), reader))
                    .OfType<AspectValue>(),
            ],
            Empty =
            [
                .. InOrder(claim.Aspects.Select(a => a.Key), before?.Empty).Where(key => f.Aspect.GetValueOrDefault(key)?.Empty == true),
            ],
            Frames = [.. InOrder(Enum.GetValues<NewsFrame>(), before?.Frames).Where(frame => f.Frame.Contains(Vocabulary.Of(frame)))],
            Gloss = FieldReader.Optional(f.Gloss),
            Note = note,
        };
    }

    public override Edit Edit(object? basis, object? next) => new PutFraming(claim.Id, source.Id, (Framing?)basis, (Framing?)next);

    public override string? Write(object? part) => part is null ? null : Documents.Part(part);

    public override object? Restore(string? json) => json is null ? null : Documents.Framing(json, claim);

    protected override void TakeOld(FramingFields fields, string name, string text)
    {
        // Whatever stands between is the key.
        if (name.StartsWith("aspect.", StringComparison.Ordinal) && name.LastIndexOf('.') is var last and > 6)
            Fields.Set(fields, $"{Fields.Name("aspect", name[7..last])}{name[last..]}", text.Trim());
        else
            QuotationFields.TakeOld(fields, name, text);
    }

    // A draft from before slots could be marked empty: what was empty and nobody filled still is.
    public override object Upcast(IReadOnlyDictionary<string, string> texts, object started, string? basis)
    {
        var fields = (FramingFields)base.Upcast(texts, started, basis);
        if (basis is not null && !basis.Contains("\"empty\":", StringComparison.Ordinal))
            foreach (var (key, slot) in ((FramingFields)started).Aspect.Where(s => s.Value.Empty))
                if (fields.Slot(key).IsOpen)
                    fields.Slot(key).Empty = true;
        return fields;
    }

    /// <summary>
    /// The parts without which nothing is coded here: a stance, and of what is told its words, of silence that the source was read whole.
    /// </summary>
    public static IReadOnlyList<string> Lacking(FramingFields f) =>
        f.Stance switch
        {
            null => f.Quotations.Any(q => q.Exact.Length > 0) ? ["the stance"] : ["the stance", "its words"],
            Stance.Silent => f.ReadWhole ? [] : ["that the source was read whole"],
            _ => f.Quotations.Any(q => q.Exact.Length > 0) ? [] : ["its words"],
        };

    /// <summary>Whether it is open whose word a quotation is, where it attributes (<see cref="Incomplete"/>).</summary>
    public static bool LacksWord(FramingFields f, QuotationFields row) =>
        row.Exact.Length > 0
        && !row.IsCited
        && (
            row.Stance == Stance.Attributes
            || (
                row.Stance is null
                && (f.Stance == Stance.Attributes || f.Also == Stance.Attributes)
                && !f.Quotations.Exists(q => q.Stance is null or Stance.Attributes && q.IsCited)
            )
        );

    public override IReadOnlyList<string> StillOpen(object fields, Casebook casebook) =>
        Read(fields, new FieldReader(casebook)) is Framing framing
            ? [.. Incomplete.Of(framing, claim).Select(o => o.Short).Distinct()]
            : [];

    public override IEnumerable<Problem> Problems(object next, Casebook casebook) => RuleLabels.Of((Framing)next, claim, source);

    public override string Label(string group, Casebook casebook) =>
        group.Split('.', 2) switch
        {
            ["aspect", var key] => claim.Aspects.FirstOrDefault(a => a.Key == Fields.Key(key))?.Label ?? Fields.Key(key),
            ["frame", var frame] => $"Frame: {frame.Replace('-', ' ')}",
            ["readWhole"] => "Read whole",
            ["gloss"] => "Our reading",
            ["quotations"] => "Its words",
            ["also"] => "A second stance",
            _ => base.Label(group, casebook),
        };

    public override string Say(string name, string value, Casebook casebook) =>
        name.StartsWith("aspect.", StringComparison.Ordinal) && name.EndsWith(".empty", StringComparison.Ordinal) ? "empty"
        : name.StartsWith("frame.", StringComparison.Ordinal) ? (value.Length > 0 ? "marked" : "not marked")
        : base.Say(name, value, casebook);

    /// <summary>What was typed, as whoever typed it can use it again: the words, whose word they are, and the answers.</summary>
    public IEnumerable<(string Label, string Words)> InWords(FramingFields f, Casebook casebook)
    {
        if (f.Stance is { } stance)
            yield return ("Stance", Vocabulary.Of(stance));
        if (f.Also is { } also)
            yield return (Label("also", casebook), Vocabulary.Of(also));
        foreach (var (n, row) in f.Quotations.Where(q => q.Exact.Length > 0 || q.LacksWords).Index())
        foreach (var (label, words) in row.InWords(casebook).Where(part => part.Words.Length > 0))
            yield return (n == 0 && f.Quotations.Count == 1 ? label : $"{label} ({n + 1})", words);
        foreach (var aspect in claim.Aspects)
        {
            var slot = f.Slot(aspect.Key);
            if (!slot.IsOpen)
                yield return (
                    aspect.Label,
                    string.Join(" · ", new[] { slot.Text, slot.Value, slot.Empty ? "empty" : "" }.Where(w => w.Length > 0))
                );
        }
        if (f.Frame.Count > 0)
            yield return ("Frames", string.Join(", ", f.Frame.Select(w => w.Replace('-', ' '))));
        if (f.Gloss.Length > 0)
            yield return (Label("gloss", casebook), f.Gloss);
        if (f.Note.Length > 0)
            yield return ("Note", f.Note);
    }

    // What was there keeps its place.
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> all, IEnumerable<T>? before) =>
        before is null ? all : before.Intersect(all).Union(all);

    // A row in which nothing stands is none.
    private static IEnumerable<Quotation> Quotations(FramingFields f, FieldReader reader)
    {
        var number = 0;
        foreach (var (row, quotation) in f.Quotations.Index().Where(q => q.Item.Exact.Length > 0 || q.Item.LacksWords))
        {
            number++;
            if (quotation.LacksWords)
                reader.Wrong(
                    $"quotations.{row}.exact",
                    $"Quotation {number}: its words are missing; type them, or take the quotation away."
                );
            else
                yield return quotation.Read(reader, $"quotations.{row}", $"Quotation {number}: ");
        }
    }

    // The short term that is compared may be left out: then it is that of the same words in another source, or it is made of them.
    private AspectValue? Slot(string key, SlotFields? slot, FieldReader reader)
    {
        var (text, value) = (FieldReader.Optional(slot?.Text ?? ""), FieldReader.Optional(Folding.Composed(slot?.Value ?? "")));
        if (slot is null || (text is null && value is null))
            return null;
        var label = claim.Aspects.First(a => a.Key == key).Label;
        if (slot.Empty)
            reader.Wrong(
                Fields.Name("aspect", key, "text"),
                $"{label}: it is filled and marked empty at once; clear it, or take the mark away."
            );
        if (value is not null && !Terms.IsTerm(value))
            reader.Wrong(
                Fields.Name("aspect", key, "value"),
                $"{label}: “{value}” is not written as a term, by which sources are compared; “{Terms.Of(value)}” would do."
            );
        return new(key, value ?? SameWords(key, text!, reader.Casebook) ?? Terms.Of(text!), text ?? value!.Replace('-', ' '));
    }

    private string? SameWords(string key, string text, Casebook casebook) =>
        casebook.Claims.TryGet(claim.Id, out var now) ? now.TermOfWords(key, text, than: source.Id) : null;
}
