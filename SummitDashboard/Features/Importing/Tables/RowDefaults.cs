using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// What somebody has said once for all rows of claims that leave it out. Nothing of it holds unless it is chosen, and each choice is a part
/// of the address.
/// </summary>
/// <param name="IsOneSentence">The one sentence of a row is both its question and its statement.</param>
/// <param name="Theme">The key of the theme of those that name none; null where none is chosen.</param>
/// <param name="AddsThemes">The themes that are named and not there are made.</param>
/// <param name="Aspects">The aspects of those that name none; null where none are given to them.</param>
public sealed record RowDefaults(bool IsOneSentence, string? Theme, bool AddsThemes, IReadOnlyList<string>? Aspects)
{
    /// <summary>What parts the labels in a cell that holds all of them; Arabic and full-width ones too.</summary>
    internal static readonly char[] Between = [';', '؛', '；', '\n'];

    private static readonly string[] Words = ["sentence", "theme", "themes", "aspects"];

    /// <summary>Two that any claim about something that happened has: proposed, and given to none before somebody says so.</summary>
    public static readonly IReadOnlyList<string> ProposedAspects = ["What happened", "Who says so"];

    /// <summary>
    /// Whether of dates such as 03/04/2024 the day stands first; null where nobody has said so, and the column shows it or leaves it open.
    /// </summary>
    public bool? IsDayFirst { get; init; }

    /// <summary>Nothing is said for all.</summary>
    public static readonly RowDefaults None = new(false, null, false, null);

    /// <summary>Reads the address.</summary>
    public static RowDefaults Read(QueryReader address, Casebook casebook)
    {
        var said = address.List("fill")?.Split(',') ?? [];
        foreach (var other in said.Except(Words))
            address.Notices.Add($"“{QueryReader.Short(other)}” is nothing that can be said for all rows.");
        return new(
            said.Contains("sentence"),
            said.Contains("theme")
                ? address.Theme("theme", casebook, text => $"There is no theme “{text}”; none is given to the rows.")
                : null,
            said.Contains("themes"),
            said.Contains("aspects") ? Labels(address.Text("aspects") ?? "") : null
        );
    }

    /// <summary>What is said of dates alone, as it is of sources.</summary>
    public static RowDefaults ReadDates(QueryReader address) =>
        None with
        {
            IsDayFirst = address.OneOf("dates", [DayFirst, MonthFirst], text => $"“{text}” is no order of dates.") is { } order
                ? order == DayFirst
                : null,
        };

    private const string DayFirst = "day-first";
    private const string MonthFirst = "month-first";

    /// <summary>The labels in a cell, or in a field.</summary>
    public static List<string> Labels(string text) =>
        [.. text.Split(Between).Select(l => Formats.Articles.Tidy.Line(Folding.Composed(l))).Where(l => l.Length > 0)];

    /// <summary>The same for an address.</summary>
    public IEnumerable<(string Name, string? Value)> InAddress =>
        this == None
            ? []
            :
            [
                (
                    "fill",
                    string.Join(
                        ',',
                        Words.Where(w =>
                            w switch
                            {
                                "sentence" => IsOneSentence,
                                "theme" => Theme is not null,
                                "themes" => AddsThemes,
                                _ => Aspects is not null,
                            }
                        )
                    )
                ),
                (
                    "dates",
                    IsDayFirst is not { } isFirst ? null
                    : isFirst ? DayFirst
                    : MonthFirst
                ),
                ("theme", Theme),
                ("aspects", Aspects is null ? null : string.Join("; ", Aspects)),
            ];
}
