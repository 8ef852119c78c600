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
        // Where none was left the title stays, and goes on to the next that is made one.
        proposed.Paragraphs[1] = "body";
        Assert.Null(form.NextTitle(proposed, 1));
        Assert.Null(form.RegainedTitle(proposed, 1));
        proposed.Paragraphs[2] = "headline";
        Assert.Equal(MadeFiles.Prose[0], form.RegainedTitle(proposed, 2));
        proposed.Paragraphs[1] = "headline";
        proposed.Title = next;
        Assert.Null(form.RegainedTitle(proposed, 2));
        proposed.Title = "Typed";
        Assert.False(form.IsTitle(proposed, 0));
        Assert.Null(form.RegainedTitle(proposed, 2));
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

    [Fact]
    public async Task Published_Overridden_SaysWhatWasReadInItsPlace()
    {
        const string day = "١٤ مارس ٢٠٢٤";
        string[] lines = ["Ferry sails again", day, .. MadeFiles.Prose[..3]];
        await small.Imports.Add([new("arabic-day.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n", lines)))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "arabic-day.txt"));
        var (_, proposed) = await Confirmed(entry.Id);
        Assert.Equal(("2024-03-14", Basis.Given), (proposed.Published!.Value, proposed.Published.Basis));
        var (_, said) = await Confirmed(entry.Id, fields => fields.Published = "2024-03-13");
        Assert.Equal((Basis.Inferred, 2, day), (said.Published!.Basis, said.Published.Paragraph, said.Published.Words));
        Assert.Contains("2024-03-14 (¶ 2)", said.Published.Note);
        var label = SummitDashboard.Reading.Labels.Facts(said);
        Assert.Contains($"“{SummitDashboard.Text.WritingDirection.Isolated(day)}” printed, taken as 13 March 2024", label);
        Assert.DoesNotContain("no date printed", label);
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Paper_BesideTheDay_GivesNameAndSiglumThatFollowWhatIsCorrected()
    {
        string[] lines = ["Ferry sails again", "Halden Gazette, 14 March 2024", "By staff", .. MadeFiles.Prose[..3]];
        await small.Imports.Add([new("dated-paper.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n", lines)))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "dated-paper.txt"));
        var (form, source) = await Confirmed(entry.Id);
        Assert.Equal(("Halden Gazette", "HG"), (source.Name, source.Siglum));
        Assert.Equal("Halden Gazette", source.Publisher!.Value);

        var casebook = small.App.Casebook;
        var fields = form.Fill(null, casebook);
        void Type(string name, string text)
        {
            var followers = form.Followers(name, fields, casebook);
            SummitDashboard.Forms.Fields.Set(fields, name, text);
            foreach (var (field, next) in form.Followed(followers, fields, casebook))
                SummitDashboard.Forms.Fields.Set(fields, field, next);
        }
        Type("publisher", "Coast Herald");
        Assert.Equal(("Coast Herald", "CH", "2024-03-14"), (fields.Name, fields.Siglum, fields.Written));
        Type("published", "14 M");
        Assert.Equal(("Coast Herald", "2024-03-14"), (fields.Name, fields.Written));
        Type("published", "2024-03-12");
        Assert.Equal("2024-03-12", fields.Written);
        fields.Siglum = "Xy"; // typed, and so left
        Type("publisher", "");
        Assert.Equal(("Ferry sails again", "Xy"), (fields.Name, fields.Siglum));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Theory]
    [InlineData(
        "byline",
        "Von Jörg Wetzlar, Halden Gazette, 14. März 2024",
        "byline Jörg Wetzlar|published 2024-03-14|publisher Halden Gazette"
    )]
    [InlineData("date line", "Halden Gazette, 14 March 2024", "published 2024-03-14|publisher Halden Gazette")]
    [InlineData("other", "Halden Gazette, 14 March 2024", "")]
    public async Task Line_NamedWhatItIs_SaysWhatItsFieldsHold(string kind, string line, string says)
    {
        var text = string.Join("\n", ["Ferry sails again", line, .. MadeFiles.Prose[..3]]);
        await small.Imports.Add([new("named.txt", System.Text.Encoding.UTF8.GetBytes(text))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "named.txt"));
        var (form, _) = await Confirmed(entry.Id);
        var fields = form.Fill(null, small.App.Casebook);
        fields.Paragraphs[1] = kind;
        Assert.Equal(says, string.Join('|', form.SaidBy(fields, 1).Select(s => $"{s.Field} {s.Value}")));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Theory]
    [InlineData(false, "2024-03-14")]
    [InlineData(true, "")]
    public async Task Day_TypedWhereNoneWasRead_IsThatOfWritingTooUnlessThatWasEmptied(bool isEmptied, string written)
    {
        var text = string.Join("\n", ["Ferry sails again", .. MadeFiles.Prose[..3]]);
        await small.Imports.Add([new("undated.txt", System.Text.Encoding.UTF8.GetBytes(text))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "undated.txt"));
        var (form, _) = await Confirmed(entry.Id);
        var (casebook, fields) = (small.App.Casebook, form.Fill(null, small.App.Casebook));
        Assert.Equal(("", ""), (fields.Published, fields.Written));
        if (isEmptied)
        {
            Type("published", "2024-03-12");
            fields.Written = "";
        }
        Type("published", "2024-03-14");
        Assert.Equal(written, fields.Written);
        await small.Imports.TakeOut([entry.Id], small.Ada);

        void Type(string name, string typed)
        {
            var followers = form.Followers(name, fields, casebook);
            SummitDashboard.Forms.Fields.Set(fields, name, typed);
            foreach (var (field, next) in form.Followed(followers, fields, casebook))
                SummitDashboard.Forms.Fields.Set(fields, field, next);
        }
    }
}
