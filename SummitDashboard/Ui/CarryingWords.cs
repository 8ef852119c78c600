namespace SummitDashboard.Ui;

/// <summary>The words of a text that carry something, by which a quotation is held against what a coder wrote.</summary>
public static class CarryingWords
{
    /// <summary>Numbers, and what is longer than most prepositions; each once, in small letters.</summary>
    public static IEnumerable<string> Of(string text) =>
        text.Split([' ', '-', ',', '.', ';', ':', '’', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3 || char.IsAsciiDigit(w[0])).Select(w => w.ToLowerInvariant()).Distinct();
}
