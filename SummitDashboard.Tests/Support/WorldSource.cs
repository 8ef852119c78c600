namespace SummitDashboard.Tests.Support;

/// <summary>One source of the casebook in many languages, and what is coded of it.</summary>
/// <param name="Tag">Its language.</param>
/// <param name="Text">Its article, which we have written: a headline and three paragraphs.</param>
/// <param name="Sailed">A fragment of paragraph 2.</param>
/// <param name="Fine">A fragment of paragraph 3, in which <paramref name="Hedge"/> weakens.</param>
/// <param name="When">What fills a slot, in the source’s own words; it stands in paragraph 2.</param>
/// <param name="Form">
/// How it names the harbour master; counted <paramref name="Count"/> times, by beginnings where <paramref name="IsPrefix"/>.
/// </param>
public sealed record WorldSource(
    string Tag,
    string Siglum,
    string Name,
    string Text,
    string Sailed,
    string Fine,
    string Hedge,
    string When,
    string Form,
    bool IsPrefix,
    int Count
)
{
    public string Slug => $"source-{Tag}";
}
