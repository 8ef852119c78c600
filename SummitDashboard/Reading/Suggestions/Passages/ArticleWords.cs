using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>The words of an article as they are sought, worked out once for each text.</summary>
public sealed class ArticleWords
{
    // A paragraph that is longer says little by what stands in it: a whole article may be one.
    private const int MostSentences = 5;

    private static readonly Derived<ArticleText, ArticleWords> Known = new(text => new(text));

    private ArticleWords(ArticleText text)
    {
        foreach (var printed in text.Paragraphs)
        {
            var paragraph = new Paragraph(printed);
            paragraphs.Add(paragraph);
            foreach (var part in paragraph.Sentences.Count > MostSentences ? paragraph.Sentences.Select(paragraph.In) : [paragraph.Sought])
            {
                Parts++;
                foreach (var key in part.Select(w => w.Key).Distinct())
                    In[key] = In.GetValueOrDefault(key) + 1;
            }
        }
    }

    private sealed class Paragraph
    {
        public Paragraph(string printed)
        {
            Words = [.. WordStems.In(printed)];
            Sought = [.. SoughtWords.In(printed, Words)];
            Sentences = [.. Text.Sentences.In(printed)];
            Counts = Sought.CountBy(w => w.Key).ToDictionary();
            Length = Sought.Count(w => !SoughtWords.IsAnyOf(w.Key)); // these stand there as words already
        }

        public List<WordStem> Words { get; }
        public List<WordStem> Sought { get; }
        public List<TextSpan> Sentences { get; }
        public Dictionary<string, int> Counts { get; }
        public int Length { get; }

        public IEnumerable<WordStem> In(TextSpan sentence) =>
            Sought.Where(w => w.Span.Start >= sentence.Start && w.Span.End <= sentence.End);
    }

    private readonly List<Paragraph> paragraphs = [];

    public static ArticleWords Of(ArticleText text) => Known.Of(text);

    /// <summary>Of each word, in how many of the parts it stands.</summary>
    internal Dictionary<string, int> In { get; } = [];

    /// <summary>Of how many parts it is told how rare a word is: paragraphs, and of the longest their sentences.</summary>
    internal int Parts { get; }

    /// <summary>How many paragraphs there are.</summary>
    public int Paragraphs => paragraphs.Count;

    /// <summary>How often a word stands in a paragraph (from 1).</summary>
    public int Count(int paragraph, string key) => paragraphs[paragraph - 1].Counts.GetValueOrDefault(key);

    /// <summary>How many words a paragraph (from 1) has.</summary>
    public int Length(int paragraph) => paragraphs[paragraph - 1].Length;

    /// <summary>The words of a paragraph (from 1) in order.</summary>
    internal List<WordStem> Words(int paragraph) => paragraphs[paragraph - 1].Words;

    /// <summary>The same as they are sought (<see cref="SoughtWords"/>).</summary>
    internal List<WordStem> Sought(int paragraph) => paragraphs[paragraph - 1].Sought;

    /// <summary>The sentences of a paragraph (from 1) in order.</summary>
    internal IReadOnlyList<TextSpan> Sentences(int paragraph) => paragraphs[paragraph - 1].Sentences;
}

/// <summary>How rare words are among the paragraphs of several articles: what stands everywhere says little about any.</summary>
public sealed class WordRarity
{
    /// <summary>More paragraphs than these change nothing any more.</summary>
    private const int MostParagraphs = 20_000;

    private readonly List<ArticleWords> articles = [];
    private readonly int parts;

    /// <summary>Of these articles, the first of which always counts.</summary>
    public WordRarity(IEnumerable<ArticleText> texts)
    {
        var paragraphs = 0;
        foreach (var text in texts)
        {
            if (paragraphs > 0 && paragraphs + text.Paragraphs.Count > MostParagraphs)
                break;
            articles.Add(ArticleWords.Of(text));
            paragraphs += text.Paragraphs.Count;
            parts += articles[^1].Parts;
        }
    }

    /// <summary>Inverse document frequency as BM25 has it (Robertson and Zaragoza 2009), never below 0.</summary>
    public double Of(string key)
    {
        double with = articles.Sum(a => a.In.GetValueOrDefault(key));
        return Of(with, parts);
    }

    /// <summary>
    /// The same in one of the articles: what stands in many of its paragraphs is no rarer there for the others, in which it is seldom.
    /// </summary>
    internal double In(ArticleWords article, string key)
    {
        // In few paragraphs nothing can be as rare as in many: what stands in one of them is as rare as anything is.
        var ofRarest = Of(1, parts) / Of(1, article.Parts);
        return Math.Min(Of(key), Of(article.In.GetValueOrDefault(key), article.Parts) * ofRarest);
    }

    /// <summary>That of what stands in so many of the paragraphs.</summary>
    internal static double Of(double with, double paragraphs) => Math.Log(1 + (paragraphs - with + 0.5) / (with + 0.5));
}
