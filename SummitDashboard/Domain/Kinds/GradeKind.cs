namespace SummitDashboard.Domain;

/// <summary>Grades: one editor’s judgements after the Admiralty code.</summary>
public sealed class GradeKind : Kind<Grade>
{
    public static readonly GradeKind Instance = new();

    private GradeKind()
        : base(ItemKind.Grade) { }

    public override Right Right => Right.Grade;
    public override bool IsNamed => false;
    public override bool IsOnlyAdded => true;

    protected override string Title(Grade grade) => grade.Slug;

    public override IEnumerable<Grade> In(Casebook casebook) => casebook.Grades.All;

    public override Grade? Find(Casebook casebook, string id) => casebook.Grades.TryGet(new(id));

    protected override IEnumerable<(ItemKind, string)> References(Grade grade) => [.. Each([grade.Source]), .. Some(grade.Claim)];

    // What is judged takes the judgement along.
    protected override Grade? Without(Grade grade, Item gone) =>
        (gone is Source source && grade.Source == source.Id) || (gone is Claim claim && grade.Claim == claim.Id) ? null : grade;

    protected override IEnumerable<ItemText> Texts(Grade grade) =>
        [
            ItemText.Needed(grade, "name of who graded", grade.By, field: "by"),
            ItemText.Free(grade, "rationale", grade.Rationale, field: "rationale"),
            .. grade.Evidence.Select(link => ItemText.Free(grade, "evidence", link, field: "evidence")),
            .. grade.Checklist.Select(c => ItemText.Optional(grade, "note in the checklist", c.Note, field: "checklist")),
        ];

    protected override IEnumerable<Finding> Rules(Grade grade, RuleContext context)
    {
        if (grade.Mark is { } mark && !Admiralty.Scale(grade.Claim is not null).Contains(mark))
            yield return new(
                grade,
                grade.Claim is null
                    ? $"“{mark}” is no letter; a source is graded A to F."
                    : $"“{mark}” is no number; a framing is graded 1 to 6.",
                "mark"
            );
        if (string.IsNullOrWhiteSpace(grade.Rationale))
            yield return new(grade, "a grade needs its rationale: say in a sentence why.", "rationale");
        foreach (var link in grade.Evidence)
            if (!CodebookRules.IsWebAddress(link))
                yield return new(grade, $"“{link}” is not a web address; it begins with https:// or http://.", "evidence");
        foreach (var twice in grade.Checklist.GroupBy(c => c.Item).Where(g => g.Count() > 1))
            yield return new(grade, $"the checklist answers {Vocabulary.Of(twice.Key)} twice.", "checklist");
        if (grade.Claim is not null && grade.Checklist.Count > 0)
            yield return new(grade, "the checklist belongs to the source’s letter, not to a framing’s number.", "checklist");
    }

    protected override Grade Exported(Grade grade, bool withNotes) => grade with { AccountId = null };

    protected override IEnumerable<object> PartsOf(Grade grade, SourceId source) => grade.Source == source ? [grade] : [];
}
