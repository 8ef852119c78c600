using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>A short article on an invented event, in one of five languages: what went into the files that other programs made.</summary>
public sealed class MadeArticle
{
    public MadeArticle(string language)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "texts", language + ".txt"));
        (Language, Title, Byline, Printed, Name) = (language, lines[0], lines[1], lines[2], lines[1]);
        foreach (var around in new[] { "By ", "Von ", "Автор: ", "بقلم ", " 기자" })
            Name = Name.Replace(around, "", StringComparison.Ordinal);
        var hasLead = false;
        Lines =
        [
            .. lines[3..]
                .Select(line =>
                    line.StartsWith("## ", StringComparison.Ordinal) ? (line[3..], ParagraphKind.Headline)
                    : line.StartsWith("- ", StringComparison.Ordinal) ? (line[2..], ParagraphKind.Bullet)
                    : (line, hasLead ? ParagraphKind.Body : Lead())
                ),
        ];

        ParagraphKind Lead()
        {
            hasLead = true;
            return ParagraphKind.Lead;
        }
    }

    public static string Folder { get; } = Path.Combine(Repo.Root, "SummitDashboard.Tests", "Formats", "Articles", "Files");

    /// <summary>The line on who wrote it.</summary>
    public string Byline { get; }

    /// <summary>The day, as it is printed.</summary>
    public string Printed { get; }
    public string Language { get; }
    public string Title { get; }
    public string Name { get; }
    public string Day => "2032-03-14";
    public IReadOnlyList<(string Text, ParagraphKind Kind)> Lines { get; }
}
