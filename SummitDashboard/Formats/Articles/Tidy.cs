using System.Text;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Lines as an article has them: one paragraph each, blanks made single, nothing that controls.</summary>
internal static class Tidy
{
    /// <summary>One line: white space is one space, and what controls and cannot be seen is gone.</summary>
    public static string Line(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                    tidy.Append(' ');
            }
            else if (c >= ' ' && c is not ('\u007F' or '\uFEFF'))
                tidy.Append(c);
        return tidy.ToString().Trim();
    }

    /// <summary>The lines of a plain text that are not blank.</summary>
    public static IEnumerable<Line> Lines(string text) =>
        Paragraphs.Lines(text).Select(span => Line(span.In(text))).Where(line => line.Length > 0).Select(line => new Line(line));
}
