using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// What pages call an article of a newspaper or an agency: as that is called, and where another is called so, with its day.
/// </summary>
public static class PaperName
{
    /// <inheritdoc cref="Of(string, string, Fact?, string?, Func{string, bool})"/>
    /// <param name="facts">What else is known of it.</param>
    public static string Of(string paper, string title, FoundFacts facts, Func<string, bool> isTaken) =>
        Of(paper, title, facts.Published, facts.Language?.Value, isTaken);

    /// <summary>The first of these that is free: the paper, with its day, with the year too, and with its title.</summary>
    /// <param name="paper">As the file or a line of it calls it.</param>
    /// <param name="title">Of the article.</param>
    /// <param name="day">When it was published, EDTF; null where that is not known.</param>
    /// <param name="language">A BCP 47 tag; null or "" where it is not known.</param>
    /// <param name="isTaken">Whether another source is called so.</param>
    public static string Of(string paper, string title, Fact? day, string? language, Func<string, bool> isTaken)
    {
        var name = ShortName.Of(Spelt(paper));
        var whole = ShortName.Of(title, string.IsNullOrEmpty(language) ? null : language);
        return Candidates().FirstOrDefault(n => !isTaken(n), whole);

        // A masthead is set in capitals; “NHK” is called so.
        static string Spelt(string paper) =>
            paper.Contains(' ') && paper.Any(char.IsUpper) && !paper.Any(char.IsLower)
                ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(paper.ToLowerInvariant())
                : paper;

        IEnumerable<string> Candidates()
        {
            yield return name;
            if (
                day is not null
                && Edtf.TryParse(day.Value, out var date, out _)
                && date is { EarliestDay: { } published }
                && published == date.LatestDay
            )
            {
                var words = Edtf.FormatDay(published);
                yield return $"{name}, {words[..words.LastIndexOf(' ')]}";
                yield return $"{name}, {words}";
            }
            yield return $"{name}: {whole}";
        }
    }
}
