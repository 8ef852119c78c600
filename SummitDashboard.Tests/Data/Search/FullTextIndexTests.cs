using CsCheck;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Search;

/// <summary>What an index answers to any expression.</summary>
public sealed class FullTextIndexTests : IDisposable
{
    private static readonly string[] Vocabulary = ["ferry", "fog", "pier", "sail"];

    private static readonly string[] Tags =
    [
        SearchTags.All,
        SearchTags.Kind(SearchKind.Article),
        SearchTags.Kind(SearchKind.Note),
        SearchTags.Language("en"),
        SearchTags.Source("one"),
    ];

    private static readonly Gen<string> AnyWord = Gen.Int[0, Vocabulary.Length - 1].Select(n => Vocabulary[n]);

    private static readonly Gen<SearchExpression> AnyPart = Gen.OneOf<SearchExpression>(
        AnyWord.Array[1, 2].Select(w => (SearchExpression)new SearchExpression.Phrase(w)),
        Gen.Int[0, 1].Select(n => n == 0 ? "fe" : "p").Select(w => (SearchExpression)new SearchExpression.Phrase([w], IsPrefix: true)),
        Gen.Select(AnyWord.Array[2], Gen.Int[0, 3])
            .Select(
                (words, far) => (SearchExpression)new SearchExpression.Near([.. words.Select(w => new SearchExpression.Phrase([w]))], far)
            ),
        Gen.Int[0, Tags.Length - 1].Select(n => Tags[n]).Select(t => (SearchExpression)new SearchExpression.Tag(t))
    );

    private static readonly Gen<SearchExpression> AnyExpression = Gen.Recursive<SearchExpression>(
        (depth, inner) =>
            depth == 4
                ? AnyPart
                : Gen.OneOf(
                    AnyPart,
                    inner.Array[1, 3].Select(of => (SearchExpression)new SearchExpression.All(of)),
                    inner.Array[1, 3].Select(of => (SearchExpression)new SearchExpression.Any(of)),
                    inner.Select(of => (SearchExpression)new SearchExpression.Not(of))
                )
    );

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Find_Ranked_FindsWhatIsFoundUnranked()
    {
        using var index = new FullTextIndex(Path.Combine(folder.Path, "search.db"));
        index.Prepare();
        var random = new Random(3);
        string[] kinds = ["one", "two", ""];
        index.Replace([
            (
                "it",
                "1",
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(n => new SearchEntry(
                            n % 3 == 0 ? SearchKind.Note : SearchKind.Article,
                            ItemKind.Source,
                            "one",
                            string.Join(' ', Enumerable.Range(0, n % 4 + 1).Select(_ => Vocabulary[random.Next(Vocabulary.Length)])),
                            kinds[n % kinds.Length],
                            n,
                            Language: n % 5 == 0 ? "" : "en"
                        )),
                ]
            ),
        ]);
        var some = 0;
        AnyExpression.Sample(
            sought =>
            {
                var found = Numbers(index.Find(sought, 0, 100, isRanked: false));
                Assert.Equal(found, Numbers(index.Find(sought, 0, 100)));
                Assert.Equal(found, Numbers(index.Find(sought, 0, 100, sources: ["two", "one", ""])));
                Assert.Equal(found.Count, index.Count(sought).Sum(c => c.Count));
                some += found.Count is > 0 and < 60 ? 1 : 0;
            },
            iter: 400,
            threads: 1
        );
        Assert.True(some > 100, $"Only {some} found some of them.");
    }

    /// <summary>Who may not read articles learns nothing of their words by the order of what he finds.</summary>
    [Fact]
    public void Find_WithoutArticles_IsInTheSameOrderWhateverTheseSay()
    {
        var random = new Random(5);
        string Any() => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        List<SearchEntry> notes = [.. Enumerable.Range(0, 40).Select(n => new SearchEntry(SearchKind.Note, ItemKind.Source, "one", Any()))];
        List<List<string>> orders = [];
        foreach (var word in Vocabulary)
        {
            using var index = new FullTextIndex(Path.Combine(folder.Path, $"{word}.db"));
            index.Prepare();
            var articles = Enumerable
                .Range(0, 300)
                .Select(n => new SearchEntry(SearchKind.Article, ItemKind.Source, "one", $"{word} {word}", "one", n));
            index.Replace([("notes", "1", notes), ("articles", "1", [.. articles])]);
            var sought = new SearchExpression.All([
                new SearchExpression.Any([.. Vocabulary.Select(w => new SearchExpression.Phrase([w]))]),
                new SearchExpression.Not(new SearchExpression.Tag(SearchTags.Kind(SearchKind.Article))),
            ]);
            orders.Add([.. index.Find(sought, 0, 100).Select(h => h.Entry.Text)]);
        }
        Assert.Equal(40, orders[0].Count);
        Assert.All(orders, o => Assert.Equal(orders[0], o));
        Assert.Equal(4, orders[0][0].Split(' ').Distinct().Count());
    }

    private static List<long> Numbers(List<FullTextHit> hits) => [.. hits.Select(h => h.Number).Order()];
}
