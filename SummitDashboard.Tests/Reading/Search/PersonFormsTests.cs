using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Search;

/// <summary>
/// <c>actor:</c> finds what a form of a name covers where it is counted: whole words, or where the ledger says so also what begins with it.
/// </summary>
public sealed class PersonFormsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("푸틴", "푸틴을 만났다")]
    [InlineData("Путин", "Встреча Путина в Пхеньяне")]
    [InlineData("Владимир Путин", "у Владимир Путина")]
    [InlineData("بوتين", "قال بوتين")]
    [InlineData("بوتين", "وبوتين هناك")]
    [InlineData("بوتين", "اجتمع لبوتين")]
    [InlineData("بوتين", "فلبوتينه رأي")]
    [InlineData("لافروف", "قال للافروف")] // folded as if it began with “for the”
    [InlineData("كرملين", "في سالكرملين")]
    [InlineData("فلاديمير بوتين", "مع لفلاديمير بوتين")]
    [InlineData("פוטין", "נפגש עם פוטין")]
    [InlineData("פוטין", "אמר לפוטין")]
    [InlineData("פוטין", "וכשפוטין הגיע")]
    [InlineData("פוטין", "שהפוטין")]
    [InlineData("普京", "「普京」说")]
    [InlineData("プーチン", "プーチン氏は")]
    [InlineData("Putin", "Putin’s visit")]
    [InlineData("Putin", "the Putin-led side")]
    [InlineData("ﬁlin", "a filina said")]
    public void Actor_ByAFormCountedAsABeginning_IsFoundWhereItIsCounted(string form, string text)
    {
        Assert.Single(NameForms.Count(text, [new(form, true)]));
        Assert.Equal([text], Found(Person(new NameForm(form, IsPrefix: true)), [text, "nothing of it"]));
    }

    [Theory]
    [InlineData("푸틴", "푸틴을 만났다")]
    [InlineData("Путин", "Встреча Путина")]
    [InlineData("בוטין", "אמר לבוטין")]
    public void Actor_ByAFormCountedAsAWord_IsNotFoundInLongerOnes(string form, string text) =>
        Assert.Empty(Found(Person(new NameForm(form, IsPrefix: false)), [text]));

    [Theory]
    [InlineData("Путин", "Распутин и Запутин")]
    [InlineData("Владимир Путин", "Владимира Путина")] // another word is another form
    [InlineData("פוטין", "אבפוטין")]
    [InlineData("푸틴", "라스푸틴")]
    public void Actor_ByAFormCountedAsABeginning_IsNotFoundInsideAWord(string form, string text)
    {
        Assert.Empty(NameForms.Count(text, [new(form, true)]));
        Assert.Empty(Found(Person(new NameForm(form, IsPrefix: true)), [text]));
    }

    /// <summary>The forms that more texts have are asked for first, and one that a beginning covers is not asked for besides.</summary>
    [Fact]
    public void Actor_WithOneFormOnceAsAWordAndOnceAsABeginning_IsAskedForItOnce()
    {
        var casebook = Person(new("Путин", IsPrefix: false), new("путин", IsPrefix: true), new("ПУТИН", IsPrefix: true));
        var names = new SearchNames(casebook);
        Assert.Equal([new("путин", true), new("nemo", false)], names.FormsOf(SearchTags.Actor("nemo")));
    }

    [Fact]
    public void Hit_OfAFormBehindJoinedWords_IsMarkedWhole()
    {
        var asked = Asked(Person(new("פוטין", IsPrefix: true), new("Владимир Путин", IsPrefix: true)));
        Assert.Equal(["לפוטין"], Marked("אמר לפוטין אתמול"));
        Assert.Equal(["Владимир Путина"], Marked("о Владимир Путина там"));

        List<string> Marked(string text) =>
            [.. SearchHit.InContext(text, [.. asked.Sought()]).Pieces.Where(p => p.IsFound).Select(p => p.Text)];
    }

    [Theory]
    [InlineData("путина", "actor:nemo")]
    [InlineData("\"Владимир Путину\"", "actor:nemo")]
    [InlineData("לפוטין", "actor:nemo")]
    [InlineData("распутин", "")]
    [InlineData("bello", "")] // of a form that is a whole word
    public void Word_ThatAFormCovers_LeadsToThePersonByEveryName(string typed, string offered)
    {
        var casebook = Person(new("Путин", true), new("Владимир Путин", true), new("פוטין", true), new("bell", false));
        Assert.Equal(offered.Split('|', StringSplitOptions.RemoveEmptyEntries), KnownNames.In(casebook, typed).Select(n => n.Query));
    }

    private List<string> Found(Casebook casebook, string[] texts)
    {
        using var index = new FullTextIndex(Path.Combine(folder.Path, "search.db"));
        index.Prepare();
        var entries = texts.Select((t, n) => new SearchEntry(SearchKind.Article, ItemKind.Source, "one", t, "one", n + 1));
        var person = new SearchEntry(SearchKind.Note, ItemKind.Actor, "nemo", "x") { Names = SearchNames.Of(casebook.Actors[0]) };
        index.Replace([("it", "1", [.. entries, person])]);
        // As the casebook says it, and as its index does for who has not opened it.
        var asked = Asked(casebook);
        var found = index.Find(asked, 0, 100).Select(h => h.Entry.Text).ToList();
        Assert.Equal(found, index.Find(Asked(new SearchFields(index)), 0, 100).Select(h => h.Entry.Text));
        Assert.Equal(found.Count, index.Count(asked).Sum(c => c.Count));
        return found;
    }

    private static SearchExpression Asked(Casebook casebook) => Asked(new SearchFields(casebook));

    private static SearchExpression Asked(SearchFields fields) => SearchParser.Read("actor:nemo", fields, [])!;

    private static Casebook Person(params NameForm[] forms) =>
        new(
            1,
            Repo.Casebook.Head,
            Repo.Casebook.Sources,
            [
                Repo.Casebook.Actors[0] with
                {
                    Id = new("nemo"),
                    Slug = "nemo",
                    Name = "Nemo",
                    Roles = [],
                    Statements = [],
                    Names =
                    [
                        .. forms.Select(f => new Naming(
                            Repo.Casebook.Sources[0].Id,
                            f.Form,
                            NameKind.Surname,
                            1,
                            0,
                            f.IsPrefix ? NameMatch.Prefix : NameMatch.Word
                        )),
                    ],
                },
            ],
            [],
            []
        );
}
