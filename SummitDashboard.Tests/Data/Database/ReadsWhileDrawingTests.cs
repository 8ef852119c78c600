using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

/// <summary>
/// No page reads the database on the thread that draws it: it would stand still with it, and so would every page behind it.
/// </summary>
public sealed class ReadsWhileDrawingTests
{
    [Fact]
    public async Task Pages_Drawn_ReadTheDatabaseOnlyBeside()
    {
        using var app = new FaultyApp();
        app.Started();
        await app.Person("Olga", AccountRole.Owner);
        using var olga = await new LiveTalk(app).SignedIn("Olga");
        app.ReadWhileDrawing.Clear(); // a form that is sent in may wait
        var claim = app.Casebook.Claims[0];
        foreach (
            var path in PageList
                .Of(app.Casebook)
                .Concat([
                    Urls.History,
                    Urls.HistoryOf(claim),
                    Urls.Revision(1),
                    Urls.With(Urls.History, ("since", "1")),
                    Urls.FromFolder,
                    Urls.Reliability,
                    Urls.Grade(app.Casebook.Sources[0]),
                    Urls.People,
                    Urls.Password,
                    Urls.Edit(claim),
                    Urls.New(ItemKind.Talk),
                    Urls.Code(claim, app.Casebook.Sources[0]),
                    Urls.With(Urls.Overview, ("rev", "0")),
                    "/claims/no-such-claim",
                    Urls.Welcome("none"),
                    Urls.SignIn,
                ])
        )
        {
            using var answer = await olga.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(app.ReadWhileDrawing.IsEmpty, $"{path}: {string.Join('\n', app.ReadWhileDrawing)}");
        }
    }
}
