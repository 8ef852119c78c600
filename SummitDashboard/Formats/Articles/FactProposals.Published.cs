using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>When an article was published, as far as its file says it.</summary>
public static partial class FactProposals
{
    private static Fact? Published(IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        if (First(extract, About.Published, v => DayOf(v) is not null) is { } said)
        {
            var day = DayOf(said.Value)!;
            var at = paragraphs
                .Index()
                .FirstOrDefault(p => p.Item.Text.Length <= LongestLine && DayLabels.In(p.Item.Text).Any(d => d.Edtf == day));
            return new(
                day,
                Basis.Given,
                at.Item is null ? null : at.Index + 1,
                at.Item is null ? null : DayLabels.In(at.Item.Text).First(d => d.Edtf == day).Words,
                Dates.Doubt(said.Value),
                said.Where
            );
        }
        // At the head; where that has the day of an update alone, what the foot calls the day of publication.
        var printed = paragraphs
            .Index()
            .Where(p =>
                (p.Index < NearHead || p.Index >= paragraphs.Count - NearFoot)
                && p.Item.Text.Length <= LongestLine
                && p.Item.Kind is not (ParagraphKind.Caption or ParagraphKind.Headline)
                && p.Item.Boilerplate is not null
            )
            .Select(p => (p.Index, Day: DayLabels.Of(p.Item.Text)))
            .Where(p => p.Day is not null)
            .OrderBy(p =>
                p switch
                {
                    { Day.IsUpdate: false, Index: < NearHead } => 0,
                    { Day.IsPublished: true } => 1,
                    { Index: < NearHead } => 2,
                    { Day.IsUpdate: false } => 3,
                    _ => 4,
                }
            )
            .FirstOrDefault();
        return printed.Day is { } of ? new(of.Edtf, Basis.Given, printed.Index + 1, of.Words, DayLabels.NoteOn(of)) : null;
    }

    private static (int Paragraph, Dateline Line)? Wire(IReadOnlyList<FoundParagraph> paragraphs)
    {
        foreach (var (n, paragraph) in paragraphs.Take(NearHead).Index())
            if (paragraph.Boilerplate is null && Dateline.Of(paragraph.Text) is { } line)
                return (n + 1, line);
        return null;
    }

    // A dateline has seldom a year: it is that which the lines around the article print, if they print one and no other.
    private static Fact? Dated(Dateline line, int at, IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        if (line.Day is not { } words)
            return null;
        if (Dates.Of(words) is { } whole)
            return new(whole, Basis.Given, at, words);
        var years = paragraphs
            .Index()
            .Where(p => p.Item.Boilerplate is not null)
            .SelectMany(p => YearPattern().Matches(p.Item.Text).Select(m => (Year: m.Value, Paragraph: p.Index + 1)))
            .DistinctBy(y => y.Year)
            .ToList();
        if (years is [var (year, where)] && line.In(year) is { } day)
            return new(day, Basis.Inferred, at, words, $"The dateline prints no year; ¶ {where} has {year}.");
        extract.Notices.Add(
            $"Its dateline (¶ {at}) prints “{words}” without a year, and no other line has one: fill in when it was published."
        );
        return null;
    }

    /// <summary>A day with the first line around the article that prints it, in whatever way; null where none does.</summary>
    public static Fact? PrintedDay(string day, IReadOnlyList<FoundParagraph> paragraphs)
    {
        foreach (var (n, paragraph) in paragraphs.Index())
            if (paragraph.Boilerplate is not null && DayLabels.In(paragraph.Text).FirstOrDefault(d => IsOneOf(d.Edtf)) is { } printed)
                return new(day, Basis.Given, n + 1, printed.Words, Dates.Doubt(printed.Words));
        return null;

        bool IsOneOf(string edtf) => edtf == day || edtf[0] == '[' && edtf.Trim('[', ']').Split(',').Contains(day);
    }

    // A day; of a reference a month or a year too.
    private static string? DayOf(string value) => Dates.Of(value) ?? (MonthPattern().IsMatch(value) ? value : null);

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^\d{4}(?:-(?:0[1-9]|1[0-2]))?$")]
    private static partial Regex MonthPattern();
}
