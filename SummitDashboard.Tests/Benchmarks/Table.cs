using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>A Markdown table of measurements, printed to the test's output and kept in <c>docs/benchmarks.md</c>.</summary>
public sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> rows = [];

    public void Row(params object[] cells) =>
        rows.Add([
            .. cells.Select(c =>
                c is IFormattable f ? f.ToString(c is double ? "0.00" : null, CultureInfo.InvariantCulture) : c.ToString()!
            ),
        ]);

    /// <summary>Prints the table, with the machine it was measured on.</summary>
    public void Print()
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"### {title}")
            .AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, "
                    + $"{Build}, {DateTime.UtcNow:yyyy-MM-dd}"
            )
            .AppendLine()
            .AppendLine("| " + string.Join(" | ", columns) + " |")
            .AppendLine("|" + string.Concat(columns.Select(_ => "---|")));
        foreach (var row in rows)
            text.AppendLine("| " + string.Join(" | ", row) + " |");
        TestContext.Current.TestOutputHelper?.WriteLine(text.ToString());
        Console.WriteLine(text);
    }

    /// <summary>The middle of the values; of an even number the upper one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

#if DEBUG
    private const string Build = "DEBUG build: not to be quoted";
#else
    private const string Build = "Release build";
#endif
}
