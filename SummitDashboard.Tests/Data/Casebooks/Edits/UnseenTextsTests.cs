using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>
/// Characters that nobody can see: an editor brings none in; what a folder holds is loaded, named by <c>check</c>, and in nobody’s way.
/// </summary>
public sealed class UnseenTextsTests : IDisposable
{
    private readonly TestStore test = new(folder =>
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("Was it signed?", "\"Was it\\0 signed?\""));
        return seeds;
    });

    public void Dispose() => test.Dispose();

    private Claim Claim => test.Casebook.Claims[0];
    private Event Event => test.Casebook.Events[0];

    [Fact]
    public async Task Write_OfAText_IsRefusedWithTheNameOfTheField()
    {
        var ada = test.Person("Ada", AccountRole.Editor);
        var refused = Assert.IsType<Outcome.Invalid>(
            await test.Store.Write(new PutItem(Event, Event with { Label = "Signed\u0007", Note = "a\u001bb" }), ada)
        );
        Assert.Collection(
            refused.Problems,
            p => Assert.StartsWith("The label holds the character U+0007", p),
            p => Assert.StartsWith("The note holds the character U+001B", p)
        );
        var turned = Assert.IsType<Outcome.Invalid>(
            await test.Store.Write(new PutItem(Event, Event with { Label = "The \u202Edengis si repap" }), ada)
        );
        Assert.StartsWith("The label holds the character U+202E", Assert.Single(turned.Problems));
        foreach (var unpaired in new[] { "Signed \u2067here", "Signed\u2069 here", "\u2067\u2066Signed\u2069 here" })
            Assert.Contains(
                "has no other to go with it",
                Assert.Single(
                    Assert
                        .IsType<Outcome.Invalid>(await test.Store.Write(new PutItem(Event, Event with { Label = unpaired }), ada))
                        .Problems
                )
            );
        await test.Commit(new PutItem(Event, Event with { Label = "\u2068ورقة\u2069 is signed", Note = "One.\r\n\tTwo." }), ada);
    }

    [Fact]
    public async Task Write_BesideATextOfTheFolder_IsNotHeldUpByIt()
    {
        var ada = test.Person("Ada", AccountRole.Editor);
        Assert.Equal("Was it\0 signed?", Claim.Question);
        var edited = await test.Commit(new PutItem(Claim, Claim with { Note = "Another note." }), ada);
        var mended = await test.Commit(new PutItem(Claim, Claim with { Question = "Was it signed?" }), ada);
        await test.Commit(new Undo(mended), ada); // it stood there before
        await test.Commit(new Undo(edited), ada);
        Assert.Equal("Was it\0 signed?", Claim.Question);
    }

    [Fact]
    public void Check_OfATextOfTheFolder_NamesItAtItsLine()
    {
        var contents = CaseFolderReader.Read(test.Seeds);
        Assert.Empty(contents.Problems);
        TextRules.Check(contents, new Dictionary<string, ArticleText>());
        var problem = Assert.Single(contents.Problems, p => p.Message.Contains("U+0000", StringComparison.Ordinal));
        Assert.Equal(("claims/signed.md", 2), (problem.File, problem.Line));
        Assert.StartsWith("the question holds", problem.Message, StringComparison.Ordinal);
    }
}
