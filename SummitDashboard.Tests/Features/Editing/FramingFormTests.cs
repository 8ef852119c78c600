using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>Who is cited stays who he was; what is compared stays apart; what is wrong is said in the words of the page.</summary>
public sealed partial class FramingFormTests
{
    private static readonly Casebook Casebook = TwoOfOneName();
    private static readonly Claim Claim = Casebook.Claims[0];
    private static readonly Source Source = Casebook.Sources[1];
    private static readonly FramingForm Form = new(Claim, Source, "Ada", new(2026, 1, 1));
    private static readonly Framing Framing = Claim.Of(Source.Id)!;

    [Theory]
    [InlineData("envoy-2", null)]
    [InlineData(null, "The Envoy")]
    [InlineData(null, "the envoy ")]
    public void Cites_OnlyTheReadingEdited_IsTheSamePersonOrTheSameWords(string? actor, string? other)
    {
        var cites = new Cited(actor is null ? null : Casebook.Actors.First(a => a.Slug == actor).Id, other);
        var framing = Framing with { Quotations = [Framing.Quotations[0] with { Cites = cites }] };
        var fields = Form.Fill(framing, Casebook);
        fields.Gloss = "Another reading.";
        var read = (Framing)Form.Read(fields, new FieldReader(Casebook))!;
        Assert.Equal(cites, read.Quotations[0].Cites);
        Assert.Equal("Another reading.", read.Gloss);
    }

    [Fact]
    public void Person_Renamed_IsNoDifferenceBetweenTwoVersions()
    {
        var envoy = Casebook.Actors[0];
        var framing = Framing with { Quotations = [Framing.Quotations[0] with { Cites = new(envoy.Id, null) }] };
        var renamed = Casebook.With(2, [new(envoy, envoy with { Name = "The Ambassador", Slug = "ambassador" })]);
        Assert.True(Fields.Same(Form.Fill(framing, Casebook), Form.Fill(framing, renamed)));
        var claims = new EventForm(Casebook.Events[0]);
        Assert.True(Fields.Same(claims.Fill(Casebook.Events[0], Casebook), claims.Fill(Casebook.Events[0], renamed)));
    }

    [Fact]
    public void Conflict_OtherOnlyRenamedIt_HasNothingToChooseAndKeepsBoth()
    {
        var form = new ClaimForm(Claim);
        var (started, mine) = (form.Fill(Claim, Casebook), form.Fill(Claim, Casebook));
        mine.Statement = "A paper was signed by two.";
        var theirs = Claim with { Slug = "signed-or-not", Question = "Signed or not?" };
        var conflict = new FormConflict(form, Casebook, new Outcome.Conflict(theirs, "Ben", default, 2), started, mine);
        Assert.True(conflict.IsSettled);
        var chosen = (ClaimFields)conflict.Chosen();
        Assert.Equal(("signed-or-not", "Signed or not?", "A paper was signed by two."), (chosen.Slug, chosen.Question, chosen.Statement));
        var other = new FormConflict(form, Casebook, new Outcome.Conflict(theirs with { Order = 9 }, "Ben", default, 2), started, mine);
        Assert.False(other.IsSettled);
    }

    [Fact]
    public void Problems_OfMarksThatNobodySees_NameTheFieldTheyStandIn()
    {
        var aspect = Claim.Aspects[0].Key;
        var turned = Framing with { Gloss = "\u202Eread", Note = "a\u2067", Aspects = [new(aspect, "one", "t\u202Bwo")] };
        var problems = Form.Problems(turned, Casebook).ToList();
        Assert.Equal(["gloss", "note", $"aspect.{aspect}.text"], problems.Select(p => p.Field));
        Assert.StartsWith("Our reading holds the character U+202E", problems[0].Words);
        var before = Casebook.With(2, [new(Claim, Claim with { Framings = [turned] })]).Claims[0];
        Assert.Empty(new FramingForm(before, Source, "Ada", new(2026, 1, 1)).Problems(turned, Casebook)); // it stood there before
    }

    [Fact]
    public void StillOpen_OfWhatAttributes_AsksWhoseWordItIs()
    {
        var framing = Framing with
        {
            Stance = Stance.Attributes,
            Quotations = [Framing.Quotations[0] with { Cites = null, Stance = null }],
        };
        Assert.Contains("whose word it is, since the source attributes it", Form.StillOpen(Form.Fill(framing, Casebook), Casebook));
    }

