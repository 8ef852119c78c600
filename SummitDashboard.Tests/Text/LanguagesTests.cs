using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>Languages by their tags, and by what they are called.</summary>
public sealed class LanguagesTests
{
    [Theory]
    [InlineData("German", "de")]
    [InlineData(" korean, north korea ", "ko-KP")]
    [InlineData("de", "de")]
    [InlineData("DE-at", "DE-at")] // as it was typed: tags know no case
    [InlineData("gsw", "gsw")] // a tag that is not in the list
    [InlineData("Klingonish", "Klingonish")] // which the rules refuse
    [InlineData("", "")]
    [InlineData(null, null)]
    public void TagOf_WhatWasTyped_IsTheTagOfALanguageOfThatName(string? typed, string? tag) => Assert.Equal(tag, Languages.TagOf(typed));

    [Theory]
    [InlineData("ar", "Arabic"), InlineData("AR", "Arabic"), InlineData("zh-Hant", "Chinese, traditional")]
    [InlineData("ar-EG", "Arabic (ar-EG)"), InlineData("gsw", "language gsw")]
    public void Called_AnyTag_IsInWords(string tag, string words) => Assert.Equal(words, Languages.Called(tag));

    [Fact]
    public void Find_ByAWord_ListsLanguagesByTheirNames() =>
        Assert.Equal(["Bengali", "Bulgarian"], Languages.Find("b").Select(Languages.NameOf).Intersect(["Bulgarian", "Bengali"]));
}
