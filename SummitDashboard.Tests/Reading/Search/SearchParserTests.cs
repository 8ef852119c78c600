using CsCheck;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Search;

/// <summary>What people type, read and asked of a real index.</summary>
public sealed class SearchParserTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "The ferry sailed again on Monday",
        "The old ferry had been sold",
        "Nobody sailed around the bay",
        "Fährmann and ferrymen 🚢, a 👩🏽\u200D🚀 under the 🇷🇺",
    ];

    private static readonly string[] Signs =
    [
        "ferry",
        "\"",
        "(",
        ")",
        "-",
        "*",
        "OR",
        "NOT",
        "NEAR/3",
        "AND",
        "source:",
        "is:uncoded",
        "WITH",
        "words : x",
        "^",
        "{a}",
    ];

    private readonly TempFolder folder = new();
    private readonly FullTextIndex index;

    public SearchParserTests()
    {
        index = new(Path.Combine(folder.Path, "search.db"));
        index.Prepare();
        var source = Repo.Casebook.Sources[0].Id.Value;
        index.Replace([
            ("one", "1", [.. Texts.Select((t, n) => new SearchEntry(SearchKind.Note, ItemKind.Source, source, t, n < 2 ? source : "", n))]),
        ]);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ferry", "0 1")]
    [InlineData("FERRY sailed", "0")]
    [InlineData("ferry OR sailed", "0 1 2")]
    [InlineData("ferry | sailed", "0 1 2")]
    [InlineData("ferry AND NOT sold", "0")]
    [InlineData("ferry -sold", "0")]
    [InlineData("-ferry", "2 3")]
    [InlineData("(ferry OR bay) -monday", "1 2")]
    [InlineData("\"ferry sailed\"", "0")]
    [InlineData("“ferry sailed”", "0")]
    [InlineData("«ferry had»", "1")]
    [InlineData("ferr*", "0 1 3")]
    [InlineData("\"old ferr\"*", "1")]
    [InlineData("\"old ferr*\"", "1")]
    [InlineData("fahrmann", "3")]
    [InlineData("🚢", "3")]
    [InlineData("👩🏿\u200D🚀", "3")]
    [InlineData("\"under the 🇷🇺\"", "3")]
    [InlineData("👩", "")]
    [InlineData("🇷", "")]
    [InlineData("old NEAR/3 sold", "1")]
    [InlineData("ferry NEAR/1 monday", "")]
    [InlineData("nobody NEAR bay", "2")]
    [InlineData("ferry is:unrated", "")]
    [InlineData("in:note bay", "2")]
    [InlineData("monday sold", "")]
    [InlineData("monday WITH sold", "0 1")]
    [InlineData("monday WITH old sold OR bay", "0 1")]
    [InlineData("monday WITH bay", "")] // the bay is in no source
    [InlineData("monday WITH NOT sold", "")]
    [InlineData("monday WITH NOT bay", "0")]
    [InlineData("(monday WITH sold) -sailed", "1")]
    [InlineData("NOT (monday WITH sold)", "2 3")]
    public void Query_AskedOfAnIndex_FindsWhatItSays(string query, string found)
    {
        var notices = new List<string>();
        var read = SearchParser.Read(query, new(Repo.Casebook), notices);
        Assert.NotNull(read);
        Assert.Equal(found, string.Join(' ', index.Find(read, 0, 10).Select(h => h.Entry.Part).Order()));
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData("\"ferry sailed", "A quotation mark is missing")]
    [InlineData("\"fer* sailed\" OR ferry", "In a phrase “*” stands behind the last word alone")]
    [InlineData("*erry OR ferry", "“*” stands behind a word alone, for its ending (sanct*); elsewhere")]
    [InlineData("fer*y OR ferry", "elsewhere it was passed over, as in “fer*y”")]
    [InlineData("(ferry", "is not closed")]
    [InlineData("ferry)", "was not opened")]
    [InlineData("ferry OR", "Nothing follows OR")]
    [InlineData("ferry NOT", "Nothing follows NOT")]
    [InlineData("ferry — …", "no letter, no digit and no emoji")]
    [InlineData("ferry sorce:Br", "“sorce” is no field")]
    [InlineData("ferry source:Zz", "There is no source “Zz”")]
    [InlineData("ferry stance:", "“stance:” has no value")]
    [InlineData("ferry is:blue", "is nothing that anything is")]
    [InlineData("ferry NEAR source:Br", "NEAR stands between two words")]
    [InlineData("ferry NEAR/-3 bay", "NEAR/-3 is no distance; it was read as NEAR/10")]
    [InlineData("ferry NEAR/99999999999999999999 bay", "goes farther than NEAR can; it was read as NEAR/100")]
    [InlineData("ferry NEAR/101 bay", "it was read as NEAR/100")]
    [InlineData("ferry WITH", "Nothing stands on one side of WITH")]
    [InlineData("WITH ferry", "Nothing stands on one side of WITH")]
    [InlineData("NOT sold WITH -monday", "WITH needs something that is to be found; it was read as AND")]
    [InlineData("ferry OR fe.*y", "“fe.*y” was looked for by its letters and digits: regular expressions are not read")]
    [InlineData("ferry OR [a-f]erry", "regular expressions are not read")]
    [InlineData("ferry \\bferry", "regular expressions are not read")]
    [InlineData("ferry OR fer{2}y", "regular expressions are not read")]
    [InlineData("NEAR(ferry bay, 5)", "here “NEAR” was looked for as a word")]
    public void Query_ThatIsNotWhole_IsMendedAndSaysSo(string query, string says)
    {
        var notices = new List<string>();
        var read = SearchParser.Read(query, new(Repo.Casebook), notices);
        Assert.NotNull(read);
        Assert.Contains(notices, n => n.Contains(says, StringComparison.Ordinal));
        Assert.NotNull(index.Find(read, 0, 10));
    }

    [Theory]
    [InlineData("— …")]
    [InlineData("\"\"")]
    [InlineData("()")]
    [InlineData("- * OR AND")]
    [InlineData("OR")]
    [InlineData("* | \"\"")]
    [InlineData("   ")]
    public void Query_WithoutAWord_AsksForNothingAndSaysSo(string query)
    {
        var notices = new List<string>();
        Assert.Null(SearchParser.Read(query, new(Repo.Casebook), notices));
        Assert.Equal(query.Trim().Length > 0, notices.Count > 0);
    }

    [Theory]
    [InlineData("monday sold", "monday WITH sold")]
    [InlineData("monday AND \"had been\" -bay", "monday WITH \"had been\" WITH NOT bay")]
    [InlineData("(ferry OR boat) NOT shells", "(ferry OR boat) WITH NOT shells")]
    [InlineData("ferry", null)]
    [InlineData("-ferry -bay", null)]
    [InlineData("ferry OR bay", null)]
    [InlineData("ferry NEAR/5 bay", null)]
    [InlineData("ferry WITH bay", null)]
    [InlineData("source:Br ferry", null)]
    [InlineData("ferry (bay", null)]
    [InlineData("ferry \"bay", null)]
    [InlineData("**", null)]
    [InlineData("-** ferry *** ()* bay", "ferry WITH bay")]
    public void Words_OfOnePlace_AreTheSameAnywhereInOneSource(string query, string? wide) =>
        Assert.Equal(wide, SearchParser.AnywhereInOneSource(query));

    [Fact]
    public void Words_OfAnySigns_AreReadAnywhereInOneSourceOrNot() =>
        Gen.String["ab 한\"()*-:|'«”é"]
            .Sample(query => SearchParser.AnywhereInOneSource(query) is not { } wide || wide.Contains(SearchParser.With));

    [Fact]
    public void Query_OfTenThousandCharacters_IsReadInPartAndSaysSo()
    {
        var notices = new List<string>();
        var read = SearchParser.Read(string.Join(' ', Enumerable.Repeat("ferry", 2_000)), new(Repo.Casebook), notices);
        Assert.Equal(2, index.Find(read!, 0, 10).Count);
        Assert.Contains(notices, n => n.Contains("1,000 characters", StringComparison.Ordinal));
        Assert.Contains(notices, n => n.Contains("60 words", StringComparison.Ordinal));
    }

    // Whatever is typed: read without an error, and nothing in it is a word of the engine’s.
    [Fact]
    public void Query_OfAnySigns_IsAskedWithoutAnError() =>
        Gen.OneOf(Gen.Int[0, 15].Select(n => Signs[n]), Gen.String[Gen.Char["'\"():*-+^{}\\;,.|&%_ aé制北한😀\0\r\n"], 0, 6])
            .Array[0, 14]
            .Sample(parts =>
            {
                var query = string.Join(' ', parts);
                if (SearchParser.Read(query, new(Repo.Casebook), new List<string>()) is { } read)
                    Assert.NotNull(index.Find(read, 0, 10));
            });
}
