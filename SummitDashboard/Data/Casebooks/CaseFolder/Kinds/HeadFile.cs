using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>The head: <c>casebook.md</c>.</summary>
internal sealed class HeadFile() : KindFile<CasebookHead>(HeadKind.Instance)
{
    public override bool HasFolder => false;

    protected override List<CasebookHead> List(CaseFolderContents contents) => contents.Heads;

    protected override string PathOf(CasebookHead head) => "casebook.md";

    protected override CasebookHead Read(Fields f, Id<CasebookHead> id, string slug, string note, PartReader parts) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Title = f.Text("title"),
            Headline = f.Text("headline"),
            Lede = f.Text("lede"),
            Visit = f.Date("visit"),
            Language = f.Optional("language") ?? "en",
            Phases = PartReader
                .Labels(f, "phases")
                .Where(l => Vocabulary.TryRead<Phase>(l.Key, out _))
                .ToDictionary(l => Vocabulary.TryRead<Phase>(l.Key, out var p) ? p : default, l => l.Label),
            Themes = [.. PartReader.Labels(f, "themes").Select(l => new Theme(l.Key, l.Label))],
            Words =
                f.Has("words") && f.Mapping("words") is { } words ? [.. words.Keys.ToList().Select(tag => Words(words, tag, parts))] : [],
        };

    private static WordList Words(Fields all, string tag, PartReader parts) =>
        all.Mapping(tag) is not { } f
            ? new(tag, [], [], [])
            : parts.Part(f, new WordList(tag, f.TextList("hedges"), f.TextList("reporting"), f.TextList("loaded")));

    protected override FileText Write(FileText file, CasebookHead h, PartWriter parts)
    {
        file.Field("title", Name(h.Title, inFlow: false))
            .Field("headline", Name(h.Headline, inFlow: false))
            .Field("lede", Name(h.Lede, inFlow: false))
            .Field("visit", h.Visit is { } visit ? Prose(visit.Text) : null)
            .Field("language", Name(h.Language))
            .Field("phases", Flow(h.Phases.Select(p => (Vocabulary.Of(p.Key), (string?)Name(p.Value)))))
            .Open("themes");
        foreach (var theme in h.Themes)
            file.Field(Name(theme.Key), Name(theme.Label, inFlow: false), 2);
        if (h.Words.Count == 0)
            return file;
        file.Open("words");
        foreach (var list in h.Words)
        {
            file.Open(Name(list.Language)!, 2);
            foreach (var (name, words) in list.Lists)
                file.Field(name, YamlText.List(words.Select(w => Name(w)!)), 4);
        }
        return file;
    }
}
