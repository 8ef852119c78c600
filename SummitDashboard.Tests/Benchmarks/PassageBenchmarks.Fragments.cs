using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Benchmarks;

/// <content>Which words are proposed: nobody can count whether they make sense, so they are listed to be read.</content>
public sealed partial class PassageBenchmarks
{
    [Theory(Explicit = true)]
    [InlineData(5)]
    [InlineData(10)]
    public void Fragments_OfTheShippedCasebook_AreListedToBeRead(int budget)
    {
        var cells = Cells(TextLibrary.ReadFolder(Repo.TextsOrSkip()));
        var rarity = new WordRarity(cells.Select(c => c.Text).Distinct());
        foreach (var cell in cells)
        {
            var ranked = PassageRanking.Rank(
                Sought(cell),
                cell.Source,
                cell.Text,
                rarity,
                3,
                budget,
                DefaultWords.For(Casebook.Head, cell.Source.Language?.Value),
                atMost: budget < 8 ? budget : 2 * budget,
                left: 100,
                mayLackWords: true
            );
            foreach (var passage in ranked)
            {
                var sentence = SentenceAt(cell.Text, passage.Paragraph, passage.Fragment.Start);
                Console.WriteLine(
                    $"{budget}|{cell.Source.Siglum} {passage.Paragraph}.{sentence} {cell.Claim.Slug}|"
                        + $"{passage.Fragment.In(cell.Text.Paragraphs[passage.Paragraph - 1])}|"
                        + string.Join(" · ", passage.Why.Select(w => w.Words))
                );
            }
        }
    }
}
