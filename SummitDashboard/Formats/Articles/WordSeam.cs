using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// A line end between two Korean syllables, at which a blank was put though a word may go on there: Korean lines break within words, and a
/// PDF does not say where.
/// </summary>
/// <param name="Paragraph">Of the text, from 1.</param>
/// <param name="Before">What stands before the blank, back to the blank before.</param>
/// <param name="After">What stands behind it, up to the next blank.</param>
/// <param name="Evidence">Why the two seem to be one word, in a sentence; null where nothing says so.</param>
public sealed partial record WordSeam(int Paragraph, string Before, string After, string? Evidence)
{
    // What is written on to the word before it and never stands alone.
    private static readonly FrozenSet<string> Particles =
    [
        .. (
            "에서 에서는 에서도 에선 에게 에게서 에는 에도 에 으로 으로는 으로도 으로서 으로써 로 로서 로써 을 를 은 는 의 와 과 까지 부터 처럼 "
            + "보다 마저 조차 이라고 라고 이라는 라는 이며 께서 한테 들의 들은 들이 들을 들에게 이나 이다 입니다"
        ).Split(' '),
    ];

    /// <summary>As it stands, and as it would be without the blank.</summary>
    public string Parted => $"{Before} {After}";

    /// <inheritdoc cref="Parted"/>
    public string Closed => Before + After;

    /// <summary>A seam, with what says that it parts a word.</summary>
    /// <param name="paragraph">Of the text, from 1.</param>
    /// <param name="before">The end of the line before.</param>
    /// <param name="after">The line behind it.</param>
    /// <param name="isWord">Whether the text has such a word elsewhere.</param>
    public static WordSeam Of(int paragraph, string before, string after, Func<string, bool> isWord)
    {
        var (first, second) = (before[(before.LastIndexOf(' ') + 1)..], after.Split(' ', 2)[0]);
        var (a, b) = (LettersAtEnd().Match(first).Value, LettersAtBegin().Match(second).Value);
        return new(
            paragraph,
            first,
            second,
            isWord(a + b) ? $"The text has {a + b} in one word elsewhere."
                : Particles.Contains(b) ? $"{b} is written on to the word before it."
                : null
        );
    }

    [GeneratedRegex(@"\p{L}+$")]
    private static partial Regex LettersAtEnd();

    [GeneratedRegex(@"^\p{L}+")]
    private static partial Regex LettersAtBegin();
}
