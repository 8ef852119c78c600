using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Data.Casebooks.Exchange;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>
/// A form that was only opened changes nothing: every thing is, through its fields, what it was, whatever its words hold.
/// </summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Forms_OfAnyCasebook_GiveBackWhatTheyWereGiven() =>
        CaseFolderWriterTests.AnyCasebook.Sample(
            casebook =>
            {
                foreach (var (form, part) in Forms(casebook))
                    Assert.Equal(form.Write(part), ThroughTheForm(form, part, casebook));
            },
            iter: 300
        );

    [Fact]
    public void Forms_OfTheShippedCasebook_GiveBackWhatTheyWereGiven()
    {
        foreach (var (form, part) in Forms(Repo.Casebook))
            Assert.Equal(form.Write(part), ThroughTheForm(form, part, Repo.Casebook));
    }

    /// <summary>A browser’s one-line fields drop line breaks; a draft that was kept there and came back is no change of these.</summary>
    [Fact]
    public void Forms_ThroughABrowsersFields_GiveBackWhatTheyWereGiven() =>
        CaseFolderWriterTests.AnyCasebook.Sample(
            casebook =>
            {
                foreach (var (form, part) in Forms(casebook))
                {
                    var started = form.Values(part, casebook);
                    var problems = new List<string>();
                    var read = form.Read(
                        new(
                            started.ToDictionary(
                                v => v.Key,
                                v =>
                                    IsOfLines(v.Key)
                                        ? v.Value
                                        : v.Value.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
                            ),
                            started
                        ),
                        casebook,
                        problems
                    );
                    Assert.Empty(problems);
                    Assert.Equal(form.Write(part), form.Write(read));
                }

                static bool IsOfLines(string name) => name is "aspects" or "themes" or "paragraphs" or "note";
            },
            iter: 100
        );

    [Fact]
    public void Forms_OneFieldChanged_LeaveAllOthersAsTheyWere() =>
        CaseFolderWriterTests.AnyCasebook.Sample(
            casebook =>
            {
                foreach (var (form, part) in Forms(casebook).Where(f => f.Form.Values(f.Part, casebook).ContainsKey("note")))
                {
                    var started = form.Values(part, casebook);
                    var read = form.Read(new(new Dictionary<string, string>(started) { ["note"] = "Another." }, started), casebook, [])!;
                    Assert.Equal(
                        form.Write(part is Framing f ? f with { Note = "Another." } : (Item)part with { Note = "Another." }),
                        form.Write(read)
                    );
                }
            },
            iter: 100
        );

    [Fact]
    public void Separated_AnyTexts_ComeBack() =>
        Gen
            .String.Where(t => t.Length > 0)
            .Array[0, 5]
            .Sample(texts => Assert.Equal(texts, Separated.Read(Separated.Write(texts, ';'), ';')));

    [Theory]
    [InlineData("may; could", new[] { "may", "could" })]
    [InlineData(@"a\;b ; c:\d", new[] { "a;b", @"c:\d" })]
    [InlineData(" ; ;x", new[] { "x" })]
    public void Separated_Typed_IsReadAsMeant(string typed, string[] texts) => Assert.Equal(texts, Separated.Read(typed, ';'));

    private static string? ThroughTheForm(EditForm form, object part, Casebook casebook)
    {
        var problems = new List<string>();
        var values = form.Values(part, casebook);
        var read = form.Read(new(values, values), casebook, problems);
        Assert.Empty(problems);
        return form.Write(read);
    }

    private static IEnumerable<(EditForm Form, object Part)> Forms(Casebook casebook)
    {
        yield return (new HeadForm(casebook.Head), casebook.Head);
        foreach (var source in casebook.Sources)
            yield return (new SourceForm(source), source);
        foreach (var actor in casebook.Actors)
        {
            yield return (new ActorForm(actor), actor);
            foreach (var (n, role) in actor.Roles.Index())
                yield return (new RoleForm(actor, n, role, null), role);
            foreach (var (n, name) in actor.Names.Index())
                yield return (new NamingForm(actor, n, name, null), name);
            foreach (var (n, said) in actor.Statements.Index())
                yield return (new StatementForm(actor, n, said, null), said);
        }
        foreach (var happening in casebook.Events)
        {
            yield return (new EventForm(happening), happening);
            foreach (var (n, mention) in happening.Mentions.Index())
                yield return (new MentionForm(happening, n, mention, null), mention);
        }
        foreach (var claim in casebook.Claims)
        {
            yield return (new ClaimForm(claim), claim);
            foreach (var framing in claim.Framings)
                yield return (new FramingForm(claim, casebook.Sources[framing.Source], "Ada", new(2026, 1, 1)), framing);
        }
        foreach (var talk in casebook.Talks)
            yield return (new TalkForm(talk), talk);
    }
}
