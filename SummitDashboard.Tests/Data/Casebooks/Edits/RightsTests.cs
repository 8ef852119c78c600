using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>
/// Every edit there is, against every role: an edit that is not in the table, or that its rule does not hold back, fails here.
/// </summary>
public sealed class RightsTests
{
    private static Dictionary<Type, Func<Casebook, Edit>> Samples { get; } =
        new()
        {
            [typeof(PutItem)] = b => new PutItem(b.Claims[0], b.Claims[0] with { Note = "x" }),
            [typeof(PutSource)] = b => new PutSource(b.Sources[0], b.Sources[0] with { Order = 0 }),
            [typeof(PutFraming)] = b => new PutFraming(b.Claims[0].Id, b.Claims[0].Framings[0].Source, b.Claims[0].Framings[0], null),
            [typeof(TakeBackFramings)] = b => new TakeBackFramings([b.Claims[0].Id], b.Claims[0].Framings[0]),
            [typeof(PutMention)] = b =>
                b.Events.First(e => e.Mentions.Count > 0) is var e ? new PutMention(e.Id, e.Mentions[0], null) : null!,
            [typeof(PutStatement)] = b =>
                b.Actors.First(a => a.Statements.Count > 0) is var a ? new PutStatement(a.Id, a.Statements[0], null) : null!,
            [typeof(PutRole)] = b => b.Actors.First(a => a.Roles.Count > 0) is var a ? new PutRole(a.Id, a.Roles[0], null) : null!,
            [typeof(PutNaming)] = b => b.Actors.First(a => a.Names.Count > 0) is var a ? new PutNaming(a.Id, a.Names[0], null) : null!,
            [typeof(AddGrade)] = b => new AddGrade(
                new()
                {
                    Id = new(Ids.New()),
                    Slug = "g",
                    Source = b.Sources[0].Id,
                    Mark = "C",
                    Rationale = "x",
                    By = "",
                    At = default,
                }
            ),
            [typeof(AddStop)] = b => new AddStop(b.Talks[0].Id, b.Talks[0].Stops[0]),
            [typeof(SupplyArticle)] = b => new SupplyArticle(b.Sources[0], b.Sources[0] with { Name = "Another name" }, "A few words."),
            [typeof(TakeRows)] = b => new TakeRows(
                [],
                [new(b.Claims[0].Id, null, b.Claims[0].Framings[0] with { Gloss = "Another gloss." })]
            ),
            [typeof(Undo)] = _ => new Undo(1),
            [typeof(DecideSeed)] = b => new DecideSeed(b.Claims[0].RawId, "", false),
        };

    public static TheoryData<Type> Edits() =>
        [.. typeof(Edit).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Edit)) && !t.IsAbstract)];

    [Theory, MemberData(nameof(Edits))]
    public async Task Edit_ByEveryRoleAndNobody_IsForbiddenToThoseWithoutTheRight(Type type)
    {
        using var test = new TestStore();
        var edit = Samples[type](test.Casebook);
        Assert.IsType<Outcome.Forbidden>(await test.Store.Write(edit, null));
        Assert.IsType<Outcome.Forbidden>(await test.Store.Write(edit, "no such account"));
        Assert.IsType<Outcome.Forbidden>(await test.Store.Write(edit, test.Person("Gone", AccountRole.Owner, disabled: true)));
        foreach (var role in Enum.GetValues<AccountRole>())
        {
            var outcome = await test.Store.Write(edit, test.Person(role.ToString(), role));
            Assert.Equal(!Rights.Allows(role, edit.Right), outcome is Outcome.Forbidden);
        }
        Assert.NotEqual(Right.Read, edit.Right);
    }

    [Fact]
    public async Task Person_DemotedSinceTheSignIn_MayNoLongerWrite()
    {
        using var test = new TestStore();
        var ada = test.Person("Ada", AccountRole.Editor);
        await test.Commit(Samples[typeof(PutItem)](test.Casebook), ada);
        test.SetRole(ada, AccountRole.Presenter);
        Assert.IsType<Outcome.Forbidden>(await test.Store.Write(Samples[typeof(AddGrade)](test.Casebook), ada));
    }

    [Theory]
    [
        InlineData(Right.Edit, AccountRole.Editor),
        InlineData(Right.Grade, AccountRole.Editor),
        InlineData(Right.ManagePeople, AccountRole.Owner),
        InlineData(Right.Present, AccountRole.Presenter)
    ]
    public void Right_OfARole_IsThatOfEveryHigherRole(Right right, AccountRole least)
    {
        foreach (var role in Enum.GetValues<AccountRole>())
            Assert.Equal(role >= least, Rights.Allows(role, right));
        Assert.False(Rights.Allows(null, right));
    }
}
