using System.Globalization;
using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Grades: one file for all of a source and of its framings, <c>grades/&lt;slug of the source&gt;.md</c>.</summary>
internal sealed class GradeFile : KindFile
{
    /// <summary>The mark of a grade that takes back what its editor held.</summary>
    private const string Withdrawn = "withdrawn";

    public override Kind Kind => GradeKind.Instance;

    public override IEnumerable<Item> In(CaseFolderContents contents) => contents.Grades;

    public override void Read(OpenFile file, CaseFolderContents contents, PartReader parts)
    {
        var source = contents.Sources.Find(s => s.Slug == file.Slug);
        if (source is null)
            file.Fields.Complain($"there is no source “{file.Slug}”; a file of grades is named after the source that they judge.");
        if (file.Body.Length > 0)
            file.Fields.Complain("a file of grades has no note; every grade has its rationale.");
        foreach (var grade in parts.Parts(file.Fields, "grades", g => ReadGrade(g, source?.Id ?? new(file.Slug), parts)))
        {
            contents.Grades.Add(grade);
            if (!contents.Files.TryAdd(grade.RawId, file.Name))
                contents.Problems.Add(
                    new(
                        file.Name,
                        contents.LineOf(grade),
                        $"id {grade.Id} is also that of something in {contents.Files[grade.RawId]}; every grade has its own (leave the "
                            + "field out to get one)."
                    )
                );
        }
        file.Fields.RefuseTheRest();
    }

    private static Grade ReadGrade(Fields f, SourceId source, PartReader parts)
    {
        var mark = f.Term("mark", required: true);
        var grade = new Grade
        {
            Id = default,
            Slug = "",
            Note = f.Verbatim("note") ?? "",
            Source = source,
            Claim = parts.References.ResolveOptional(f, "claim", ClaimKind.Instance),
            Mark = mark == Withdrawn ? null : mark,
            Rationale = f.Text("rationale"),
            Evidence = f.TextList("evidence"),
            Review = PartReader.Day(f, "review"),
            Checklist = parts.Parts(f, "checklist", c => new Check(
                c.Word<CheckItem>("item"),
                c.Word<CheckAnswer>("answer"),
                c.Optional("note")
            )),
            By = f.Text("by"),
            At = PartReader.Moment(f, "at"),
        };
        var id = f.Optional("id") ?? DefaultId(grade);
        return grade with { Id = new(id), Slug = id };
    }

    // Of a grade whose entry names none.
    private static string DefaultId(Grade g) => SlugReferences.DefaultId(GradeKind.Instance, $"{g.Source}/{g.Claim}/{g.By}/{g.At:O}");

    public override IEnumerable<(string Path, string Text)> Write(Casebook casebook, PartWriter parts) =>
        casebook
            .Grades.All.GroupBy(g => casebook.Sources[g.Source].Slug)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                ($"{Kind.Folder}/{g.Key}.md", Write(g.OrderBy(one => one.At).ThenBy(one => one.RawId, StringComparer.Ordinal), parts))
            );

    // Oldest first.
    private static string Write(IEnumerable<Grade> grades, PartWriter parts)
    {
        var file = new FileText().Open("grades");
        foreach (var g in grades)
        {
            file.First("by", Name(g.By, inFlow: false))
                .Field("at", Prose(g.At.ToString(PartReader.MomentFormat, CultureInfo.InvariantCulture)), 4)
                .Field("id", g.RawId == DefaultId(g) ? null : Name(g.RawId), 4)
                .Field("claim", parts.Claim(g.Claim), 4)
                .Field("mark", Name(g.Mark ?? Withdrawn), 4)
                .Field("rationale", Prose(g.Rationale), 4)
                .Field("evidence", g.Evidence.Count == 0 ? null : YamlText.List(g.Evidence.Select(text => Prose(text))), 4)
                .Field("review", PartWriter.Day(g.Review), 4);
            if (g.Checklist.Count > 0)
                file.Entries(
                    "checklist",
                    g.Checklist.Select(c =>
                        Flow(("item", Vocabulary.Of(c.Item)), ("answer", Name(Vocabulary.Of(c.Answer))), ("note", Prose(c.Note)))
                    ),
                    4
                );
            file.Field("note", g.Note.Length == 0 ? null : Prose(g.Note), 4);
        }
        return file.End("");
    }
}
