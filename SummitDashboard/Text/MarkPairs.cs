namespace SummitDashboard.Text;

/// <summary>Brackets and quotation marks of a text, each with its other half where it has one.</summary>
public sealed class MarkPairs
{
    private const string Openers = "([（［「『《〈【";
    private const string Closers = ")]）］」』》〉】";
    private const int Nowhere = -1;

    private readonly List<(int Open, int Close)> pairs = [];

    /// <summary>Those of a text.</summary>
    public MarkPairs(string text)
    {
        var open = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (
                c is '\'' or '’' or '‘'
                && i > 0
                && i + 1 < text.Length
                && char.IsLetterOrDigit(text[i - 1])
                && char.IsLetterOrDigit(text[i + 1])
            )
                continue;
            var other = open.FindLastIndex(o => AreHalves(text[o], c));
            if (other >= 0)
            {
                pairs.Add((open[other], i));
                open.RemoveAt(other);
            }
            else if (Openers.Contains(c) || IsQuote(c))
                open.Add(i);
            else if (Closers.Contains(c))
                pairs.Add((Nowhere, i));
        }
        pairs.AddRange(open.Select(o => (o, int.MaxValue)));
    }

    /// <summary>True where a stretch has both halves of each or none.</summary>
    public bool AreWhole(TextSpan span) => pairs.TrueForAll(p => Has(span, p.Open) == Has(span, p.Close));

    /// <summary>The stretch with the marks that stand right beside it and whose other half it has.</summary>
    public TextSpan With(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var (open, close) in pairs)
        {
            if (Has(span, open) && close >= span.End && close < text.Length && !HasSpace(text, span.End, close))
                end = Math.Max(end, close + 1);
            if (Has(span, close) && open >= 0 && open < span.Start && !HasSpace(text, open, span.Start))
                start = Math.Min(start, open);
        }
        return new(start, end - start);
    }

    private static bool Has(TextSpan span, int at) => at >= span.Start && at < span.End;

    private static bool HasSpace(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsWhiteSpace(text[i]) || char.IsLetterOrDigit(text[i]))
                return true;
        return false;
    }

    // An apostrophe that nothing has opened is none of them.
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‹' or '›' or '‘' or '‚' or '＂';

    // Languages differ in which of them opens: „so“, “so”, ”so”, «so», »so«.
    private static bool AreHalves(char open, char close) =>
        open switch
        {
            '"' or '＂' => close == open,
            '“' or '‟' => close == '”',
            '”' => close == '”',
            '„' => close is '“' or '”',
            '«' => close == '»',
            '»' => close is '«' or '»',
            '‹' => close == '›',
            '›' => close is '‹' or '›',
            '‘' => close == '’',
            '‚' => close is '‘' or '’',
            _ => Openers.IndexOf(open, StringComparison.Ordinal) is >= 0 and var n && Closers[n] == close,
        };
}
