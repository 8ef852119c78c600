using System.Globalization;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Reliability;

/// <summary>A grade as fields.</summary>
public sealed class GradeFields
{
    public string Mark { get; set; } = "";
    public string Rationale { get; set; } = "";
    public List<string> Evidence { get; set; } = [];

    /// <summary>A day, as it was typed.</summary>
    public string Review { get; set; } = "";

    /// <summary>The checklist, by its lines’ words.</summary>
    public Dictionary<string, CheckFields> Check { get; set; } = [];

    /// <summary>A line of the checklist.</summary>
    public CheckFields Of(CheckItem item)
    {
        if (!Check.TryGetValue(Vocabulary.Of(item), out var check))
            Check[Vocabulary.Of(item)] = check = new();
        return check;
    }
}

/// <summary>What was found on a line of the checklist.</summary>
public sealed class CheckFields
{
    public CheckAnswer? Answer { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>
/// A grade on a source (letter) or on its framing of a claim (number). A new one is added each time; nothing is overwritten.
/// </summary>
/// <param name="held">The grade that this editor holds now: what the form begins with.</param>
public sealed class GradeForm(Source source, Claim? claim, Grade? held) : Form<GradeFields>
{
    public override string Key => claim is null ? $"grade/{source.Id}" : $"grade/{source.Id}/{claim.Id}";

    public override object? Current(Casebook casebook) => held;

    public override string? Write(object? part) => part is null ? null : Documents.Write((Grade)part);

    public override object? Restore(string? json) => held;

    public override GradeFields Fill(object? part, Casebook casebook)
    {
        if (part is not Grade g)
            return new();
        var fields = new GradeFields
        {
            Mark = g.Mark ?? "",
            Rationale = g.Rationale,
            Evidence = [.. g.Evidence],
            Review = g.Review?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        };
        foreach (var check in g.Checklist)
            (fields.Of(check.Item).Answer, fields.Of(check.Item).Note) = (check.Answer, check.Note ?? "");
        return fields;
    }

    protected override object? Read(GradeFields f, FieldReader reader)
    {
        if (FieldReader.Optional(f.Mark) is not { } mark)
        {
            reader.Wrong(
                "mark",
                claim is null
                    ? "Letter: choose one; F says that there is no basis to judge."
                    : "Number: choose one; 6 says that there is no basis to judge."
            );
            return null;
        }
        DateOnly? review = null;
        if (FieldReader.Optional(f.Review) is { } day)
        {
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                review = date;
            else
                reader.Wrong("review", $"Look at it again by: “{day}” is not a day such as 2026-12-31.");
        }
        foreach (
            var item in Enum.GetValues<CheckItem>()
                .Where(i => claim is null && f.Of(i).Answer is null && FieldReader.Optional(f.Of(i).Note) is not null)
        )
            reader.Wrong($"check.{Vocabulary.Of(item)}.answer", $"{Checklist.Label(item)}: choose an answer; a note alone says nothing.");
        var id = Ids.New<Grade>();
        return new Grade
        {
            Id = id,
            Slug = id.Value,
            Source = source.Id,
            Claim = claim?.Id,
            Mark = mark,
            Rationale = f.Rationale,
            Evidence = FieldReader.Filled(f.Evidence),
            Review = review,
            Checklist = claim is not null
                ? []
                :
                [
                    .. Enum.GetValues<CheckItem>()
                        .Select(i =>
                            f.Of(i) is { Answer: { } answer, Note: var note } ? new Check(i, answer, FieldReader.Optional(note)) : null
                        )
                        .OfType<Check>(),
                ],
            By = "",
            At = default, // the writer signs
        };
    }

    public override IEnumerable<Problem> Problems(object next, Casebook casebook)
    {
        if (((Grade)next).Rationale.Length == 0)
            yield return new("rationale", "Why: say it in a sentence.");
        foreach (var link in ((Grade)next).Evidence.Where(link => !CodebookRules.IsWebAddress(link)))
            yield return new("evidence", $"Evidence: “{link}” is not a web address; it begins with https:// or http://.");
    }

    protected override void TakeOld(GradeFields fields, string name, string text)
    {
        if (name == "evidence")
            fields.Evidence.AddRange(OldTexts.Lines(text).Select(line => line.Trim()));
        else if (name.StartsWith("check.", StringComparison.Ordinal) && !name.EndsWith(".note", StringComparison.Ordinal))
            base.TakeOld(fields, $"{name}.answer", text);
        else
            base.TakeOld(fields, name, text);
    }

    public override Edit Edit(object? basis, object? next) => new AddGrade((Grade)(next ?? Withdrawal()));

    private Grade Withdrawal()
    {
        var id = Ids.New<Grade>();
        return new()
        {
            Id = id,
            Slug = id.Value,
            Source = source.Id,
            Claim = claim?.Id,
            Rationale = "Withdrawn.",
            By = "",
            At = default,
        };
    }
}
