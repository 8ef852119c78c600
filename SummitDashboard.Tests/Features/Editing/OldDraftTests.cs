using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Reliability;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>
/// Drafts that an older version kept, all fields as texts by name, are the same forms: their texts here are as that version wrote them.
/// </summary>
public sealed class OldDraftTests
{
    private static readonly Casebook Casebook = Repo.Casebook;
    private static readonly Source Source = Casebook.Sources[0];

    [Fact]
    public void Framing_OfTexts_HasItsListsAndChoices()
    {
        var claim = Casebook.Claims[0];
        var form = new FramingForm(claim, Source, "Ada", new(2026, 1, 1));
        var fields = Upcast(
            form,
            new()
            {
                ["stance"] = "hedges",
                ["also"] = "attributes",
                ["quotations.0.exact"] = "may, could",
                ["quotations.0.paragraph"] = "3",
                ["quotations.0.position"] = "12-22",
                ["quotations.0.citesActor"] = "an-id",
                ["quotations.0.hedges"] = @"may; co\;uld; a\nb; c:\\d",
                ["quotations.2.exact"] = "the third row",
                ["quotations.2.unverified"] = "true",
                [$"aspect.{claim.Aspects[0].Key}.text"] = " in its own words ",
                [$"aspect.{claim.Aspects[1].Key}.empty"] = "true",
                ["frame.human-interest"] = "true",
                ["gloss"] = "A reading.",
                ["unknown.field"] = "x",
            }
        );
        Assert.Equal((Stance.Hedges, Stance.Attributes), (fields.Stance!.Value, fields.Also!.Value));
        Assert.Equal(["may", "co;uld", "a\nb", @"c:\d"], fields.Quotations[0].Hedges);
        Assert.Equal(
            ("may, could", "3", new TextPosition(12, 22), "an-id"),
            (fields.Quotations[0].Exact, fields.Quotations[0].Paragraph, fields.Quotations[0].Position, fields.Quotations[0].CitesActor)
        );
        Assert.True(fields.Quotations[2].Unverified);
        Assert.Equal("in its own words", fields.Slot(claim.Aspects[0].Key).Text);
        Assert.True(fields.Slot(claim.Aspects[1].Key).Empty);
        Assert.Equal(["human-interest"], fields.Frame);
        Assert.Equal("A reading.", fields.Gloss);
    }

    [Fact]
    public void Items_OfTexts_HaveTheirRows()
    {
        var claim = Upcast(
            new ClaimForm(null),
            new()
            {
                ["question"] = "Q?",
                ["aspects"] = "how: How\\: rare\nFor whom",
                ["order"] = "7",
            }
        );
        Assert.Equal([("how", "How: rare"), ("", "For whom")], claim.Aspects.Select(a => (a.Key, a.Label)));
        Assert.Equal("7", claim.Order);

        var head = Upcast(new HeadForm(Casebook.Head), new() { ["themes"] = "a: A", ["phase-visit"] = "The visit" }, Casebook.Head);
        Assert.Equal(("a", "A"), (head.Themes[0].Key, head.Themes[0].Label));
        Assert.Equal("The visit", head.Phases["visit"].Label);

        var source = Upcast(
            new SourceForm(null),
            new()
            {
                ["title.value"] = "T",
                ["title.basis"] = "given",
                ["paragraphs"] = "body | says \\| so\nbody | more | advert",
            }
        );
        Assert.Equal(Basis.Given, source.Title.Basis);
        Assert.Equal([("says | so", ""), ("more", "advert")], source.Paragraphs.Select(p => (p.Gist, p.Boilerplate)));

        var happening = Upcast(
            new EventForm(null),
            new()
            {
                ["themes.the-visit"] = "true",
                ["phase"] = "visit",
                ["date"] = "2024-06~",
            }
        );
        Assert.Equal(["the-visit"], happening.Themes);
        Assert.Equal((Phase.Visit, "2024-06~"), (happening.Phase!.Value, happening.Date));

        var talk = Upcast(
            new TalkForm(null),
            new()
            {
                ["stops.0.sources"] = "one; two",
                ["stops.0.guess"] = "source",
                ["stops.1.time"] = "2:00",
            }
        );
        Assert.Equal(["one", "two"], talk.Stops[0].Sources);
        Assert.Equal((Guess.Source, "2:00"), (talk.Stops[0].Guess!.Value, talk.Stops[1].Time));
    }

    [Fact]
    public void Grade_OfTexts_HasItsEvidenceAndChecklist()
    {
        var item = Vocabulary.All<CheckItem>().First();
        var answer = Vocabulary.All<CheckAnswer>().First();
        var fields = Upcast(
            new GradeForm(Source, null, null),
            new()
            {
                ["mark"] = "B",
                ["evidence"] = "https://a.example\nhttps://b.example/x;y",
                [$"check.{item}"] = answer,
                [$"check.{item}.note"] = "seen",
            }
        );
        Assert.Equal(["https://a.example", "https://b.example/x;y"], fields.Evidence);
        Assert.Equal((answer, "seen"), (Vocabulary.Of(fields.Check[item].Answer!.Value), fields.Check[item].Note));
    }

    [Fact]
    public void Untouched_OfTexts_KeepsItsBlanks()
    {
        var form = new ActorForm(Casebook.Actors[0]);
        var actor = Casebook.Actors[0] with { Note = "two lines \r\n and a blank " };
        var started = form.Fill(actor, Casebook);
        var fields = (ActorFields)
            form.Upcast(new Dictionary<string, string> { ["note"] = "two lines \n and a blank ", ["name"] = " N " }, started, null);
        Assert.Equal((actor.Note, "N"), (fields.Note, fields.Name));
    }

    private static T Upcast<T>(Form<T> form, Dictionary<string, string> texts, object? part = null)
        where T : class, new() => (T)form.Upcast(texts, form.Begin(part, Casebook), null);
}
