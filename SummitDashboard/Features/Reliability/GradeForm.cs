using System.Globalization;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Reliability;

/// <summary>
/// A grade on a source (letter) or on its framing of a claim (number). A new one is added each time; nothing is overwritten.
/// </summary>
/// <param name="held">The grade that this editor holds now: what the form begins with.</param>
public sealed class GradeForm(Source source, Claim? claim, Grade? held) : EditForm
{
    public override string Key => claim is null ? $"grade/{source.Id}" : $"grade/{source.Id}/{claim.Id}";

    public override object? Current(Casebook casebook) => held;

    public override string? Write(object? part) => part is null ? null : Documents.Write((Grade)part);

    public override object? Restore(string? json) => held;

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        var values = new Dictionary<string, string>();
        if (part is not Grade g)
            return values;
        values["mark"] = g.Mark ?? "";
        values["rationale"] = g.Rationale;
        values["evidence"] = string.Join('\n', g.Evidence);
        values["review"] = g.Review?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        foreach (var check in g.Checklist)
            (values[$"check.{Words.Of(check.Item)}"], values[$"check.{Words.Of(check.Item)}.note"]) = (
                Words.Of(check.Answer),
                check.Note ?? ""
            );
        return values;
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems)
    {
        if (f.Optional("mark") is not { } mark)
        {
            problems.Add(
                claim is null
                    ? "Letter: choose one; F says that there is no basis to judge."
                    : "Number: choose one; 6 says that there is no basis to judge."
            );
            return null;
        }
        DateOnly? review = null;
        if (f.Optional("review") is { } day)
        {
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                review = date;
            else
                problems.Add($"Look at it again by: “{day}” is not a day such as 2026-12-31.");
        }
        foreach (
            var item in Enum.GetValues<CheckItem>()
                .Where(i =>
                    claim is null
                    && f.Word<CheckAnswer>($"check.{Words.Of(i)}") is null
                    && f.Optional($"check.{Words.Of(i)}.note") is not null
                )
        )
            problems.Add($"{Checklist.Label(item)}: choose an answer; a note alone says nothing.");
        var id = Ids.New();
        return new Grade
        {
            Id = id,
            Slug = id,
            Source = source.Id,
            Claim = claim?.Id,
            Mark = mark,
            Rationale = f.Text("rationale"),
            Evidence = [.. f.Lines("evidence").Select(line => line.Trim())],
            Review = review,
            Checklist = claim is not null
                ? []
                :
                [
                    .. Enum.GetValues<CheckItem>()
                        .Select(i =>
                            f.Word<CheckAnswer>($"check.{Words.Of(i)}") is { } answer
                                ? new Check(i, answer, f.Optional($"check.{Words.Of(i)}.note"))
                                : null
                        )
                        .OfType<Check>(),
                ],
            By = "",
            At = default, // the writer signs
        };
    }

    public override IEnumerable<string> Problems(object next, Casebook casebook)
    {
        if (((Grade)next).Rationale.Length == 0)
            yield return "Why: say it in a sentence.";
        foreach (var link in ((Grade)next).Evidence.Where(link => !CodebookRules.IsWebAddress(link)))
            yield return $"Evidence: “{link}” is not a web address; it begins with https:// or http://.";
    }

    public override Edit Edit(object? basis, object? next) => new AddGrade((Grade)(next ?? Withdrawal()));

    private Grade Withdrawal()
    {
        var id = Ids.New();
        return new()
        {
            Id = id,
            Slug = id,
            Source = source.Id,
            Claim = claim?.Id,
            Rationale = "Withdrawn.",
            By = "",
            At = default,
        };
    }
}
