using System.Text;

namespace SummitDashboard.Forms;

/// <summary>
/// Several texts in one, with a sign between them, as older drafts hold lists. A backslash takes from the next character its meaning:
/// <c>\;</c> is a semicolon, <c>\n</c> a line break, <c>\\</c> a backslash.
/// </summary>
public static class OldTexts
{
    /// <summary>The texts of a field, without the blanks around them; those with nothing in them are left out.</summary>
    public static IReadOnlyList<string> Read(string field, char sign) => [.. Parts(field, sign).Where(text => text.Length > 0)];

    /// <summary>All parts of a field, empty ones too.</summary>
    public static IReadOnlyList<string> Parts(string field, char sign)
    {
        var (parts, text, kept) = (new List<string>(), new StringBuilder(), 0); // kept: how far blanks at the end belong to the text
        for (var n = 0; n < field.Length; n++)
        {
            var c = field[n];
            if (c == '\\' && n + 1 < field.Length && Meant(field[n + 1], sign) is { } meant)
            {
                text.Append(meant);
                kept = text.Length;
                n++;
            }
            else if (c == sign)
                End();
            else if (!char.IsWhiteSpace(c) || text.Length > 0)
            {
                text.Append(c);
                if (!char.IsWhiteSpace(c))
                    kept = text.Length;
            }
        }
        End();
        return parts;

        void End()
        {
            parts.Add(text.ToString(0, kept));
            text.Clear();
            kept = 0;
        }
    }

    /// <summary>The lines of a text that say something.</summary>
    public static IReadOnlyList<string> Lines(string field) => [.. field.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];

    // A backslash before anything else is one.
    private static char? Meant(char c, char sign) =>
        c switch
        {
            'n' => '\n',
            'r' => '\r',
            '\\' => c,
            _ when c == sign || char.IsWhiteSpace(c) => c,
            _ => null,
        };
}