    [Fact]
    public void FirstEvent_OnTheProposedDay_NeedsNoMoreThanItsLabelAndPhase()
    {
        var head = Casebook.Head with { Visit = Edtf.Parse("2020-01-06/2020-01-06") };
        var empty = Casebook.Of(1, [head]);
        var form = new EventForm(null);
        var fields = form.Fill(null, empty);
        Assert.Equal("2020-01-06", fields.Date);
        (fields.Label, fields.Phase) = ("The paper is signed", Phase.Visit);
        var reader = new FieldReader(empty);
        var made = (Event)form.Read(fields, reader)!;
        Assert.Empty(reader.Problems);
        Assert.Empty(form.Problems(made, empty));
        Assert.Equal(Basis.Inferred, made.DateBasis!.Basis);
    }

    [Fact]
    public void Slot_LeftAlone_IsNotYetCodedAndMarkedIsEmpty()
    {
        var fields = new FramingFields
        {
            Stance = Stance.Asserts,
            Quotations = [new() { Exact = "signed the paper", Paragraph = "1" }],
            Gloss = "Says so.",
        };
        var quick = (Framing)Form.Read(fields, new FieldReader(Casebook))!;
        Assert.Equal(Claim.Aspects, quick.NotYetCoded(Claim));
        fields.Slot("when").Empty = true;
        Assert.Equal(["when"], ((Framing)Form.Read(fields, new FieldReader(Casebook))!).Empty);
        fields.Slot("when").Text = "Monday";
        var reader = new FieldReader(Casebook);
        Form.Read(fields, reader);
        Assert.StartsWith("When: it is filled and marked empty", Assert.Single(reader.Problems).Words, StringComparison.Ordinal);
        Assert.Equal("aspect.when.text", reader.Problems[0].Field);
    }

    [Fact]
    public void Draft_FromBeforeSlotsCouldBeMarked_KeepsWhatWasEmpty()
    {
        var started = Form.Fill(Framing, Casebook);
        var old = Fields.All(started).Where(v => !v.Key.EndsWith(".empty", StringComparison.Ordinal)).ToDictionary();
        var basis = Form.Write(Framing)!;
        var before = basis.Replace("\"empty\":[\"when\"],", "", StringComparison.Ordinal);
        Assert.True(((FramingFields)Form.Upcast(old, started, before)).Slot("when").Empty);
        Assert.False(((FramingFields)Form.Upcast(old, started, basis)).Slot("when").Empty); // a draft of today that took the mark away
    }

    [Fact]
    public void Term_LeftOut_IsThatOfTheSameWordsElsewhereOrMadeOfAllItsWords()
    {
        string TermOf(string text) =>
            (
                (Framing)
                    Form.Read(
                        new FramingFields { Stance = Stance.Asserts, Aspect = { ["what"] = new() { Text = text } } },
                        new FieldReader(Casebook)
                    )!
            )
                .Aspects.Single()
                .Value;
        Assert.Equal("paper", TermOf("A  short Paper")); // what the other source’s slot holds
        Assert.NotEqual(TermOf("the first by a Russian leader in 24 years"), TermOf("the first by a Russian leader since Stalin’s time"));
        Assert.NotEqual(TermOf("двадцать четыре года"), TermOf("впервые при Путине"));
    }

