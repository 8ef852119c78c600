using CsCheck;
using SummitDashboard.Features.Editing;
using SummitDashboard.Forms;

namespace SummitDashboard.Tests.Forms;

public sealed class ThreeWayTests
{
    private static readonly Gen<string> Words = Gen.Int[0, 5].Select(n => new[] { "", "", "one", "two", "one two", "three" }[n]);

    private static readonly Gen<FramingFields> Version = Gen.Select(
        Words,
        Words,
        Words,
        Words,
        Gen.Select(Words, Words, (exact, cites) => new QuotationFields { Exact = exact, Cites = cites }).List[0, 3],
        Gen.Bool,
        (gloss, note, text, term, quotations, isFramed) =>
        {
            var fields = new FramingFields { Gloss = gloss, Note = note };
            (fields.Slot("when").Text, fields.Slot("when").Value) = (text, term);
            fields.Quotations = [.. quotations.Where(q => q.Exact.Length > 0)];
            if (isFramed)
                fields.Frame.Add("conflict");
            return fields;
        }
    );

    [Fact]
    public void Lay_OfAnyThreeVersions_LosesNoTextAndMakesNoRowOfTwo() =>
        Gen.Select(Version, Version, Version)
            .Sample(
                (were, mine, theirs) =>
                {
                    var (laid, asides) = Lay(were, mine, theirs);
                    var texts = asides.Select(a => a.Text).Append(laid.Note).Append(laid.Gloss).Append(laid.Slot("when").Text).ToList();
                    foreach (var version in new[] { mine, theirs })
                    foreach (
                        var (text, was) in new[]
                        {
                            (version.Note, were.Note),
                            (version.Gloss, were.Gloss),
                            (version.Slot("when").Text, were.Slot("when").Text),
                        }
                    )
                        Assert.True(text == was || texts.Any(t => t.Contains(text, StringComparison.Ordinal)));
                    var all = Rows(mine).Concat(Rows(theirs)).ToHashSet();
                    Assert.Subset(all, Rows(laid).ToHashSet());
                    foreach (var row in all.Except(Rows(were)))
                        Assert.Contains(row, Rows(laid));
                    foreach (var row in Rows(laid).Intersect(Rows(were))) // what one took out stays out
                        Assert.True(Rows(mine).Contains(row) && Rows(theirs).Contains(row));
                    foreach (var name in new[] { "note", "gloss", "frame.conflict" })
                        Assert.Contains(Fields.Get(laid, name), new[] { Fields.Get(mine, name), Fields.Get(theirs, name) });
                },
                iter: 5_000
            );

    [Fact]
    public void Lay_WhereOneSideChangedNothing_IsTheOther() =>
        Gen.Select(Version, Version)
            .Sample(
                (were, other) =>
                {
                    foreach (var (mine, theirs) in new[] { (were, other), (other, were), (other, other) })
                    {
                        var (laid, asides) = Lay(were, mine, theirs);
                        Assert.Empty(asides);
                        Assert.Equal(Fields.All(other).Order(ByName), Fields.All(laid).Order(ByName));
                    }
                },
                iter: 2_000
            );

    private static readonly Comparer<KeyValuePair<string, string>> ByName = Comparer<KeyValuePair<string, string>>.Create(
        (a, b) => string.CompareOrdinal(a.Key, b.Key)
    );

    private static (FramingFields Laid, IReadOnlyList<Aside> Asides) Lay(FramingFields were, FramingFields mine, FramingFields theirs)
    {
        var laid = (FramingFields)Fields.Copy(theirs);
        var three = new ThreeWay(Fields.All(were).ToDictionary(), Fields.All(mine).ToDictionary(), Fields.All(theirs).ToDictionary());
        return (laid, three.Lay(laid, mine, were));
    }

    private static IEnumerable<(string, string)> Rows(FramingFields fields) => fields.Quotations.Select(q => (q.Exact, q.Cites));
}
