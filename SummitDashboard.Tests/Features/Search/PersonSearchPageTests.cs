using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Search;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>A search by a name, as the page shows it, of forms that count as the beginning of a word.</summary>
public sealed class PersonSearchPageTests
{
    [Theory]
    [InlineData("actor:envoy source:Se in:article", 5, "The envoy|Орлина|Орлин|올린을|ולאורלין")]
    [InlineData("actor:envoy source:Se in:article -пришел", 4, "The envoy|Орлин|올린을|ולאורלין")]
    public async Task Search_ByAName_FindsAndMarksTheWordsThatBeginWithIt(string asked, int hits, string marked)
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(
            folder,
            SmallCasebook.TextB + "\nПришёл к Орлина дому.\nОрлин уехал.\n올린을 만났다.\nהוא אמר ולאורלין.\nРазорлин и 라스올린을."
        );
        var more = string.Concat(
            new[] { ("Орлин", 2), ("올린", 1), ("אורלין", 1) }.Select(f =>
                $"\n  - {{ source: second, form: {f.Item1}, kind: surname, count: {f.Item2}, match: prefix }}"
            )
        );
        folder.Write("seeds/actors/envoy.md", SmallCasebook.Actor.Replace("\nstatements:", more + "\nstatements:"));
        await using var app = new TestApp(
            new()
            {
                ["Casebook:Folder"] = seeds,
                ["Casebook:Texts"] = Path.Combine(folder.Path, "texts"),
                ["Access:Texts"] = "all",
            }
        ).Started();
        await app.Services.GetRequiredService<SearchIndexing>().WhenWhole(TestContext.Current.CancellationToken);
        using var http = InCasebook.Client(app.Address);
        var page = await http.GetStringAsync("/" + Urls.SearchFor(asked), TestContext.Current.CancellationToken);
        Assert.Contains($"{hits} hits in 1 source", page);
        Assert.Equal(
            marked.Split('|').Order(),
            Regex.Matches(page, "<mark[^>]*>([^<]*)</mark>").Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).Order()
        );
        foreach (Match facet in Regex.Matches(page, @"<span class=""n"">(\d+)</span>"))
            Assert.Equal($"{hits}", facet.Groups[1].Value);
    }
}
