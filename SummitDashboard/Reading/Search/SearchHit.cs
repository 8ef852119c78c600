using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>A piece of what was found, in order; together they are what is shown.</summary>
public readonly record struct SearchPiece(string Text, bool IsFound);

/// <summary>Something that was found, as it is shown: the words in their context, and where they lead.</summary>
/// <param name="Title">What it belongs to: a claim’s question, an event’s label.</param>
/// <param name="Source">The source whose words or telling it is; null where it is of none.</param>
/// <param name="Place">
/// Where what was sought stands in the text, in UTF-16 units: all of it where it stands near enough together to be quoted, else the first
/// word or phrase; null where none does.
/// </param>
public sealed record SearchHit(
    long Number,
    SearchEntry Entry,
    string Title,
    Source? Source,
    string Url,
    IReadOnlyList<SearchPiece> Pieces,
    TextSpan? Place
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
        var (pieces, place) = InContext(entry.Text, sought);
        return new(number, entry, Kinds.Of(item).TitleOf(item), source, UrlOf(casebook, entry, item, source), pieces, place);
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
    /// The words that are sought, marked, with those around them: from some before the place where they stand together on. What is left
    /// out is shown by a sign.
    /// </summary>
    public static (IReadOnlyList<SearchPiece> Pieces, TextSpan? Place) InContext(string text, IReadOnlyList<SearchExpression.Phrase> sought)
    {
        var words = SearchWords.In(text);
        List<string> said = [.. words.Select(w => w.Word)];
        var found = new bool[words.Count];
        var stands = new List<(int At, SearchExpression.Phrase Phrase)>();
        foreach (var phrase in sought.Distinct())
            for (var at = 0; at + phrase.Words.Count <= words.Count; at++)
                if (phrase.StandsAt(at, said))
                {
                    Array.Fill(found, true, at, phrase.Words.Count);
                    stands.Add((at, phrase));
                }
        var place = Together(text, words, [.. stands.OrderBy(s => s.At)]);
        var first = place is { } begin ? words.FindIndex(w => w.Span.Start >= begin.Start) : 0;
        var (from, to) = Window(words, first);
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
        return (pieces, place);

        void Add(int begin, int until, bool isFound)
        {
            if (until > begin)
                pieces.Add(new(text[begin..until], isFound));
        }
    }

    // The shortest stretch that has each of them, where it may be quoted; else the first by itself.
    private static TextSpan? Together(string text, List<SearchWord> words, List<(int At, SearchExpression.Phrase Phrase)> stands)
    {
        if (stands.Count == 0)
            return null;
        var (kinds, held) = (stands.Select(s => s.Phrase).Distinct().Count(), new Dictionary<SearchExpression.Phrase, int>());
        (int From, int To)? best = null;
        for (int first = 0, last = 0; last < stands.Count; last++)
        {
            held[stands[last].Phrase] = held.GetValueOrDefault(stands[last].Phrase) + 1;
            for (; held[stands[first].Phrase] > 1; first++)
                held[stands[first].Phrase]--;
            if (held.Count < kinds)
                continue;
            var stretch = (From: stands[first].At, To: stands[first..(last + 1)].Max(s => s.At + s.Phrase.Words.Count));
            if (best is not { } known || stretch.To - stretch.From < known.To - known.From)
                best = stretch;
        }
        var whole = Span(best!.Value.From, best.Value.To);
        var (at, phrase) = stands[0];
        return Words.Count(whole.In(text)) <= CodebookRules.MaxWords ? whole : Span(at, at + phrase.Words.Count);

        TextSpan Span(int from, int to) => new(words[from].Span.Start, words[to - 1].Span.End - words[from].Span.Start);
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
}
