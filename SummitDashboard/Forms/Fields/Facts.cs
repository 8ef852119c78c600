using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>What is known about a source, as a form calls it.</summary>
internal static class Facts
{
    /// <summary>Each fact’s field and the words above it.</summary>
    public static readonly IReadOnlyList<(string Name, string Label)> Names =
    [
        ("title", "Title"),
        ("byline", "Byline"),
        ("publisher", "Publisher"),
        ("published", "Published"),
        ("language", "Language"),
        ("url", "Address"),
        ("archivedUrl", "Archived address"),
        ("retrieved", "Retrieved"),
    ];

    /// <summary>Whether a field holds a date.</summary>
    public static bool IsDate(string name) => name is "published" or "retrieved";

    /// <summary>The field of a fact.</summary>
    public static string NameOf(Source source, Fact fact) =>
        Names.Where(n => ReferenceEquals(Of(source, n.Name), fact)).Select(n => n.Name).FirstOrDefault("");

    /// <summary>What the page calls a fact.</summary>
    public static string LabelOf(Source source, Fact fact) =>
        Names.Where(n => ReferenceEquals(Of(source, n.Name), fact)).Select(n => n.Label).FirstOrDefault("A fact");

    /// <summary>The fact of a field.</summary>
    public static Fact? Of(Source s, string name) =>
        name switch
        {
            "title" => s.Title,
            "byline" => s.Byline,
            "publisher" => s.Publisher,
            "published" => s.Published,
            "language" => s.Language,
            "url" => s.Url,
            "archivedUrl" => s.ArchivedUrl,
            _ => s.Retrieved,
        };
}
