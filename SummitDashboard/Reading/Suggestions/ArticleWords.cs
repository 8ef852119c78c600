using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>The words of an article as they are sought, worked out once for each text.</summary>
public sealed class ArticleWords
{
    private static readonly Derived<ArticleText, ArticleWords> Known = new(text => new(text));

    private ArticleWords(ArticleText text)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            var counts = new Dictionary<string, int>();
            var length = 0;
            foreach (var word in SoughtWords.In(paragraph))
            {
                counts[word.Key] = counts.GetValueOrDefault(word.Key) + 1;
                if (!SoughtWords.IsAnyOf(word.Key)) // they stand there as words already
                    length++;
            }
            paragraphs.Add((counts, length));
            foreach (var key in counts.Keys)
                In[key] = In.GetValueOrDefault(key) + 1;
        }
    }

    private readonly List<(Dictionary<string, int> Counts, int Length)> paragraphs = [];

    public static ArticleWords Of(ArticleText text) => Known.Of(text);

    /// <summary>Of each word, in how many paragraphs it stands.</summary>
    internal Dictionary<string, int> In { get; } = [];

    /// <summary>How many paragraphs there are.</summary>
    public int Paragraphs => paragraphs.Count;

    /// <summary>How often a word stands in a paragraph (from 1).</summary>
    public int Count(int paragraph, string key) => paragraphs[paragraph - 1].Counts.GetValueOrDefault(key);

    /// <summary>How many words a paragraph (from 1) has.</summary>
    public int Length(int paragraph) => paragraphs[paragraph - 1].Length;
}

/// <summary>How rare words are among the paragraphs of several articles: what stands everywhere says little about any.</summary>
public sealed class WordRarity
{
    /// <summary>More paragraphs than these change nothing any more.</summary>
    private const int MostParagraphs = 20_000;

    private readonly List<ArticleWords> articles = [];
    private readonly int paragraphs;

    /// <summary>Of these articles, the first of which always counts.</summary>
    public WordRarity(IEnumerable<ArticleText> texts)
    {
        foreach (var text in texts)
        {
            if (paragraphs > 0 && paragraphs + text.Paragraphs.Count > MostParagraphs)
                break;
            articles.Add(ArticleWords.Of(text));
            paragraphs += text.Paragraphs.Count;
        }
    }

    /// <summary>Inverse document frequency as BM25 has it (Robertson and Zaragoza 2009), never below 0.</summary>
    public double Of(string key)
    {
        double with = articles.Sum(a => a.In.GetValueOrDefault(key));
        return Of(with, paragraphs);
    }

    /// <summary>That of what stands in so many of the paragraphs.</summary>
    internal static double Of(double with, double paragraphs) => Math.Log(1 + (paragraphs - with + 0.5) / (with + 0.5));
}
