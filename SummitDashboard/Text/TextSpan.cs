namespace SummitDashboard.Text;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>What stands there.</summary>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>The n-th place, from 1, where a fragment stands in a text, character for character; null where it does not.</summary>
    public static TextSpan? Find(string text, string fragment, int occurrence)
    {
        var at = -1;
        for (var n = 0; n < occurrence; n++)
        {
            at = text.IndexOf(fragment, at + 1, StringComparison.Ordinal);
            if (at < 0)
                return null;
        }
        return new(at, fragment.Length);
    }

    /// <summary>How often a fragment stands in a text, overlaps included.</summary>
    public static int CountOf(string text, string fragment)
    {
        var count = 0;
        for (
            var at = text.IndexOf(fragment, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(fragment, at + 1, StringComparison.Ordinal)
        )
            count++;
        return count;
    }
}
