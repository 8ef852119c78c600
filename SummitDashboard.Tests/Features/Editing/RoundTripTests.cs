using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Reliability;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>
/// A form that was only opened changes nothing: every thing is, through its fields, what it was, whatever its words hold.
/// </summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Forms_OfAnyCasebook_GiveBackWhatTheyWereGiven() =>
        AnyCasebook.Hostile.Sample(
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

    /// <summary>A field that a form does not know would be lost when something else is saved.</summary>
    [Fact]
    public void Forms_OfEveryField_GiveBackWhatTheyWereGiven()
    {
        var casebook = FullCasebook.Build();
        foreach (var (form, part) in Forms(casebook))
            Assert.Equal(form.Write(part), ThroughTheForm(form, part, casebook));
    }

    /// <summary>What a page shows in each field, put into that field of an empty form, makes the same form.</summary>
    [Fact]
    public void Fields_ByName_TakeWhatTheyShow() =>
        AnyCasebook.Hostile.Sample(
            casebook =>
            {
                foreach (var (form, part) in Forms(casebook))
                {
                    var filled = form.Begin(part, casebook);
                    var empty = Activator.CreateInstance(filled.GetType())!;
                    Assert.All(Fields.All(filled), field => Assert.True(Fields.Set(empty, field.Key, field.Value)));
                    Assert.True(Fields.Same(filled, empty));
                    Assert.All(Fields.All(filled).ToList(), field => Assert.True(Fields.Type(filled, empty, field.Key, field.Value)));
                    Assert.True(Fields.Same(filled, empty)); // what is as it was is not trimmed
                }
            },
            iter: 100
        );

    /// <summary>What stands in a form is made what another of its kind says, and has nothing in common with it.</summary>
    [Fact]
    public void Fields_MadeWhatOthersSay_SayIt()
    {
        foreach (var casebook in new[] { FullCasebook.Build(), Repo.Casebook })
        foreach (var alike in Forms(casebook).Select(f => f.Form.Begin(f.Part, casebook)).GroupBy(model => model.GetType()))
        {
            var model = Activator.CreateInstance(alike.Key)!;
            foreach (var other in alike.Concat(alike.Reverse()).Append(Activator.CreateInstance(alike.Key)!))
            {
                var before = Fields.Write(other);
                Fields.Update(model, other);
                Assert.True(Fields.Same(model, other), alike.Key.Name);
                Fields.Update(model, Activator.CreateInstance(alike.Key)!);
                Assert.Equal(before, Fields.Write(other));
                Fields.Update(model, other);
            }
        }
    }

    [Fact]
    public void Rows_MadeWhatOthersSay_StayThemselvesAsFarAsTheyStandForTheSame()
    {
        static QuotationFields Row(string exact) => new() { Exact = exact, Hedges = [exact] };
        var (one, empty, two) = (Row("one "), new QuotationFields(), Row("two"));
        var model = new FramingFields { Quotations = [one, empty, two] };
        Fields.Update(model, new FramingFields { Quotations = [Row("one"), Row("two")] });
        Assert.Equal([one, two, empty], model.Quotations);
        Assert.Equal("one", one.Exact);
        Fields.Update(model, new FramingFields { Quotations = [Row("none"), Row("one"), Row("two")] });
        Assert.Equal([one, two, empty], model.Quotations[1..]);
        Fields.Update(model, new FramingFields { Quotations = [Row("two")] });
        Assert.Equal([two, empty], model.Quotations);
    }

    /// <summary>Every field that a page draws is a field of the model.</summary>
    [Fact]
    public void Specs_OfEveryForm_NameFieldsOfTheirModel()
    {
        foreach (var (form, part) in Forms(Repo.Casebook))
        foreach (var spec in form.Specs(Repo.Casebook).Where(s => s.Kind != FieldKind.Heading))
            Assert.True(Fields.At(form.Begin(part, Repo.Casebook), spec.Name) is not null || spec.Kind == FieldKind.Choice, spec.Name);
    }

    /// <summary>A field that no page draws can be neither seen nor changed. Two forms have a page of their own, which draws them.</summary>
    [Fact]
    public void Fields_OfEveryForm_AreDrawnBySomeSpec() =>
        Assert.Empty(
            (
                from entry in Forms(FullCasebook.Build())
                where entry.Form is not (FramingForm or TalkForm)
                let specs = entry.Form.Specs(FullCasebook.Build()).Select(s => s.Name).ToList()
                from field in Fields.All(entry.Form.Begin(entry.Part, FullCasebook.Build())).Select(f => f.Key)
                where !specs.Exists(spec => field == spec || field.StartsWith(spec + ".", StringComparison.Ordinal))
                select $"{entry.Form.GetType().Name}: {field}"
            ).Distinct()
        );

    [Fact]
    public void Forms_OneFieldChanged_LeaveAllOthersAsTheyWere() =>
        AnyCasebook.Hostile.Sample(
            casebook =>
            {
                foreach (var (form, part) in Forms(casebook).Where(f => f.Part is Framing or Item))
                {
                    var fields = form.Begin(part, casebook);
                    Assert.True(Fields.Type(fields, form.Begin(part, casebook), "note", " Another.\r\n"));
                    Assert.Equal(
                        form.Write(part is Framing f ? f with { Note = "Another." } : (Item)part with { Note = "Another." }),
                        form.Write(form.Read(fields, new(casebook)))
                    );
                }
            },
            iter: 100
        );

    /// <summary>The signs that once stood between the values of a list are signs like others.</summary>
    [Theory]
    [InlineData("a | b")]
    [InlineData("a; b")]
    [InlineData("a, b")]
    [InlineData("a: b")]
    [InlineData("a\nb")]
    [InlineData(@"a\; \n b\")]
    public void Lists_AnySignInside_ComeBackAsTheyWere(string text)
    {
        var casebook = Repo.Casebook;
        var (claim, source) = (casebook.Claims[0], casebook.Sources[0]);
        var quotation = new Quotation
        {
            Exact = text,
            Paragraph = 1,
            Hedges = [text, "may"],
            Loaded = ["x", text],
        };
        var framing = claim.Framings.First(f => f.Stance != Stance.Silent) with { Quotations = [quotation, quotation], Gloss = text };
        Same(new FramingForm(claim, casebook.Sources[framing.Source], "Ada", new(2026, 1, 1)), framing);
        Same(new MentionForm(casebook.Events[0], null, null, null), new Mention(source.Id, MentionMode.Reported, quotation, null));
        Same(new ClaimForm(claim), claim with { Aspects = [.. claim.Aspects.Select(a => a with { Label = text })] });
        Same(new HeadForm(casebook.Head), casebook.Head with { Themes = [.. casebook.Head.Themes.Select(t => t with { Label = text })] });
        Same(
            new SourceForm(source),
            source with
            {
                Paragraphs = [new(1, ParagraphKind.Body, text, text), new(2, ParagraphKind.Body, text)],
            }
        );
        Same(
            new TalkForm(casebook.Talks[0]),
            casebook.Talks[0] with
            {
                Stops = [casebook.Talks[0].Stops[0] with { Headline = text, Notes = text }],
            }
        );
        var grade = new GradeForm(source, null, null);
        var given = (Grade)grade.Read(Fields.Copy(grade.Fill(GradeWith(source, text), casebook)), new(casebook))!;
        Assert.Equal([text, "https://example.org"], given.Evidence);
        Assert.Equal(text, given.Checklist[0].Note);

        void Same(FormBase form, object part) => Assert.Equal(form.Write(part), ThroughTheForm(form, part, casebook));
    }

    private static Grade GradeWith(Source source, string text) =>
        new()
        {
            Id = new("g"),
            Slug = "g",
            Source = source.Id,
            Mark = "B",
            Rationale = "Because.",
            Evidence = [text, "https://example.org"],
            Checklist = [new(Enum.GetValues<CheckItem>()[0], Enum.GetValues<CheckAnswer>()[0], text)],
            By = "",
            At = default,
        };

    private static string? ThroughTheForm(FormBase form, object part, Casebook casebook)
    {
        var reader = new FieldReader(casebook);
        var read = form.Read(form.Parse(Fields.Write(form.Begin(part, casebook))), reader);
        Assert.Empty(reader.Problems);
        return form.Write(read);
    }

    private static IEnumerable<(FormBase Form, object Part)> Forms(Casebook casebook)
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
