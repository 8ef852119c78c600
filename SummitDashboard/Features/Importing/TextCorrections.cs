using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// A text as an editor corrects it before it counts: paragraphs reworded, parted, put together or left out. What was read from the file
/// stays as it is beside it.
/// </summary>
public sealed class TextCorrections(ImportFields fields, ArticleReading reading)
{
    /// <summary>Every paragraph, those left out as well.</summary>
    public IReadOnlyList<string> Texts => fields.Texts.Count > 0 ? fields.Texts : [.. reading.Paragraphs.Select(p => p.Text)];

    /// <summary>The paragraphs as they will be kept.</summary>
    public IReadOnlyList<FoundParagraph> Kept =>
        [
            .. Texts
                .Zip(fields.Paragraphs.Select(ParagraphChoice.Named))
                .Where(p => !p.Second.IsLeftOut)
                .SelectMany(p => Lines(p.First).Select(line => new FoundParagraph(line, p.Second.Kind, p.Second.Boilerplate))),
        ];

    /// <summary>What is kept, as the source’s article: a paragraph a line.</summary>
    public string Text => string.Join('\n', Kept.Select(p => p.Text));

    /// <summary>True where the text is no longer the one that was read.</summary>
    public bool AreThere => Rewritten || fields.Paragraphs.Exists(word => ParagraphChoice.Named(word).IsLeftOut);

    private bool Rewritten => fields.Texts.Count > 0 && !fields.Texts.SequenceEqual(reading.Paragraphs.Select(p => p.Text));

    /// <summary>Whether a paragraph stands so in what was read.</summary>
    public bool IsAsRead(int n) => fields.Texts.Count == 0 || reading.Paragraphs.Any(p => p.Text == Texts[n]);

    /// <summary>Puts other words in a paragraph’s place; each line of them is one of its own, and of none nothing is kept.</summary>
    public void Reword(int n, string text)
    {
        if (text.ReplaceLineEndings("\n") != Texts[n])
            Put(n, 1, [text.ReplaceLineEndings("\n")]);
    }

    /// <summary>Makes paragraphs of the lines of one; where there is no line left, it is left out as it was.</summary>
    public void Part(int n, string before)
    {
        var lines = Lines(Texts[n]);
        Put(n, 1, lines.Length > 0 ? lines : [before]);
        if (lines.Length == 0)
            fields.Paragraphs[n] = ParagraphChoice.LeftOut.Word;
    }

    /// <summary>Puts a paragraph together with the next that is not left out; false where it is the last.</summary>
    public bool Join(int n)
    {
        var next = n + 1;
        while (next < Texts.Count && ParagraphChoice.Named(fields.Paragraphs[next]).IsLeftOut)
            next++;
        if (next >= Texts.Count)
            return false;
        var (one, other) = (Texts[n], Texts[next]);
        var gap = one.Length == 0 || other.Length == 0 || Characters.IsWide(one[^1]) && Characters.IsWide(other[0]) ? "" : " ";
        Put(next, 1, []);
        Put(n, 1, [one + gap + other]);
        return true;
    }

    /// <summary>The line ends at which a word may go on and the blank still stands.</summary>
    public IReadOnlyList<WordSeam> Seams
    {
        get
        {
            var texts = Texts;
            return [.. reading.Seams.Where(s => PlaceOf(s, texts) is not null)];
        }
    }

    /// <summary>Takes the blanks of some line ends out; one that is there no more is left alone.</summary>
    public void Close(IEnumerable<WordSeam> seams)
    {
        foreach (var seam in seams)
            if (PlaceOf(seam, Texts) is var (n, at))
                Reword(n, Texts[n].Remove(at + seam.Before.Length, 1));
    }

    // In its own paragraph, or the one that it has become; a word on both sides, and not a part of another.
    private static (int N, int At)? PlaceOf(WordSeam seam, IReadOnlyList<string> texts)
    {
        foreach (var n in Enumerable.Range(0, texts.Count).OrderBy(n => Math.Abs(n - (seam.Paragraph - 1))))
            for (
                var at = texts[n].IndexOf(seam.Parted, StringComparison.Ordinal);
                at >= 0;
                at = texts[n].IndexOf(seam.Parted, at + 1, StringComparison.Ordinal)
            )
                if (
                    (at == 0 || texts[n][at - 1] == ' ')
                    && (at + seam.Parted.Length is var end && (end == texts[n].Length || texts[n][end] is ' ' or '\n'))
                )
                    return (n, at);
        return null;
    }

    /// <summary>Goes back to what was read.</summary>
    public void Undo()
    {
        fields.Texts.Clear();
        fields.Paragraphs = [.. reading.Paragraphs.Select(p => ParagraphChoice.Of(p.Kind, p.Boilerplate).Word)];
    }

    /// <summary>What the file says, with the place at which the text now prints it; what it prints no more is not given by it.</summary>
    public Fact? Placed(Fact? fact)
    {
        if (!AreThere || fact is not { Paragraph: not null })
            return fact;
        var words = fact.Words ?? fact.Value;
        var kept = Kept;
        if (FactProposals.PlaceOf(words, kept) is { } place)
            return fact with { Paragraph = place, Words = WordsAt(kept[place - 1], fact.Value, words) };
        return fact.InFile is not null
            ? fact with
            {
                Paragraph = null,
                Words = null,
            }
            : new(fact.Value, Basis.Inferred, Note: "The file prints it, in what was changed or left out of its text.");
    }

    /// <summary>The words beside what a paragraph says; null where they are all of it, or hold marks that nobody sees.</summary>
    public static string? WordsAt(FoundParagraph paragraph, string value, string words) =>
        paragraph.Text == value || !FactProposals.Prints(paragraph, words) ? null : words;

    // What was read stays as it is, blanks included.
    private static string[] Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(text)
            ? [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)]
            : [text];

    private void Put(int n, int count, string[] texts)
    {
        if (fields.Texts.Count == 0)
            fields.Texts = [.. reading.Paragraphs.Select(p => p.Text)];
        var word = fields.Paragraphs[n];
        fields.Texts.RemoveRange(n, count);
        fields.Texts.InsertRange(n, texts);
        fields.Paragraphs.RemoveRange(n, count);
        fields.Paragraphs.InsertRange(n, Enumerable.Repeat(word, texts.Length));
    }
}
