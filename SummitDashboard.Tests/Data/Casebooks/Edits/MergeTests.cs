using CsCheck;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

public sealed class MergeTests
{
    private static readonly Claim Base = Repo.Casebook.Claims[0];

    private static readonly Gen<Claim> Versions = Gen.Int[0, 9]
        .List[0, 4]
        .Select(steps => steps.Aggregate(Base, (c, step) => step switch
                {
                    0 => c with { Note = "one" },
                    1 => c with { Note = "two" },
                    2 => c with { Question = "Another?" },
                    3 => c with { Framings = [.. c.Framings.Skip(1)] },
                    4 => c with { Framings = [.. c.Framings.Take(c.Framings.Count - 1)] },
                    5 => c with { Framings = [.. c.Framings.Select((f, n) => n == 0 ? f with { Gloss = "x" } : f)] },
                    6 => c with
                    {
                        Framings = [.. c.Framings.Select((f, n) => n == 0 ? f with { Gloss = "y", Frames = [NewsFrame.Conflict] } : f)],
                    },
                    7 => c with { Aspects = [.. c.Aspects, new("more", "More")] },
                    8 => c with { Event = new("e") },
                    _ => c with { Order = c.Order + 1 },
                }));

    private static string Json(Item item) => Documents.Write(item);

    [Fact]
    public void Merge_OneSideUnchanged_IsTheOther() =>
        Versions.Sample(v =>
        {
            foreach (var (a, b) in new[] { (Base, v), (v, Base), (v, v) })
            {
                var (json, conflicts) = Merge.Of(Json(Base), Json(a), Json(b));
                Assert.Empty(conflicts);
                Assert.Equal(Json(v), Json(Documents.Read(ItemKind.Claim, json)));
            }
        });

    [Fact]
    public void Merge_TwoSides_ConflictAlikeWhicheverComesFirst() =>
        Gen.Select(Versions, Versions)
            .Sample(
                (a, b) =>
                {
                    var (ab, ba) = (Merge.Of(Json(Base), Json(a), Json(b)), Merge.Of(Json(Base), Json(b), Json(a)));
                    Assert.Equal(ab.Conflicts.Order(), ba.Conflicts.Order());
                    Documents.Read(ItemKind.Claim, ab.Json);
                }
            );

    [Fact]
    public void Merge_DifferentParts_KeepsBoth()
    {
        var a = Base with { Framings = [.. Base.Framings.Select((f, n) => n == 0 ? f with { Gloss = "first" } : f)] };
        var b = Base with { Framings = [.. Base.Framings.Select((f, n) => n == 1 ? f with { Gloss = "second" } : f)], Note = "note" };
        var (json, conflicts) = Merge.Of(Json(Base), Json(a), Json(b));
        var merged = (Claim)Documents.Read(ItemKind.Claim, json);
        Assert.Empty(conflicts);
        Assert.Equal(("first", "second", "note"), (merged.Framings[0].Gloss, merged.Framings[1].Gloss, merged.Note));
    }

    [Fact]
    public void Merge_TheSameWords_NameTheirPlace()
    {
        var (a, b) = (
            Base with
            {
                Framings = [Base.Framings[0] with { Gloss = "a" }, .. Base.Framings.Skip(1)],
            },
            Base with
            {
                Framings = [Base.Framings[0] with { Gloss = "b" }, .. Base.Framings.Skip(1)],
            }
        );
        Assert.Equal($"framings/{Base.Framings[0].Source}/gloss", Assert.Single(Merge.Of(Json(Base), Json(a), Json(b)).Conflicts));
    }

    // Names that the merge treats apart, values that are equal in other words; hostile: what cannot be read, or is no JSON at all.
    private static readonly string[] Leaves = ["1", "1.0", "1e3", "\"\"", "\"a\"", "null", "true", "{}", "[]"];
    private static readonly string[] Names = ["framings", "paragraphs", "aspects", "source", "number", "key", "a"];
    private static readonly Gen<string> Readable = Nested(OneOf(Leaves), OneOf(Names));
    private static readonly Gen<string> Hostile = Gen.Frequency(
        (20, Nested(OneOf([.. Leaves, "1e999", "-1E99999999999", "\"\\ud800\""]), OneOf([.. Names, "\\ud800"]))),
        (1, OneOf("", "{", "nonsense", "\0", new string('[', 5000), new string('[', 70) + new string(']', 70)))
    );

    private static Gen<string> Nested(Gen<string> leaves, Gen<string> names) =>
        Gen.Recursive<string>(
            (depth, inner) =>
                depth > 3
                    ? leaves
                    : Gen.OneOf(
                        leaves,
                        Gen.Select(names, inner)
                            .Array[0, 3]
                            .Select(p => "{" + string.Join(',', p.Select(m => $"\"{m.Item1}\":{m.Item2}")) + "}"),
                        inner.Array[0, 3].Select(a => "[" + string.Join(',', a) + "]")
                    )
        );

    private static Gen<string> OneOf(params string[] of) => Gen.Int[0, of.Length - 1].Select(n => of[n]);

    [Fact]
    public void Merge_OfHostileDocuments_HoldsItsLawsAndNeverThrows() =>
        Gen.Select(Hostile, Hostile, Hostile)
            .Sample(
                (b, x, y) =>
                {
                    foreach (var (json, conflicts) in new[] { Merge.Of(b, x, b), Merge.Of(b, b, x), Merge.Of(b, x, x) })
                    {
                        Assert.Equal(x, json);
                        Assert.Empty(conflicts);
                    }
                    Assert.NotNull(Merge.Of(b, x, y).Json);
                },
                iter: 20_000
            );

    [Fact]
    public void Merge_OfAnyDocuments_ConflictsAlikeWhicheverComesFirst() =>
        Gen.Select(Readable, Readable, Readable)
            .Sample(
                (b, x, y) => Assert.Equal(Merge.Of(b, x, y).Conflicts.Distinct().Order(), Merge.Of(b, y, x).Conflicts.Distinct().Order()),
                iter: 20_000
            );

    [Fact]
    public void Merge_OfDisjointChanges_KeepsBoth() =>
        Gen.Select(Gen.Int[0, 2].Array[6], Gen.Bool.Array[6], Gen.Int[3, 5].Array[6])
            .Sample(
                (was, whose, next) =>
                {
                    string Doc(Func<int, bool> changed) =>
                        "{" + string.Join(',', Enumerable.Range(0, 6).Select(n => $"\"k{n}\":{(changed(n) ? next : was)[n]}")) + "}";
                    Assert.Equal(
                        (Doc(_ => true), 0),
                        Merge.Of(Doc(_ => false), Doc(n => whose[n]), Doc(n => !whose[n])) is var (json, conflicts)
                            ? (json, conflicts.Count)
                            : default
                    );
                }
            );

    [Theory]
    [InlineData("[1]", "[2,3]", "[2]")] // both replaced it, one of them by more
    [InlineData("[1]", "[2]", "[]")] // changed by one, removed by the other
    public void Merge_OfListsWhereBothTookTheSameAway_ConflictsWhicheverComesFirst(string was, string a, string b)
    {
        Assert.Equal([""], Merge.Of(was, a, b).Conflicts);
        Assert.Equal([""], Merge.Of(was, b, a).Conflicts);
    }
}
