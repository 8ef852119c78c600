using CsCheck;
using SummitDashboard.Data;
using SummitDashboard.Data.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Edits;

public sealed class MergeTests
{
    private static readonly Claim Base = Repo.Casebook.Claims[0];

    private static readonly Gen<Claim> Versions = Gen.Int[0, 9].List[0, 4].Select(steps => steps.Aggregate(Base, (c, step) => step switch
    {
        0 => c with { Note = "one" },
        1 => c with { Note = "two" },
        2 => c with { Question = "Another?" },
        3 => c with { Framings = [.. c.Framings.Skip(1)] },
        4 => c with { Framings = [.. c.Framings.Take(c.Framings.Count - 1)] },
        5 => c with { Framings = [.. c.Framings.Select((f, n) => n == 0 ? f with { Gloss = "x" } : f)] },
        6 => c with { Framings = [.. c.Framings.Select((f, n) => n == 0 ? f with { Gloss = "y", Frames = [NewsFrame.Conflict] } : f)] },
        7 => c with { Aspects = [.. c.Aspects, new("more", "More")] },
        8 => c with { Event = "e" },
        _ => c with { Order = c.Order + 1 },
    }));

    private static string Json(Item item) => Documents.Write(item);

    [Fact]
    public void Merge_OneSideUnchanged_IsTheOther() => Versions.Sample(v =>
    {
        foreach (var (a, b) in new[] { (Base, v), (v, Base), (v, v) })
        {
            var (json, conflicts) = Merge.Of(Json(Base), Json(a), Json(b));
            Assert.Empty(conflicts);
            Assert.Equal(Json(v), Json(Documents.Read(ItemKind.Claim, json)));
        }
    });

    [Fact]
    public void Merge_TwoSides_ConflictAlikeWhicheverComesFirst() => Gen.Select(Versions, Versions).Sample((a, b) =>
    {
        var (ab, ba) = (Merge.Of(Json(Base), Json(a), Json(b)), Merge.Of(Json(Base), Json(b), Json(a)));
        Assert.Equal(ab.Conflicts.Order(), ba.Conflicts.Order());
        Documents.Read(ItemKind.Claim, ab.Json);
    });

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
        var (a, b) = (Base with { Framings = [Base.Framings[0] with { Gloss = "a" }, .. Base.Framings.Skip(1)] }, Base with { Framings = [Base.Framings[0] with { Gloss = "b" }, .. Base.Framings.Skip(1)] });
        Assert.Equal($"framings/{Base.Framings[0].Source}/gloss", Assert.Single(Merge.Of(Json(Base), Json(a), Json(b)).Conflicts));
    }
}
