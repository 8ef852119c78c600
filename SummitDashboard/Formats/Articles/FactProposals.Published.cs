using System.Globalization;
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

    // Without an agency it begins the report, and nothing else in the article looks like it: of several it is a list of events.
    private static (int Paragraph, Dateline Line)? Wire(IReadOnlyList<FoundParagraph> paragraphs)
    {
        var prose = 0;
        foreach (var (n, paragraph) in paragraphs.Take(NearHead).Index())
            if (paragraph.Boilerplate is null)
            {
                if (
                    Dateline.Of(paragraph.Text) is { } line
                    && (line.Agency is not null || IsProse(paragraph) && prose < MostBefore && paragraphs.Count(IsBare) == 1)
                )
                    return (n + 1, line);
                prose += IsProse(paragraph) ? 1 : 0;
            }
        return null;

        static bool IsProse(FoundParagraph paragraph) => paragraph.Kind is ParagraphKind.Lead or ParagraphKind.Body;
        static bool IsBare(FoundParagraph paragraph) => Dateline.Of(paragraph.Text) is { Agency: null };
    }

    // A lead may stand above it.
    private const int MostBefore = 2;

    // Of a date in the report, to be of its year: what is told of others is mostly longer ago.
    private const int MostDaysApart = 14;

    // A dateline has seldom a year: it is that which the lines around the article print, if they print one and no other, or else that of
    // the days near it that the report itself prints.
    private static Fact? Dated(Dateline line, int at, IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        if (line.Day is not { } words)
            return null;
        if (Dates.Of(words) is { } whole)
            return line.Agency is not null
                ? new(whole, Basis.Given, at, words)
                : new(whole, Basis.Inferred, at, words, "The dateline says when it was reported.");
        var years = paragraphs
            .Index()
            .Where(p => p.Item.Boilerplate is not null)
            .SelectMany(p => YearPattern().Matches(p.Item.Text).Select(m => (Year: m.Value, Paragraph: p.Index + 1, Words: m.Value)))
            .DistinctBy(y => y.Year)
            .ToList();
        if (years.Count == 0)
            years =
            [
                .. paragraphs
                    .Index()
                    .Where(p => p.Item.Boilerplate is null)
                    .SelectMany(p => Dates.All(p.Item.Text).Select(d => (Year: d.Edtf[..4], Paragraph: p.Index + 1, d.Words, d.Edtf)))
                    .Where(d => IsNear(line.In(d.Year), d.Edtf))
                    .Select(d => (d.Year, d.Paragraph, d.Words))
                    .DistinctBy(y => y.Year),
            ];
        if (years is [var (year, where, printed)] && line.In(year) is { } day)
            return new(day, Basis.Inferred, at, words, $"The dateline prints no year; ¶ {where} has {printed}.");
        extract.Notices.Add(
            $"Its dateline (¶ {at}) prints “{words}” without a year, and no other line has one: fill in when it was published."
        );
        return null;
    }

    private static bool IsNear(string? day, string other) =>
        DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var one)
        && DateOnly.TryParse(other, CultureInfo.InvariantCulture, out var two)
        && Math.Abs(one.DayNumber - two.DayNumber) <= MostDaysApart;

    /// <summary>A day with the first line around the article that prints it, in whatever way; null where none does.</summary>
    public static Fact? PrintedDay(string day, IReadOnlyList<FoundParagraph> paragraphs)
    {
        foreach (var (n, paragraph) in paragraphs.Index())
            if (
                paragraph.Boilerplate is not null
                && DayLabels.In(Oddities.Without(paragraph.Text)).FirstOrDefault(d => IsOneOf(d.Edtf)) is { } printed
            )
                return new(day, Basis.Given, n + 1, Prints(paragraph, printed.Words) ? printed.Words : null, Dates.Doubt(printed.Words));
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
