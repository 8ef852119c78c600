using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Reading.Tables;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Tables;

public sealed partial class TablesTests
{
    private static readonly (string, string?)[][] Choices =
    [
        [],
        [("theme", "t")],
        [("sources", "Sa,Sb")],
        [("asOf", "2024-06-10")],
    ];

    private static TableScope Scope(Casebook casebook, params (string, string?)[] address) =>
        new(casebook, TablesQuery.Read(casebook, Asked.For(address)));

    // Every coding, of all of it and of parts.
    private static void Always(Action<TableScope> holds) =>
        AnyCoding.Casebooks.Sample(
            casebook =>
            {
                foreach (var choice in Choices)
                    holds(Scope(casebook, choice));
            },
            iter: 50
        );

    [Fact]
    public void Citations_OfAnyCoding_AddUpAndLeadToWhatTheyCount() =>
        Always(scope =>
        {
            foreach (var stance in new Stance?[] { null, Stance.Attributes })
            {
                var table = CitationTable.Of(scope, stance);
                Assert.Equal(table.All.Count, scope.Sources.Sum(table.Total));
                Assert.Equal(table.All.Count, table.Cited.Sum(table.Total));
                foreach (var source in scope.Sources)
                {
                    Assert.Equal(table.Total(source), table.Cited.Sum(p => table.Count(source, p)));
                    Assert.Equal(table.Total(source), table.In(source, null).Count());
                    foreach (var party in table.Cited)
                    {
                        var passages = table.In(source, party).ToList();
                        Assert.Equal(table.Count(source, party), passages.Count);
                        Assert.Equal(passages.Count, passages.DistinctBy(p => (p.Passage.Paragraph, p.Passage.Exact)).Count());
                        Assert.All(passages, p => Assert.Equal(source.Id, p.Passage.Source.Id));
                        Assert.All(passages.SelectMany(p => p.Citing), a => Assert.NotNull(a.Quotation.Cites));
                    }
                    foreach (var one in Enum.GetValues<Stance>())
                        Assert.Equal(table.Count(source, one), table.In(source, null).Count(p => p.Stances.Contains(one)));
                }
                foreach (var party in table.Cited)
                    Assert.Equal(table.Total(party), table.In(null, party).Count());
            }
        });

    [Fact]
    public void Citations_OfASource_AreThoseOfItsPage() =>
        Always(scope =>
        {
            if (!scope.CountsAll)
                return;
            var table = CitationTable.Of(scope, null);
            foreach (var source in scope.Sources)
                Assert.Equal(
                    SourceIndex.Of(scope.Casebook).Speech(source).Cites.Select(c => (c.Name, c.Count)).Order(),
                    table.Cited.Select(p => (p.Name, Count: table.Count(source, p))).Where(p => p.Count > 0).Order()
                );
        });

    [Fact]
    public void Citations_OfAPartyInSeveralSpellings_StandUnderOneName()
    {
        var quotations = AnyCoding.Parties.OfType<Cited>().Select((c, n) => Coded.Words("words", n + 1, cites: c)).ToArray();
        var source = Coded.Source with { Name = "Source 0", Title = new("The Source 0", Basis.Given) };
        var person = new Actor
        {
            Id = new("person"),
            Slug = "person",
            Name = "Person of the Panel",
            Order = 1,
            Names = [new(source.Id, "Surname", NameKind.Surname, 1, 0), new(source.Id, "The great one", NameKind.Epithet, 1, 0)],
        };
        var casebook = new Casebook(1, Repo.Casebook.Head, [source], [person], [], [Coded.Claim("a", quotations)]);
        var table = CitationTable.Of(Scope(casebook), null);
        Assert.Equal(
            [
                ("=@person", "@person", 1),
                (":Sx", "Source 0", 2),
                ("@person", "Person of the Panel", 3),
                ("nato", "NATO", 2),
                ("the great one", "the great one", 1),
                ("unnamed reports", "unnamed reports", 1),
            ],
            table
                .Cited.Select(p => (p.Key, p.Name, table.Total(p)))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .OrderBy(p => p.Key[0] == '=' ? 0 : 1)
        );
        Assert.All(table.Cited, p => Assert.Equal(p, CitedNames.Of(casebook).Find(p.Key)));
    }

    [Fact]
    public void Words_OfAnyCoding_AddUpAndLeadToWhatTheyCount() =>
        Always(scope =>
        {
            var table = WordTable.Of(scope);
            foreach (var kind in Enum.GetValues<WordKind>())
            {
                Assert.Equal(table.Words[kind].Sum(w => w.Places.Count), scope.Sources.Sum(s => table.Of(s, kind).Count));
                foreach (var source in scope.Sources)
                {
                    var figures = table.Of(source, kind);
                    Assert.Equal(figures.Count, table.In(source, kind, null).Count());
                    Assert.Equal(figures.Count, table.Words[kind].Sum(w => table.In(source, kind, w.Key).Count()));
                    Assert.Equal(figures.InTellings, table.In(source, kind, null).Count(p => p.IsInTelling));
                    Assert.Equal(figures.PerThousand is null, table.Quoted(source) == 0);
                    Assert.Equal(figures.PerTelling is null, table.Tellings(source) == 0);
                    if (figures.PerThousand is { } rate)
                        Assert.Equal(figures.Count, rate * table.Quoted(source) / 1000, 6);
                }
                foreach (var word in table.Words[kind])
                    Assert.Equal(
                        word.Places.Count,
                        word.Places.DistinctBy(p => (p.Passage.Source.Id, p.Passage.Paragraph, p.Passage.Exact)).Count()
                    );
            }
        });

