using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

public sealed partial class ImportTests
{
    [Fact]
    public async Task Title_OfAParagraphThatIsNoHeadline_GoesOnToTheNextWithWhatFollowsFromIt()
    {
        const string Section = "Sandholm and around it";
        var prose = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        var page = $"<html><body><h1>{Section}</h1><h2>Ferry sails again today</h2>{prose}</body></html>";
        await small.Imports.Add([new("two.html", System.Text.Encoding.UTF8.GetBytes(page))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "two.html"));
        var (form, _) = await Confirmed(entry.Id, fields => Assert.Equal(Section, fields.Title));
        var proposed = form.Fill(null, small.App.Casebook);
        Assert.True(form.IsTitle(proposed, 0));
        Assert.Null(form.NextTitle(proposed, 0));
        proposed.Paragraphs[0] = "other boilerplate";
        var next = form.NextTitle(proposed, 0)!;
        Assert.Equal("Ferry sails again today", next);
        Assert.Equal(
            [("title", Section, next), ("name", Section, next)],
            form.OfTitle(Section, next, small.App.Casebook).Where(f => f.Name != "siglum")
        );
        proposed.Title = "Typed";
        Assert.False(form.IsTitle(proposed, 0));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Published_Typed_IsADateBesideItsPrintedFormOrRefused()
    {
        string[] lines = ["Ferry sails again", "Printed on 03/04/2031", .. MadeFiles.Prose[..3]];
        await small.Imports.Add([new("slashed.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n", lines)))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "slashed.txt"));
        var (_, proposed) = await Confirmed(entry.Id);
        Assert.Equal("[2031-03-04,2031-04-03]", proposed.Published!.Value);
        var (_, known) = await Confirmed(entry.Id, fields => fields.Published = "2031-04-03");
        Assert.Equal((Basis.Given, 2, "03/04/2031"), (known.Published!.Basis, known.Published.Paragraph, known.Published.Words));
        Assert.Equal("2031-04-03", known.Written!.Date.Text);
        var (form, wrong) = await Confirmed(entry.Id, fields => fields.Published = "13.05.2031");
        var problem = Assert.Single(form.Problems(wrong, small.App.Casebook));
        Assert.Equal(("published", "Published: “13.05.2031” is no date: write 2031-05-13."), (problem.Field, problem.Words));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Published_Corrected_TakesWhatFollowedFromItAlong()
    {
        await small.Imports.Add([new("dated.html", MadeFiles.NewsPage())], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "dated.html"));
        var (_, proposed) = await Confirmed(entry.Id);
        Assert.Equal(("2031-05-06", "2031-05-06"), (proposed.Published!.Value, proposed.Written!.Date.Text));
        var (_, corrected) = await Confirmed(entry.Id, fields => fields.Published = "2031-05-04");
        Assert.Equal(("2031-05-04", "2031-05-04"), (corrected.Published!.Value, corrected.Written!.Date.Text));
        var (_, said) = await Confirmed(entry.Id, fields => (fields.Published, fields.Written) = ("2031-05-04", "2031-05-03"));
        Assert.Equal("2031-05-03", said.Written!.Date.Text);
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }
}
