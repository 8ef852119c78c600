using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// Marks in a line that cannot be seen and turn the order of what stands beside them: an article keeps them, but what it says of itself is
/// read, and stands on pages beside other words, without (<see cref="Oddities.Without"/>).
/// </summary>
internal static class UnseenMarks
{
    /// <summary>
    /// Facts as they were read from lines without such marks. Where the words of one do not stand so in the line itself, its place stays,
    /// and what had marks is said in a notice.
    /// </summary>
    public static FoundFacts Checked(FoundFacts facts, Extract extract)
    {
        var marked = new List<string>();
        (string Name, Fact? Fact, About About)[] read =
        [
            ("title", facts.Title, About.Title),
            ("byline", facts.Byline, About.Byline),
            ("publisher", facts.Publisher, About.Publisher),
            ("date", facts.Published, About.Published),
        ];
        foreach (var (name, fact, about) in read)
            if (fact is not null && (extract.Marked.Contains(about) || !Stands(fact.Words, fact.Paragraph) || IsMarked(fact)))
                marked.Add(name);
        if (marked.Count > 0)
            extract.Notices.Add(
                "Marks that nobody sees and that turn the order of what stands around them were taken out of its "
                    + (marked.Count > 1 ? $"{string.Join(", ", marked[..^1])} and {marked[^1]}" : marked[0])
                    + "; its text keeps what it has of them."
            );
        return facts with
        {
            Title = Of(facts.Title),
            Byline = Of(facts.Byline),
            Publisher = Of(facts.Publisher),
            Published = Of(facts.Published),
            Written =
                facts.Written is { } written && !Stands(written.Words, written.Paragraph) ? written with { Words = null } : facts.Written,
        };

        Fact? Of(Fact? fact) => fact is not null && !Stands(fact.Words, fact.Paragraph) ? fact with { Words = null } : fact;

        // Of what is all of a line.
        bool IsMarked(Fact fact) =>
            fact is { Words: null, Paragraph: { } n }
            && extract.Lines[n - 1].Text is var line
            && line != fact.Value
            && Oddities.Without(line) == fact.Value;

        // False of words that stand there for a reader alone.
        bool Stands(string? words, int? paragraph) =>
            words is null
            || paragraph is not { } n
            || extract.Lines[n - 1].Text is var line && (line.Contains(words, StringComparison.Ordinal) || Oddities.Without(line) == line);
    }
}
