using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Search;

/// <summary>One name leads to what texts call the same person in other words and scripts.</summary>
public sealed class KnownNamesTests
{
    private static readonly Casebook Named = new(
        1,
        Repo.Casebook.Head,
        Repo.Casebook.Sources,
        [
            Person("tem-orlin", "Tem Orlin", "Orlin", "Орлин", "올린", "奥林"),
            Person("vero-dask", "Vero Dask", "Dask", "Vero Dask"),
            Person("ana-dask", "Ana Dask", "Dask", "داسك"),
            Person("solo", "Solo"),
        ],
        [],
        []
    );

    [Theory]
    [InlineData("Orlin", "actor:tem-orlin")]
    [InlineData("  ORLIN ", "  actor:tem-orlin ")]
    [InlineData("орлин", "actor:tem-orlin")]
    [InlineData("올린", "actor:tem-orlin")]
    [InlineData("奥林", "actor:tem-orlin")]
    [InlineData("tem orlin", "actor:tem-orlin")]
    [InlineData("\"Tem Orlin\" ferry", "actor:tem-orlin ferry")]
    [InlineData("ferry OR (Orlin -bay)", "ferry OR (actor:tem-orlin -bay)")]
    [InlineData("bell NOT Orlin", "bell NOT actor:tem-orlin")]
    [InlineData("dask", "actor:ana-dask|actor:vero-dask")]
    [InlineData("داسك", "actor:ana-dask")]
    [InlineData("Orlin 올린", "actor:tem-orlin 올린|Orlin actor:tem-orlin")]
    [InlineData("solo", "")] // has no other name
    [InlineData("the leader", "")]
    [InlineData("Orlin*", "")]
    [InlineData("-Orlin", "")]
    [InlineData("Orlin NEAR/3 ferry", "")] // a field cannot stand near something
    [InlineData("\"Orlin sailed\"", "")]
    [InlineData("source:Orlin", "")]
    [InlineData("tem (orlin)", "tem (actor:tem-orlin)")]
    [InlineData("\"", "")]
    [InlineData("\"orlin", "actor:tem-orlin")] // a phrase that is not closed ends with the line
    [InlineData("ferry \"tem orlin ", "ferry actor:tem-orlin")]
    [InlineData("\"orlin\" \"올린", "actor:tem-orlin \"올린|\"orlin\" actor:tem-orlin")]
    [InlineData("\"orlin ferry", "")]
    [InlineData("“Tem Orlin” ferry", "actor:tem-orlin ferry")]
    [InlineData("„Orlin“", "actor:tem-orlin")]
    [InlineData("“orlin", "actor:tem-orlin")]
    [InlineData("“ferry orlin” bell", "")]
    [InlineData("«orlin ferry", "")]
    [InlineData("bell\"orlin\"ferry", "bell actor:tem-orlin ferry")]
    [InlineData("said:\"orlin\"", "")]
    [InlineData("source:“Br” orlin", "source:“Br” actor:tem-orlin")]
    [InlineData("", "")]
    public void Names_InAQuery_LeadToEachPersonByAllOfTheirs(string query, string offered) =>
        Assert.Equal(offered.Split('|', StringSplitOptions.RemoveEmptyEntries), KnownNames.In(Named, query).Select(n => n.Query));

    /// <summary>Whatever is typed, what is offered can be read as it stands.</summary>
    [Fact]
    public void Names_BesideAnySigns_AreOfferedAsAFieldByItself()
    {
        string[] signs = ["", " ", "\"", "“", "”", "(", ")", "-", "bell", "* ", "source:", ":"];
        foreach (var before in signs)
        foreach (var next in signs)
        foreach (var after in signs)
        foreach (var (person, query) in KnownNames.In(Named, $"{before}{next}orlin{after}"))
            Assert.Matches(@"(?:^|[\s(])actor:tem-orlin(?=$|[\s)])", query);
    }

    [Fact]
    public async Task Search_OfASurname_LeadsToThePersonByEveryName()
    {
        using var app = new TestApp().Started();
        using var http = InCasebook.Client(app.Address);
        var page = await http.GetStringAsync("/" + Urls.SearchFor("putin"), TestContext.Current.CancellationToken);
        Assert.Contains($"href=\"{Urls.SearchFor("actor:vladimir-putin")}\"", page);
    }

    private static Actor Person(string slug, string name, params string[] forms) =>
        Repo.Casebook.Actors[0] with
        {
            Id = new(slug),
            Slug = slug,
            Name = name,
            Roles = [],
            Statements = [],
            Names =
            [
                new(Repo.Casebook.Sources[0].Id, "the leader", NameKind.Epithet, 1, 0),
                .. forms.Select(f => new Naming(Repo.Casebook.Sources[0].Id, f, NameKind.Surname, 1, 0)),
            ],
        };
}
