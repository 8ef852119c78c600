using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;

namespace SummitDashboard.Tests.Features.Importing;

/// <summary>What an editor may mend in a text before it counts.</summary>
public sealed class TextCorrectionsTests
{
    [Fact]
    public void Blank_ThatMayStandWithinAWord_IsClosedWhereAnEditorSaysSoAndComesBack()
    {
        string[] texts = ["북한 평양 에서 만났다.", "나는 평양 에서부터 걸었다. 그는 평양 에서 왔다."];
        var seams = new[] { WordSeam.Of(2, "그는 평양", "에서 왔다.", _ => false), WordSeam.Of(1, "걸었다.", "그는", _ => false) };
        var reading = new ArticleReading
        {
            Format = "PDF",
            Reader = "a reader",
            Paragraphs = [.. texts.Select(t => new FoundParagraph(t, ParagraphKind.Body))],
            Facts = new(null, null, null, null, null, null, null),
            Seams = seams,
        };
        var corrections = new TextCorrections(new() { Paragraphs = ["body", "body"] }, reading);
        Assert.Equal(seams, corrections.Seams);
        corrections.Close([seams[0]]);
        Assert.Equal([texts[0], "나는 평양 에서부터 걸었다. 그는 평양에서 왔다."], corrections.Texts);
        Assert.True(corrections.AreThere);
        corrections.Undo();
        Assert.Equal(texts, corrections.Texts);
        Assert.Equal(seams, corrections.Seams);
    }
}
