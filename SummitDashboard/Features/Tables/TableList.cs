using SummitDashboard.Reading;

namespace SummitDashboard.Features.Tables;

/// <summary>A cross-table: where it stands, what it is called, and which question it answers.</summary>
public sealed record TableInfo(string Url, string Title, string Answers);

/// <summary>The cross-tables, in the order in which they are asked for.</summary>
public static class TableList
{
    public static readonly IReadOnlyList<TableInfo> All =
    [
        new(
            Urls.CitationTable,
            "Who cites whom",
            "On whose word each source tells what it tells: in how many of its coded passages it cites whom. A number leads to "
                + "the passages."
        ),
        new(
            Urls.WordTable,
            "Hedges and loaded words",
            "How much each source weakens and how much it evaluates, by what it was quoted for, and with which words. A number "
                + "leads to the passages."
        ),
        new(
            Urls.SilenceTable,
            "Silent here, told elsewhere",
            "What each source leaves out that others tell, and how many tell it. Only what was read for a claim can be silent on it."
        ),
        new(
            Urls.SimilarityTable,
            "Similarity of sources",
            "Which sources tell alike what both tell, and whose articles share their wording. A figure leads to what it was worked "
                + "out from."
        ),
    ];
}
