using System.Text.RegularExpressions;

namespace SummitDashboard.Text;

/// <summary>Sentences of a paragraph, by the signs that end them: “the U.S. and others” has none.</summary>
public static partial class Sentences
{
    private static readonly char[] Ends = [.. ".!?”\"؟۔।。！？」』"];

    /// <summary>The sentences of a paragraph in order, without the white space between them.</summary>
    public static IEnumerable<TextSpan> In(string paragraph)
    {
        var start = 0;
        foreach (Match between in Between().Matches(paragraph))
        {
            if (between.Index > start)
                yield return new(start, between.Index - start);
            start = between.Index + between.Length;
        }
        if (start < paragraph.Length)
            yield return new(start, paragraph.Length - start);
    }

    /// <summary>A sentence without the signs that end it, by which a fragment is held against it.</summary>
    public static string Bare(string sentence) => sentence.Trim().TrimEnd(Ends);

    [GeneratedRegex(@"(?<=[.!?؟۔।][”""]?)(?>\s+)(?!(?<=\b\p{L}\.\s+)\p{Ll})|(?<=[。！？][」』”]?)")]
    private static partial Regex Between();
}