    [Fact]
    public void Problems_OfACell_NameTheFieldAsThePageDoes()
    {
        var bad = Framing with
        {
            Also = Framing.Stance,
            Quotations =
            [
                Framing.Quotations[0],
                new()
                {
                    Exact = "may",
                    Paragraph = 99,
                    Hedges = ["might"],
                },
            ],
        };
        var problems = Form.Problems(bad, Casebook).ToList();
        var said = problems.Select(p => p.Words).ToList();
        Assert.Superset(new HashSet<string?> { "also", "quotations.1.hedges" }, problems.Select(p => p.Field).ToHashSet());
        Assert.Contains(said, s => s.StartsWith("A second stance:", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Quotation 2: there is no paragraph 99", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Quotation 2: Hedges in it: “might”", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.Contains("gloss", StringComparison.Ordinal));
    }

    [Fact]
    public void Gloss_ThatIsToFollow_IsStillOpenAndHoldsNothingUp()
    {
        var fields = Form.Fill(Framing with { Gloss = null }, Casebook);
        Assert.Empty(Form.Problems(Framing with { Gloss = null }, Casebook));
        Assert.Contains("our reading, in one sentence", Form.StillOpen(fields, Casebook));
        Assert.Empty(FramingForm.Lacking(fields));
    }

    [Theory]
    [InlineData(null, false, false, "the stance and its words")]
    [InlineData(null, true, false, "the stance")]
    [InlineData(Stance.Asserts, false, false, "its words")]
    [InlineData(Stance.Asserts, true, false, "")]
    [InlineData(Stance.Silent, false, false, "that the source was read whole")]
    [InlineData(Stance.Silent, false, true, "")]
    public void Lacking_OfACell_IsWhatItCannotBeCodedWithout(Stance? stance, bool hasWords, bool isRead, string lacking)
    {
        var fields = new FramingFields { Stance = stance, ReadWhole = isRead };
        fields.Quotations.Add(new() { Exact = hasWords ? "words" : "" });
        Assert.Equal(lacking, string.Join(" and ", FramingForm.Lacking(fields)));
    }

    [Fact]
    public void Basis_NotChosen_IsAskedForAndNeverGiven()
    {
        var form = new SourceForm(Source);
        var fields = form.Fill(Source, Casebook);
        fields.Title.Value = "A title";
        var missing = Assert.Single(Read(fields).Reader.Problems);
        Assert.Equal(("title.basis", "Title, “This is”: choose one."), (missing.Field, missing.Words));
        fields.Title.Basis = Basis.Given;
        Assert.Contains(form.Problems(Read(fields).Source, Casebook), p =>
            p.Field == "title.paragraph" && p.Words.StartsWith("Title: it is given, so name the paragraph", StringComparison.Ordinal)
        );
        fields = form.Fill(Source, Casebook);
        fields.Url.Note = "seen in print";
        var lost = Assert.Single(Read(fields).Reader.Problems);
        Assert.StartsWith("Address: fill in", lost.Words, StringComparison.Ordinal); // nothing typed is dropped

        (object Source, FieldReader Reader) Read(SourceFields of)
        {
            var reader = new FieldReader(Casebook);
            return (form.Read(of, reader)!, reader);
        }
    }

    [Theory]
    [InlineData("stance", "hedges")]
    [InlineData("cites", "an aide")]
    public void Quotation_WithoutItsWords_IsAskedForAndNotDropped(string field, string value)
    {
        var fields = new FramingFields { Stance = Stance.Asserts, Quotations = [new() { Exact = "signed", Paragraph = "1" }] };
        Assert.True(Fields.Set(fields, $"quotations.1.{field}", value));
        var reader = new FieldReader(Casebook);
        Form.Read(fields, reader);
        Assert.StartsWith("Quotation 2: its words are missing", Assert.Single(reader.Problems).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "How rare" }, "how-rare")]
    [InlineData(new[] { "Élysée" }, "elysee")]
    [InlineData(new[] { "впервые", "впервые" }, "vpervye,vpervye-2")]
    public void Keys_LeftOut_AreMadeOfTheLabels(string[] labels, string keys)
    {
        var reader = new FieldReader(Casebook);
        var fields = new ClaimFields { Question = "?", Aspects = [.. labels.Select(l => new PairFields { Label = l })] };
        var claim = (Claim)new ClaimForm(null).Read(fields, reader)!;
        Assert.Equal(keys.Split(','), claim.Aspects.Select(a => a.Key));
        Assert.Empty(reader.Problems);
        fields.Aspects.Add(new() { Key = "Who", Label = "says it" });
        new ClaimForm(null).Read(fields, reader);
        Assert.Equal($"aspects.{labels.Length}.key", Assert.Single(reader.Problems).Field); // “Who” is no key
    }

    [Fact]
    public void Slug_OfANewItem_IsFreeAmongPresentAndFormerNames()
    {
        var fields = new ClaimFields { Question = "Signed" };
        Assert.Equal("signed-2", ((Claim)new ClaimForm(null).Read(fields, new FieldReader(Casebook))!).Slug);
        Assert.Equal(
            "signed-3",
            ((Claim)new ClaimForm(null).Read(fields, new FieldReader(Casebook) { IsTaken = (_, slug) => slug == "signed-2" })!).Slug
        );
    }

    private static Casebook TwoOfOneName()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/actors/envoy-2.md", SmallCasebook.Actor.Replace("order: 1", "order: 2", StringComparison.Ordinal));
        return CaseFolderReader.Read(seeds).ToCasebook(1);
    }
}
