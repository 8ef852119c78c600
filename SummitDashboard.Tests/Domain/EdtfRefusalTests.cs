using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Domain;

public class EdtfRefusalTests
{
    [Theory]
    [InlineData(null, "no date here")]
    [InlineData("", "no date here")]
    [InlineData(" 2024", "Character 1: a date holds no spaces")]
    [InlineData("2024\n", "Character 5: a date holds no spaces")]
    [InlineData("2024–2025", "Character 5: this is a dash")]
    [InlineData("201x", "Character 4: letters are capitals here; write X")]
    [InlineData("201u", "Character 4: an unspecified digit is written X")]
    [InlineData("June 2024", "Character 1: “J” has no meaning")]
    [InlineData("２０２４", "Character 1: the character U+FF12")]
    [InlineData("\0", "Character 1: the character U+0000")]
    [InlineData("2023-02-29", "Character 9: there is no day 29 here; February 2023 has 28 days, not being a leap year")]
    [InlineData("1900-02-29", "not being a leap year")]
    [InlineData("2024-02-30", "February 2024 has 29 days.")]
    [InlineData("2024-06-31", "June 2024 has 30 days")]
    [InlineData("2024-06-00", "there is no day 00")]
    [InlineData("2024-00", "there is no month 00")]
    [InlineData("2024-13", "Character 6: there is no month 13")]
    [InlineData("2024-20", "there is no month 20")]
    [InlineData("2024-25", "of the seasons only 21 (spring)")]
    [InlineData("2024-21-01", "a season has no days")]
    [InlineData("2024-6-18", "Character 6: a month has two digits")]
    [InlineData("2024-06-1", "Character 9: a day has two digits")]
    [InlineData("2024-06-", "Character 9: a day has two digits")]
    [InlineData("2024-", "Character 6: a month has two digits")]
    [InlineData("2024-1X", "write XX for the month")]
    [InlineData("2024-06-1X", "write XX for the day")]
    [InlineData("2024-XX-18", "write XX for the day too")]
    [InlineData("20240618", "write hyphens between year, month and day: 2024-06-18")]
    [InlineData("198", "a year has four digits")]
    [InlineData("12345", "a longer one has a Y before it")]
    [InlineData("2X24", "only the last digits")]
    [InlineData("X024", "only the last digits")]
    [InlineData("XXXX-06", "Character 6: a year with unspecified digits stands alone")]
    [InlineData("XXXX-XX-18", "write XX for the day too")]
    [InlineData("1XXX-21", "a year with unspecified digits stands alone")]
    [InlineData("201X-06", "a year with unspecified digits stands alone")]
    [InlineData("-0000", "the year before 0001 is written 0000")]
    [InlineData("-", "a date begins with a year")]
    [InlineData("Y2024", "write this one with four digits and no Y")]
    [InlineData("Y", "write this one with four digits and no Y")]
    [InlineData("Y012345", "begins with no zero")]
    [InlineData("Y-17E7", "exponents and significant digits are level 2")]
    [InlineData("Y171010000S3", "exponents and significant digits are level 2")]
    [InlineData("Y1234567890123456", "up to 15 digits; this one has 16")]
    [InlineData("Y17000000X", "unspecified digits (X) are read only in years of four digits")]
    [InlineData("Y170000002-01", "Character 11: “-” cannot stand here")]
    [InlineData("?2004-06", "the qualifier belongs at the end")]
    [InlineData("2004?-06", "Character 6: a qualifier ends the date")]
    [InlineData("2004?~", "for uncertain and approximate together write %")]
    [InlineData("2004-06-11T", "a time is written T23:20:30")]
    [InlineData("2004-06-11T25:00:00", "a time is written T23:20:30")]
    [InlineData("2004-06-11T23:20", "a time is written T23:20:30")]
    [InlineData("2004-06-11T23:20:30-00:00", "a time is written T23:20:30")]
    [InlineData("2004-06-11T23:20:30Z?", "a time is written T23:20:30")]
    [InlineData("2004-06-11T23:20:30+14:01", "an offset from -12:00 to +14:00")]
    [InlineData("2004-06-11T23:20:30+15", "an offset from -12:00 to +14:00")]
    [InlineData("2004-06-11T23:20:30+23:59", "an offset from -12:00 to +14:00")]
    [InlineData("2004-06-11T23:20:30-12:30", "an offset from -12:00 to +14:00")]
    [InlineData("2004-06-11T23:20:30-13:00", "an offset from -12:00 to +14:00")]
    [InlineData("2004-06-11T23:20:30.", "a time is written T23:20:30")]
    [InlineData("2004-06-11T23:20.5", "a time is written T23:20:30")]
    [InlineData("2004-06-11T24:00:00.5", "a time is written T23:20:30")]
    [InlineData("2004-06T10:00:00", "a time of day follows only a full date")]
    [InlineData("2004-06-11T10:00:00/2005", "intervals and sets hold dates without a time of day")]
    [InlineData("2005/2004", "Character 1: the start comes after the end; swap the two")]
    [InlineData("2004-06-11/2004-05-XX", "the start comes after the end")]
    [InlineData("2004-23/2004-21", "Character 1: the start comes after the end")]
    [InlineData("2004-24/2004-21", "the start comes after the end")]
    [InlineData("2005-21/2004-24", "the start comes after the end")]
    [InlineData("2005-01/2004-24", "the start comes after the end")]
    [InlineData("2005/2004-24", "the start comes after the end")]
    [InlineData("2004-24?/2004-06", "the start comes after the end")]
    [InlineData("[2005-01-15..2004-24]", "Character 2: the start comes after the end")]
    [InlineData("1964/2008/2010", "Character 10: an interval has one slash")]
    [InlineData(".../2004", "Character 1: a date begins with a year")]
    [InlineData("..", "a date begins with a year")]
    [InlineData("2004,2005", "Character 5: a list of possible dates stands in square brackets")]
    [InlineData("{1667,1668}", "square brackets mean one of them")]
    [InlineData("[1667,1668", "Character 11: the closing bracket ] is missing")]
    [InlineData("1667]", "brackets can only enclose the whole")]
    [InlineData("[1667]?", "Character 7: nothing can follow the closing bracket")]
    [InlineData("[]", "Character 2: a date is missing here")]
    [InlineData("[1667,]", "Character 7: a date is missing here")]
    [InlineData("[1667, ]", "Character 8: a date is missing here")]
    [InlineData("[1667 ,1668]", "Character 6: a date holds no spaces, but after the commas of a set")]
    [InlineData("[ 1667,1668]", "Character 2: a date holds no spaces")]
    [InlineData("[1667,\u00a01668]", "Character 7: a date holds no spaces")]
    [InlineData("1667, 1668", "Character 5: a list of possible dates stands in square brackets")]
    [InlineData("[..]", "a date on at least one side")]
    [InlineData("[1672..1670]", "Character 2: the start comes after the end")]
    [InlineData("[1667,1672..1670]", "Character 7: the start comes after the end")]
    [InlineData("[1667,..1668]", "only the first item of a set can begin with dots")]
    [InlineData("[1667..,1668]", "only the last item of a set can end with dots")]
    [InlineData("[1667/1668]", "a set holds no intervals")]
    [InlineData("[1667..2023-02-29]", "Character 16: there is no day 29 here")]
    public void TryParse_NotADate_SaysWhatIsWrongAndWhere(string? text, string sentence)
    {
        Assert.False(Edtf.TryParse(text, out var value, out var error));
        Assert.Null(value);
        Assert.Contains(sentence, error);
    }

    [Fact]
    public void TryParse_LongerThan200_IsRefused()
    {
        var years = string.Join(',', Enumerable.Range(2000, 39));
        Assert.True(Edtf.TryParse($"[{years}?..]", out _, out _));
        Assert.False(Edtf.TryParse($"[{years},2039]", out _, out _));
        Assert.False(Edtf.TryParse(new string('9', 1_000_000), out _, out var error));
        Assert.Contains("1000000 characters, where at most 200 are read", error);
    }

    [Fact]
    public void Parse_NotADate_ThrowsWithTheSentence() =>
        Assert.StartsWith("Character 6: there is no month 13", Assert.Throws<FormatException>(() => Edtf.Parse("2024-13")).Message);
}
