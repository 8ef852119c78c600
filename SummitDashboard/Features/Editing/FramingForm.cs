using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Editing;

/// <summary>One cell: a source's framing of a claim.</summary>
/// <param name="signer">Who signs what is coded here: the coder's name, and the reader's where the source is silent.</param>
/// <param name="today">The day of the signature.</param>
public sealed class FramingForm(Claim claim, Source source, string signer, DateOnly today) : EditForm
{
    public override string Key => $"framing/{claim.Id}/{source.Id}";

    public override object? Current(Casebook casebook) => casebook.Claims.TryGet(claim.Id, out var now) ? now.Of(source.Id) : null;

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        var values = new Dictionary<string, string>();
        if (part is not Framing f)
            return values;
        values["stance"] = Words.Of(f.Stance);
        if (f.Also is { } also)
            values["also"] = Words.Of(also);
        if (f.Stance == Stance.Silent)
            values["readWhole"] = "true";
        for (var n = 0; n < f.Quotations.Count; n++)
            QuotationFields.Write(values, $"quotations.{n}", f.Quotations[n], casebook);
        foreach (var slot in f.Aspects)
            (values[$"aspect.{slot.Key}.value"], values[$"aspect.{slot.Key}.text"]) = (slot.Value, slot.Text);
        foreach (var key in f.Empty)
            values[$"aspect.{key}.empty"] = "true";
        foreach (var frame in f.Frames)
            values[$"frame.{Words.Of(frame)}"] = "true";
        if (f.Gloss is { } gloss)
            values["gloss"] = gloss;
        if (f.Note is { } note)
            values["note"] = note;
        return values;
    }

    public override object? Read(FieldReader fields, Casebook casebook, List<string> problems)
    {
        if (fields.Word<Stance>("stance") is not { } stance)
        {
            problems.Add("Choose a stance: how does this source put the claim?");
            return null;
        }
        var before = Current(casebook) as Framing;
        if (stance == Stance.Silent)
        {
            if (!fields.Flag("readWhole"))
                problems.Add("Silent says that you have read the whole source; tick that you have.");
            return before is { Stance: Stance.Silent }
                ? before with
                {
                    Note = fields.Optional("note"),
                }
                : new Framing
                {
                    Source = source.Id,
                    Stance = stance,
                    ReadBy = signer,
                    ReadOn = today,
                    Note = fields.Optional("note"),
                };
        }
        return new Framing
        {
            Source = source.Id,
            Stance = stance,
            Also = fields.Word<Stance>("also"),
            Coder = before is null or { Stance: Stance.Silent } ? signer : before.Coder,
            Quotations = [.. Quotations(fields, casebook, problems)],
            Aspects =
            [
                .. InOrder(claim.Aspects.Select(a => a.Key), before?.Aspects.Select(a => a.Key))
                    .Select(key => Slot(key, fields, casebook, problems))
                    .OfType<AspectValue>(),
            ],
            Empty = [.. InOrder(claim.Aspects.Select(a => a.Key), before?.Empty).Where(key => IsEmpty(fields, key))],
            Frames = [.. InOrder(Enum.GetValues<NewsFrame>(), before?.Frames).Where(f => fields.Flag($"frame.{Words.Of(f)}"))],
            Gloss = fields.Optional("gloss"),
            Note = fields.Optional("note"),
        };
    }

    public override Edit Edit(object? basis, object? next) => new PutFraming(claim.Id, source.Id, (Framing?)basis, (Framing?)next);

    public override string? Write(object? part) => part is null ? null : Documents.Part(part);

    public override object? Restore(string? json) => json is null ? null : Documents.Framing(json, claim);

    // A draft from before slots could be marked empty: what was empty and nobody filled still is.
    public override void Upcast(Dictionary<string, string> values, IReadOnlyDictionary<string, string> started, string? basis)
    {
        if (basis is null || basis.Contains("\"empty\":", StringComparison.Ordinal))
            return;
        foreach (var aspect in claim.Aspects.Select(a => $"aspect.{a.Key}"))
            if (
                started.ContainsKey($"{aspect}.empty")
                && new[] { "text", "value" }.All(part => values.GetValueOrDefault($"{aspect}.{part}", "").Length == 0)
            )
                values[$"{aspect}.empty"] = "true";
    }

    public override IEnumerable<string> Problems(object next, Casebook casebook) => PageWords.Of((Framing)next, claim, source);

    public override string Label(string group, Casebook casebook) =>
        group.Split('.', 2) switch
        {
            ["aspect", var key] => claim.Aspects.FirstOrDefault(a => a.Key == key)?.Label ?? key,
            ["frame", var frame] => $"Frame: {frame.Replace('-', ' ')}",
            ["readWhole"] => "Read whole",
            ["gloss"] => "Our reading",
            ["quotations"] => "Its words",
            ["also"] => "A second stance",
            _ => base.Label(group, casebook),
        };

    public override string Say(string name, string value, Casebook casebook) =>
        name.StartsWith("aspect.", StringComparison.Ordinal) && name.EndsWith(".empty", StringComparison.Ordinal)
            ? "empty"
            : base.Say(name, value, casebook);

    private static bool IsEmpty(FieldReader fields, string key) => fields.Flag($"aspect.{key}.empty");

    // What was there keeps its place.
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> all, IEnumerable<T>? before) =>
        before is null ? all : before.Intersect(all).Union(all);

    private static IEnumerable<Quotation> Quotations(FieldReader fields, Casebook casebook, List<string> problems)
    {
        foreach (var (place, row) in fields.Rows("quotations").Index())
        {
            var (prefix, wrong) = ($"quotations.{row}", new List<string>());
            if (fields.Text($"{prefix}.exact").Length > 0)
                yield return QuotationFields.Read(fields, prefix, casebook, wrong);
            else if (QuotationFields.LacksWords(fields, prefix))
                wrong.Add("its words are missing; type them, or take the quotation away.");
            problems.AddRange(wrong.Select(w => $"Quotation {place + 1}: {w}"));
        }
    }

    // The short term that is compared may be left out: then it is that of the same words in another source, or it is made of them.
    private AspectValue? Slot(string key, FieldReader fields, Casebook casebook, List<string> problems)
    {
        var (text, value) = (fields.Optional($"aspect.{key}.text"), fields.Optional($"aspect.{key}.value"));
        if (text is null && value is null)
            return null;
        var label = claim.Aspects.First(a => a.Key == key).Label;
        if (IsEmpty(fields, key))
            problems.Add($"{label}: it is filled and marked empty at once; clear it, or take the mark away.");
        if (value is not null && !CodebookRules.IsSlug(value))
            problems.Add(
                $"{label}: the term “{value}” should be of a-z, 0-9 and -, so that sources can be compared; “{Names.Term(value)}” would do."
            );
        return new(key, value ?? SameWords(key, text!, casebook) ?? Names.Term(text!), text ?? value!.Replace('-', ' '));
    }

    private string? SameWords(string key, string text, Casebook casebook) =>
        casebook.Claims.TryGet(claim.Id, out var now)
            ? now
                .Framings.Where(f => f.Source != source.Id)
                .Select(f => f.In(key))
                .FirstOrDefault(slot => slot is not null && Names.Fold(slot.Text) == Names.Fold(text))
                ?.Value
            : null;
}
