using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Ui;

/// <summary>Notes that cost a Markdown reader the square of their length are shown as they were written; others are laid out.</summary>
public sealed class MarkdownRendererTests
{
    public static TheoryData<string> Costly() =>
        [
            "|",
            "| ",
            "a|b\n",
            "[",
            "![",
            "[a](",
            "[a][",
            "[a]: b\n",
            "([",
            "*",
            "**a",
            "*a_ ",
            "_a ",
            "a**b",
            "*a **a ",
            "`",
            "`a``",
            "<",
            "<a",
            "> ",
            ">",
            "- ",
            "1. ",
            "1) ",
            "- a\n",
            "+\n",
            "x  \n",
            "~",
            "&",
            "\\",
            "# ",
            "|-|\n",
            "`|",
            "](",
            "<!--",
            "&#1;",
            "a@b.c ",
            "www.a ",
        ];

    [Theory, MemberData(nameof(Costly))]
    public void Note_OfTheGreatestLengthFullOfMarks_IsShownAsItWasWritten(string mark)
    {
        var note = string.Concat(Enumerable.Repeat(mark, CodebookRules.MaxNote / mark.Length));
        var html = new MarkdownRenderer().Render(note).Value;
        Assert.StartsWith("<pre>", html);
        Assert.Equal(note, System.Net.WebUtility.HtmlDecode(html[5..^6]));
    }

    [Fact]
    public void Note_OfTheGreatestLengthInProse_IsLaidOut()
    {
        const string paragraph =
            "The *first* of them says so (in its lead), and [the second](https://example.org/a) does not: “as yet”, it writes – on "
            + "half-known grounds.\n\n- one\n- two\n\n";
        var note =
            string.Concat(Enumerable.Repeat(paragraph, CodebookRules.MaxNote / paragraph.Length / 2))
            + "| a | b |\n|---|---|\n"
            + string.Concat(Enumerable.Repeat("| c | d |\n", 60));
        var html = new MarkdownRenderer().Render(note).Value;
        Assert.Contains("<em>first</em>", html);
        Assert.Contains("<td>c</td>", html);
    }

    [Fact]
    public async Task Notes_RenderedByManyAtOnce_DoNotWaitForEachOtherAndComeOutAlike()
    {
        var renderer = new MarkdownRenderer();
        var once = renderer.Render("**a** <script>x</script> [b](javascript:c)").Value;
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(n => Task.Run(() => renderer.Render($"**a** <script>x</script> [b](javascript:c){new string(' ', n)}").Value))
        );
        Assert.All(all, html => Assert.Equal(once, html));
        Assert.DoesNotContain("javascript", once[..once.IndexOf("b</", StringComparison.Ordinal)]);
    }
}
