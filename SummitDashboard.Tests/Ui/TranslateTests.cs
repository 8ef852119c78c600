using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Ui;

/// <summary>The sources' words stand as they are written, also where a browser translates the page around them.</summary>
public sealed partial class TranslateTests
{
    [Fact]
    public async Task Pages_WhateverTheyQuote_KeepTheSourcesWordsFromTranslators()
    {
        using var app = TestApp.With();
        using var client = InCasebook.Client(app.Address);
        var stop = TestContext.Current.CancellationToken;
        var casebook = app.Casebook;
        var exact = casebook
            .Claims.SelectMany(c => c.Framings)
            .SelectMany(f => f.Quotations)
            .Concat(casebook.Events.SelectMany(e => e.Mentions).Select(m => m.Quotation))
            .Concat(casebook.Actors.SelectMany(a => a.Statements).Select(s => s.Quotation))
            .Select(q => q.Exact)
            .Where(e => e.Split(' ').Length > 2)
            .ToHashSet();
        var talk = casebook.Talks[0].Slug;
        var quoted = 0;
        foreach (
            var path in PageList
                .Of(casebook)
                .Where(p => p != PageList.Missing)
                .Concat(casebook.Claims.Select(Urls.Claim))
                .Concat(casebook.Actors.Select(Urls.Actor))
                .Concat(casebook.Sources.SelectMany(s => new[] { Urls.Source(s), Urls.Reader(s) }))
                .Concat([Urls.Stage(talk, 4) + "?shown=5", Urls.Stage(talk, 2), Urls.TalkExport(talk, null), Urls.TalkExport(talk, "html")])
        )
        {
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync(path, stop));
            foreach (var element in page.Body!.QuerySelectorAll("*").Where(e => e is not IElement { LocalName: "script" or "style" }))
            {
                var isQuotation =
                    element.LocalName is "q" or "blockquote"
                    || element.HasAttribute("data-words")
                    || element.Children.All(c => c.LocalName is "mark" or "span" or "a")
                        && exact.Contains(Marks().Replace(element.TextContent, ""));
                if (!isQuotation)
                    continue;
                quoted++;
                Assert.True(
                    element.Closest("[translate=no]") is not null || element.QuerySelector("[translate=no]") is not null,
                    $"{path}: {element.OuterHtml}"
                );
            }
            Assert.All(page.QuerySelectorAll("[title^='“']"), e => Assert.Equal("no", e.GetAttribute("translate")));
        }
        Assert.True(quoted > 500, $"{quoted} quotations");
    }

    [GeneratedRegex("[“”]|^\\s+|\\s+$")]
    private static partial Regex Marks();
}
