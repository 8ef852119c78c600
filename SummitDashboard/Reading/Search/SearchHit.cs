using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>A piece of what was found, in order; together they are what is shown.</summary>
public readonly record struct SearchPiece(string Text, bool IsFound);

/// <summary>Something that was found, as it is shown: the words in their context, and where they lead.</summary>
/// <param name="Title">What it belongs to: a claim’s question, an event’s label.</param>
/// <param name="Source">The source whose words or telling it is; null where it is of none.</param>
/// <param name="First">Where the first word that was sought stands in the text, in UTF-16 units; null where none does.</param>
public sealed record SearchHit(
    long Number,
    SearchEntry Entry,
    string Title,
    Source? Source,
    string Url,
    IReadOnlyList<SearchPiece> Pieces,
    TextSpan? First
)
{
    private const int Before = 10;
    private const int After = 22;

    /// <summary>A hit as it is shown; null where what it belongs to was taken away meanwhile.</summary>
    public static SearchHit? Of(Casebook casebook, long number, SearchEntry entry, IReadOnlyList<SearchExpression.Phrase> sought)
    {
        if (casebook.Find(entry.Of, entry.ItemId) is not { } item)
            return null;
        var source = entry.Source.Length > 0 ? casebook.Sources.FirstOrDefault(s => s.Id.Value == entry.Source) : null;
        if (entry.Source.Length > 0 && source is null)
            return null;
        var (pieces, first) = InContext(entry.Text, sought);
        return new(number, entry, Kinds.Of(item).TitleOf(item), source, UrlOf(casebook, entry, item, source), pieces, first);
    }

    private static string UrlOf(Casebook casebook, SearchEntry entry, Item item, Source? source) =>
        (entry.Kind, entry.Of) switch
        {
            (_, ItemKind.Source) when entry.Part > 0 => Urls.Reader(source!, entry.Part),
            (_, ItemKind.Claim) when source is not null => Urls.Telling(casebook.Claims[new ClaimId(entry.ItemId)], source),
            (_, ItemKind.Talk) when entry.Part > 0 => Urls.Stage(item.Slug, entry.Part),
            _ => KindPages.AddressOf(item, casebook) ?? Urls.Overview,
        };

    /// <summary>
    /// The words that are sought, marked, with those around them: from some before the first on. What is left out is shown by a sign.
    /// </summary>
    public static (IReadOnlyList<SearchPiece> Pieces, TextSpan? First) InContext(string text, IReadOnlyList<SearchExpression.Phrase> sought)
    {
        var words = SearchWords.In(text);
        var found = new bool[words.Count];
        foreach (var phrase in sought)
            for (var at = 0; at + phrase.Words.Count <= words.Count; at++)
                if (Stands(words, at, phrase))
                    Array.Fill(found, true, at, phrase.Words.Count);
        var first = Array.IndexOf(found, true);
        var (from, to) = Window(words, Math.Max(first, 0));
        // Cut where a reader sees words: half a “Russia’s” is none.
        var start = from == 0 ? 0 : WordAt(text, words[from].Span).Start;
        var end = to >= words.Count ? text.Length : WordAt(text, words[to - 1].Span).End;
        var pieces = new List<SearchPiece>();
        if (start > 0)
            pieces.Add(new("… ", false));
        var at0 = start;
        for (var n = from; n < Math.Min(to, words.Count); n++)
            if (found[n])
            {
                var last = n;
                while (last + 1 < Math.Min(to, words.Count) && found[last + 1])
                    last++;
                Add(at0, words[n].Span.Start, false);
                Add(words[n].Span.Start, words[last].Span.End, true);
                (at0, n) = (words[last].Span.End, last);
            }
        Add(at0, end, false);
        if (end < text.Length)
            pieces.Add(new(" …", false));
        return (pieces, first < 0 ? null : words[first].Span);

        void Add(int begin, int until, bool isFound)
        {
            if (until > begin)
                pieces.Add(new(text[begin..until], isFound));
        }
    }

    // Of scripts without spaces, where each character is a word, there is room for more of them.
    private static (int From, int To) Window(List<SearchWord> words, int first)
    {
        var room = words.Count > 0 && words[first].Span.Length <= 1 && words[first].Word[0] > 0x0E00 ? 3 : 1;
        if (words.Count <= (Before + After) * room)
            return (0, words.Count);
        var from = Math.Max(0, first - Before * room);
        return (from, Math.Min(words.Count, from + (Before + After) * room));
    }

    // With what stands at it up to white space, where words have spaces.
    private static TextSpan WordAt(string text, TextSpan word)
    {
        var (start, end) = (word.Start, word.End);
        if (!Characters.IsWide(text[start]))
            while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && word.Start - start < 20)
                start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !Characters.IsWide(text[end]) && end - word.End < 20)
            end++;
        return Characters.Whole(text, new(start, end - start));
    }

    private static bool Stands(List<SearchWord> words, int at, SearchExpression.Phrase phrase)
    {
        for (var n = 0; n < phrase.Words.Count; n++)
        {
            var (word, asked) = (words[at + n].Word, phrase.Words[n]);
            var isBeginning = phrase.IsPrefix && n == phrase.Words.Count - 1;
            if (isBeginning ? !word.StartsWith(asked, StringComparison.Ordinal) : word != asked)
                return false;
        }
        return true;
    }
}
