using System.Globalization;
using System.Text.Json;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Domain;

public class EdtfTests
{
    /// <summary>The examples of the published specification with their bounds: level 0, level 1, and one-of sets of level 2.</summary>
    [Theory]
    [InlineData("1985-04-12", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04", "1985-04-01", "1985-04-30")]
    [InlineData("1985", "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12T23:20:30", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12")]
    [InlineData("1964/2008", "1964-01-01", "2008-12-31")]
    [InlineData("2004-06/2006-08", "2004-06-01", "2006-08-31")]
    [InlineData("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08")]
    [InlineData("2004-02-01/2005-02", "2004-02-01", "2005-02-28")]
    [InlineData("2004-02-01/2005", "2004-02-01", "2005-12-31")]
    [InlineData("2005/2006-02", "2005-01-01", "2006-02-28")]
    [InlineData("2001-21", "2001-03-01", "2001-05-31")]
    [InlineData("2001-22", "2001-06-01", "2001-08-31")]
    [InlineData("2001-23", "2001-09-01", "2001-11-30")]
    [InlineData("2003-24", "2003-12-01", "2004-02-29")]
    [InlineData("1984?", "1984-01-01", "1984-12-31")]
    [InlineData("2004-06~", "2004-06-01", "2004-06-30")]
    [InlineData("2004-06-11%", "2004-06-11", "2004-06-11")]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31")]
    [InlineData("1985-04-XX", "1985-04-01", "1985-04-30")]
    [InlineData("1985-XX-XX", "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12/..", "1985-04-12", null)]
    [InlineData("1985-04/..", "1985-04-01", null)]
    [InlineData("1985/..", "1985-01-01", null)]
    [InlineData("../1985-04-12", null, "1985-04-12")]
    [InlineData("../1985-04", null, "1985-04-30")]
    [InlineData("../1985", null, "1985-12-31")]
    [InlineData("1985-04-12/", "1985-04-12", null)]
    [InlineData("1985-04/", "1985-04-01", null)]
    [InlineData("1985/", "1985-01-01", null)]
    [InlineData("/1985-04-12", null, "1985-04-12")]
    [InlineData("/1985-04", null, "1985-04-30")]
    [InlineData("/1985", null, "1985-12-31")]
    [InlineData("1984~/2004-06", "1984-01-01", "2004-06-30")]
    [InlineData("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08")]
    [InlineData("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31")]
    [InlineData("[..1760-12-03]", null, "1760-12-03")]
    [InlineData("[1760-12..]", "1760-12-01", null)]
    [InlineData("[1760-01,1760-02,1760-12..]", "1760-01-01", null)]
    [InlineData("[1667,1760-12]", "1667-01-01", "1760-12-31")]
    [InlineData("[2024-06-18,2024-06-19]", "2024-06-18", "2024-06-19")]
    [InlineData("[2024-06-19,2024-06-18]", "2024-06-18", "2024-06-19")]
    [InlineData("[2024-03..2024-06-18]", "2024-03-01", "2024-06-18")]
    [InlineData("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31")]
    [InlineData("[..1760,  1770]", null, "1770-12-31")]
    [InlineData("1XXX", "1000-01-01", "1999-12-31")]
    [InlineData("1XXX-XX", "1000-01-01", "1999-12-31")]
    [InlineData("201X-XX-XX", "2010-01-01", "2019-12-31")]
    [InlineData("XXXX", null, null)]
    [InlineData("XXXX-XX", null, null)]
    [InlineData("XXXX-XX-XX", null, null)]
    [InlineData("XXXX?/2004", null, "2004-12-31")]
    [InlineData("1985-04-12T23:20:30.5", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30,123456Z", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T24:00:00.000", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+14:00", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30-12", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+13:45", "1985-04-12", "1985-04-12")]
    [InlineData("2004-24/2005-01", "2004-12-01", "2005-01-31")]
    [InlineData("2004-12/2004-24", "2004-12-01", "2005-02-28")]
    public void Parse_PublishedExample_HasItsBounds(string text, string? earliest, string? latest)
    {
        var date = Edtf.Parse(text);

        Assert.Equal(text, date.Text);
        Assert.Equal(text, date.ToString());
        Assert.Equal(Number(earliest), date.EarliestDay);
        Assert.Equal(Number(latest), date.LatestDay);
    }

    /// <summary>Reckoned by other means: from the same day of a year that DateOnly has, since 400 years always have 146 097 days.</summary>
    [Theory]
    [InlineData("0000", -719_528, -719_163)]
    [InlineData("-0400", -865_625, -865_260)]
    [InlineData("-1985", -1_444_534, -1_444_170)]
    [InlineData("-000X", -722_815, -719_529)]
    [InlineData("-019X", -792_211, -788_560)]
    [InlineData("Y170000002", 62_090_506_203, 62_090_506_567)]
    [InlineData("Y-170000002", -62_091_945_258, -62_091_944_894)]
    public void Parse_YearBeyondDateOnly_HasItsBounds(string text, long earliest, long latest)
    {
        var date = Edtf.Parse(text);
        Assert.Equal((earliest, latest), (date.EarliestDay, date.LatestDay));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("../")]
    [InlineData("/..")]
    [InlineData("Y-999999999999999/Y999999999999999")]
    [InlineData("2004/2004-03")]
    [InlineData("2004-06-18/2004")]
    [InlineData("2004-06-XX/2004-06-01")]
    [InlineData("201X~")]
    [InlineData("2024-06-XX?")]
    [InlineData("2001-21%")]
    [InlineData("[1984?,1985~,201X,2024-21]")]
    [InlineData("[2024]")]
    [InlineData("[..1760,1770..1780,1790..]")]
    [InlineData("2000-02-29")]
    [InlineData("0000-02-29")]
    [InlineData("-0004-02-29")]
    [InlineData("2024-06-18T24:00:00Z")]
    [InlineData("2024-06-18T00:00:00+00:00")]
    public void Parse_UnusualButAllowed_IsRead(string text) => Assert.Equal(text, Edtf.Parse(text).Text);

    [Theory]
    [InlineData("1984", false, false)]
    [InlineData("1984?", true, false)]
    [InlineData("1984~", false, true)]
    [InlineData("1984%", true, true)]
    [InlineData("1984?/2004~", true, true)]
    [InlineData("[1984,1985~]", false, true)]
    public void Qualifiers_AnywhereInTheDate_AreSeen(string text, bool isUncertain, bool isApproximate)
    {
        var date = Edtf.Parse(text);
        Assert.Equal((isUncertain, isApproximate), (date.IsUncertain, date.IsApproximate));
    }

    [Theory]
    [InlineData("1984", false, false)]
    [InlineData("1984/..", true, false)]
    [InlineData("[1984..]", false, true)]
    public void Form_OfTheThree_IsSeen(string text, bool isInterval, bool isOneOf)
    {
        var date = Edtf.Parse(text);
        Assert.Equal((isInterval, isOneOf), (date.IsInterval, date.IsOneOf));
    }

    [Fact]
    public void CompareTo_Unbounded_StandsOutermost()
    {
        string[] ordered =
        [
            "../2003",
            "/2004",
            "../2010",
            "../..",
            "/",
            "2004-01-01",
            "2004",
            "2004~",
            "[2004,2005]",
            "2004/..",
            "2004-01-02",
        ];
        Assert.Equal(ordered, ordered.Reverse().Select(Edtf.Parse).Order(Edtf.Order).Select(date => date.Text));
    }

    [Fact]
    public void Equals_ByText()
    {
        Assert.Equal(Edtf.Parse("2024-06"), Edtf.Parse("2024-06"));
        Assert.Equal(Edtf.Parse("2024-06").GetHashCode(), Edtf.Parse("2024-06").GetHashCode());
        Assert.NotEqual(Edtf.Parse("2024-06"), Edtf.Parse("2024-06-XX"));
    }

    [Theory]
    [InlineData(0, "1 January 1970")]
    [InlineData(19892, "18 June 2024")]
    [InlineData(-719_529, "31 December 2 BC")]
    [InlineData(62_090_506_203, "1 January 170,000,002")]
    public void FormatDay_Number_IsTheDayInWords(long day, string words) => Assert.Equal(words, Edtf.FormatDay(day));

    [Fact]
    public void Json_Text_RoundTrips()
    {
        var json = JsonSerializer.Serialize(new Dated(Edtf.Parse("[2024-06-18,2024-06-19]"), null));
        Assert.Equal("""{"When":"[2024-06-18,2024-06-19]","Until":null}""", json);
        Assert.Equal(new(Edtf.Parse("[2024-06-18,2024-06-19]"), null), JsonSerializer.Deserialize<Dated>(json));
    }

    [Theory]
    [InlineData("""{"When":"2024-13"}""", "Character 6: there is no month 13")]
    [InlineData("""{"When":2024}""", "A date is written as a text")]
    public void Json_NotADate_IsAJsonException(string json, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dated>(json)).Message);

    sealed record Dated(Edtf When, Edtf? Until);

    static long? Number(string? day) =>
        day is null ? null : Edtf.DayNumber(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