    [Fact]
    public void Words_OfASource_AreThoseOfItsPage() =>
        Always(scope =>
        {
            if (!scope.CountsAll)
                return;
            var table = WordTable.Of(scope);
            foreach (var source in scope.Sources)
            {
                var speech = SourceIndex.Of(scope.Casebook).Speech(source);
                Assert.Equal(speech.Hedges.Sum(h => h.Count), table.Of(source, WordKind.Hedges).Count);
                Assert.Equal(speech.Loaded.Sum(h => h.Count), table.Of(source, WordKind.Loaded).Count);
            }
        });

    [Fact]
    public void Silence_OfAnyCoding_CountsEveryClaimOfEverySourceOnce() =>
        Always(scope =>
        {
            var table = SilenceTable.Of(scope);
            foreach (var source in scope.Sources)
            {
                Assert.Equal(scope.Claims.Count, SilenceTable.Words.Sum(w => table.Count(source, w.Key)));
                foreach (var (word, _) in SilenceTable.Words)
                    Assert.Equal(table.Count(source, word), table.In(source, word, null).Count);
                foreach (var silent in table.In(source, SilenceTable.Here, null))
                {
                    var cell = Cell.Of(scope.Casebook, silent.Claim, source);
                    Assert.Equal(CellKind.Silent, cell.Kind); // neither uncoded nor written before
                    Assert.NotEmpty(silent.Tellers);
                    Assert.All(silent.Tellers, t => Assert.Equal(CellKind.Told, Cell.Of(scope.Casebook, silent.Claim, t).Kind));
                }
            }
            var told = table.In(null, SilenceTable.Here, "tellers").Select(c => c.Tellers.Count).ToList();
            Assert.Equal(told.OrderDescending(), told);
        });

    [Fact]
    public void Similarity_OfASearchThatFindsOthersForAnother_IsOfThese()
    {
        var casebook = Repo.Casebook;
        SimilarityTable Of(params Source[] found) =>
            SimilarityTable.Of(
                new(
                    casebook,
                    TablesQuery.Read(
                        casebook,
                        new("?sources=found:rare", [])
                        {
                            Looked = [new(FoundSearch.Sources, "rare") { Ids = found.Select(s => s.Id.Value).ToHashSet() }],
                        }
                    )
                )
            );
        var (one, two) = (casebook.Sources.Take(2).ToArray(), casebook.Sources.Skip(2).Take(3).ToArray());
        Assert.Equal(one, Of(one).Scope.Sources);
        Assert.Equal(two, Of(two).Scope.Sources);
        Assert.Equal(
            casebook.Claims.Count,
            Of(two).Of(two[0], two[1]) is var pair ? pair.Both + pair.Uncoded + pair.CouldNot + pair.Silent : 0
        );
    }

    [Fact]
    public void Similarity_OfAnyCoding_CountsEveryClaimOnceAndIsTheCounterpartOfContestedness() =>
        Always(scope =>
        {
            var table = SimilarityTable.Of(scope);
            foreach (var one in scope.Sources)
            foreach (var other in scope.Sources)
            {
                var pair = table.Of(one, other);
                var both = SimilarityTable.Both(scope, one, other);
                Assert.Equal(scope.Claims.Count, pair.Both + pair.Uncoded + pair.CouldNot + pair.Silent);
                Assert.Equal(pair, table.Of(other, one));
                Assert.Equal(pair.Both, both.Count);
                Assert.Equal(pair.SameStance, both.Count(b => b.IsSameStance));
                Assert.Equal(pair.SameTerms, both.Sum(b => b.Same.Count));
                Assert.Equal(pair.Slots, both.Sum(b => b.Same.Count + b.Differing.Count));
                Assert.Equal(pair.Alike, both.Count(b => b.IsAlike));
                if (one.Id == other.Id)
                    Assert.Equal((pair.Both, pair.Slots), (pair.Alike, pair.SameTerms));
                else if (both is [var single])
                {
                    var contested = Contestedness.Among(
                        single.Claim,
                        [Cell.Of(scope.Casebook, single.Claim, one), Cell.Of(scope.Casebook, single.Claim, other)]
                    );
                    Assert.Equal(1 - contested.Stances, pair.Stances);
                    if (pair.Terms is { } terms)
                        Assert.Equal(1 - contested.Aspects, terms, 9);
                }
            }
        });

    [Fact]
    public void SharedWording_OfSeveralArticles_IsThatOfEachPairWithoutBoilerplate()
    {
        string[] texts =
        [
            "The leaders met on the square at noon.\nThis page was printed by the agency for all.",
            "At last the leaders met on the square at noon, and left.\nThis page was printed by the agency for all.",
            "Nothing of the kind was ever said anywhere.",
            "Short.",
        ];
        var all = texts
            .Select(
                (t, n) =>
                    (
                        Source: Coded.Source with
                        {
                            Id = new($"s{n}"),
                            Paragraphs = [new(1, ParagraphKind.Body, ""), new(2, ParagraphKind.Boilerplate, "", "imprint")],
                        },
                        Text: ArticleText.From(t)
                    )
            )
            .ToList();
        var table = SharedWordingTable.Of(all, TestContext.Current.CancellationToken);
        foreach (var one in all)
        foreach (var other in all)
        {
            IReadOnlySet<ulong> Runs((Source Source, ArticleText Text) of) => SharedWording.ShinglesOf([of.Text.Paragraphs[0]]);
            Assert.Equal(
                Runs(one).Count == 0 || Runs(other).Count == 0 ? null : SharedWording.Between(Runs(one), Runs(other)),
                table.Of(one.Source, other.Source)
            );
        }
        Assert.Equal(1, table.Of(all[0].Source, all[1].Source)!.Value.OfThis);
        Assert.InRange(table.Of(all[1].Source, all[0].Source)!.Value.OfThis, 0.3, 0.7);
    }
}
