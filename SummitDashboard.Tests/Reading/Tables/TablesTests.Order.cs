using SummitDashboard.Domain;
using SummitDashboard.Reading.Tables;

namespace SummitDashboard.Tests.Reading.Tables;

/// <summary>The rows of a table that is sorted.</summary>
public sealed partial class TablesTests
{
    // Nothing but what is said of an order: by the figure, equals as they were written, and what has none last.
    [Fact]
    public void Rows_InEitherOrder_StandByTheirFigureWithEqualsAsWrittenAndNoneLast() =>
        Always(scope =>
        {
            var (cited, words, silence) = (CitationTable.Of(scope, null), WordTable.Of(scope), SilenceTable.Of(scope));
            var alike = SimilarityTable.Of(scope);
            foreach (var way in RowOrder.Ways)
            {
                void Stand(IReadOnlyList<Source> rows, Func<Source, double?> figure)
                {
                    var written = scope.Sources.Index().ToDictionary(s => s.Item.Id, s => s.Index);
                    foreach (var (one, next) in rows.Zip(rows.Skip(1)))
                        if (figure(one) is { } a && figure(next) is { } b && a != b)
                            Assert.True(a > b == (way == "descending"));
                        else if (figure(one) == figure(next))
                            Assert.True(written[one.Id] < written[next.Id]);
                        else
                            Assert.Null(figure(next));
                }
                bool IsCoded(Source source) => scope.Coded(source) > 0;
                foreach (var party in cited.Cited)
                    Stand(cited.Rows(RowOrder.Of(party.Key, way)), s => IsCoded(s) || cited.Total(s) > 0 ? cited.Count(s, party) : null);
                foreach (var (key, _, figure) in WordTable.Columns)
                    Stand(words.Rows(RowOrder.Of(key, way)), s =>
                        IsCoded(s) || Enum.GetValues<WordKind>().Any(k => words.Of(s, k).Count > 0) ? figure(words, s) : null
                    );
                foreach (var (key, _) in SilenceTable.Words)
                    Stand(silence.Rows(RowOrder.Of(key, way)), s =>
                        IsCoded(s) || key is "written-before" or "cannot-tell" or "uncoded" ? silence.Count(s, key) : null
                    );
                foreach (var like in scope.Sources)
                {
                    var rows = alike.Rows(RowOrder.Of(like.Siglum, way), null, null);
                    Assert.Equal(like.Id, rows[0].Id);
                    Stand([.. rows.Skip(1)], s => alike.Of(s, like).Score);
                    Assert.Equal(scope.Sources.Count, rows.DistinctBy(r => r.Id).Count());
                }
            }
        });
}
