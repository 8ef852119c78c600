using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Talks, with their stops: <c>talks/&lt;slug&gt;.md</c>.</summary>
internal sealed class TalkFile() : KindFile<Talk>(TalkKind.Instance)
{
    protected override List<Talk> List(CaseFolderContents contents) => contents.Talks;

    protected override Talk Read(Fields f, TalkId id, string slug, string note, PartReader parts) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Title = f.Text("title"),
            Lede = f.Optional("lede") ?? "",
            Stops = parts.Parts(f, "stops", s => new Stop
            {
                Headline = s.Text("headline"),
                Event = parts.References.ResolveOptional(s, "event", EventKind.Instance),
                Claim = parts.References.ResolveOptional(s, "claim", ClaimKind.Instance),
                Sources = parts.References.ResolveList(s, "sources", SourceKind.Instance),
                Guess = s.OptionalWord<Guess>("guess"),
                Seconds = s.OptionalNumber("seconds") ?? Stop.UsualSeconds,
                Notes = s.Verbatim("notes") ?? "",
            }),
        };

    protected override FileText Write(FileText file, Talk t, PartWriter parts)
    {
        file.Field("title", Name(t.Title, inFlow: false)).Field("lede", t.Lede.Length == 0 ? null : Name(t.Lede, inFlow: false));
        if (t.Stops.Count == 0)
            return file.Field("stops", "[]");
        file.Open("stops");
        foreach (var s in t.Stops)
            file.First("headline", Prose(s.Headline)!)
                .Field("event", parts.Event(s.Event), 4)
                .Field("claim", parts.Claim(s.Claim), 4)
                .Field("sources", parts.Sources(s.Sources), 4)
                .Field("guess", s.Guess is { } guess ? Vocabulary.Of(guess) : null, 4)
                .Field("seconds", Number(s.Seconds), 4)
                .Field("notes", s.Notes.Length == 0 ? null : Prose(s.Notes), 4);
        return file;
    }
}
