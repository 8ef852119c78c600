using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Articles;

/// <summary>An article and its source's edit go through the door together.</summary>
public sealed class SupplyTests : IDisposable
{
    private const string Content = "A few words of our own.";
    private readonly TestStore test = new();
    private readonly TextLibrary library;
    private readonly string ada;

    public SupplyTests()
    {
        library = Library(test.Store);
        ada = test.Person("Ada", AccountRole.Editor);
    }

    public void Dispose()
    {
        library.Dispose();
        test.Dispose();
    }

    [Fact]
    public async Task Supply_Committed_IsAtHandBeforePagesAreTold()
    {
        var told = new List<bool>();
        using var page = test.Store.Changes.Subscribe(p => told.Add(library.Of(p.Casebook.Sources[0]) is not null));
        Assert.IsType<Outcome.Committed>(await library.Supply(Another(test.Store), ada));
        Assert.Equal([true], told);
        Assert.Equal(1, Kept());
    }

    [Fact]
    public async Task Supply_ThatTheDoorRefuses_KeepsNeitherTextNorEdit()
    {
        var (before, edit) = (test.Casebook, Another(test.Store));
        Assert.Equal(new Outcome.Forbidden(Right.Edit), await library.Supply(edit, test.Person("Pia", AccountRole.Presenter)));
        Assert.IsType<Outcome.Invalid>(await library.Supply(edit with { Content = " " }, ada));
        Assert.IsType<Outcome.Invalid>(
            await library.Supply(edit with { Next = edit.Next with { Siglum = before.Sources[1].Siglum } }, ada)
        );
        Assert.IsType<Outcome.Conflict>(await library.Supply(edit with { Base = edit.Base! with { Name = "as it was not" } }, ada));
        Assert.Same(before, test.Casebook);
        Assert.Null(library.Of(edit.Next));
        Assert.Equal(0, Kept());
    }

    [Fact]
    public async Task Supply_ByAnotherProcess_IsReadHereToo()
    {
        var read = new TaskCompletionSource();
        library.Changed += () => read.TrySetResult();
        var store = test.Open();
        using (var elsewhere = Library(store))
            Assert.IsType<Outcome.Committed>(await elsewhere.Supply(Another(store), ada));
        await test.Store.CatchUp();
        await read.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.NotNull(library.Of(test.Casebook.Sources[0]));
    }

    private static SupplyArticle Another(CasebookStore store)
    {
        var (of, text) = (store.Current.Sources[0], ArticleText.From(Content));
        var article = of.Article with { Sha256 = text.Sha256, Words = text.WordCount };
        return new(of, of with { Article = article }, Content);
    }

    private TextLibrary Library(CasebookStore store) =>
        new(
            new DataOptions(test.Seeds, "no-texts", test.File),
            store,
            TimeProvider.System,
            Spare.Troubles(),
            NullLogger<TextLibrary>.Instance
        );

    private int Kept()
    {
        using var db = test.CreateDbContext();
        return db.Texts.Count();
    }
}
