using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>Who is cited stays who he was; what is compared stays apart; what is wrong is said in the words of the page.</summary>
public sealed class FramingFormTests
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
        var started = Form.Values(framing, Casebook);
        var read = (Framing)
            Form.Read(new(new Dictionary<string, string>(started) { ["gloss"] = "Another reading." }, started), Casebook, [])!;
        Assert.Equal(cites, read.Quotations[0].Cites);
        Assert.Equal("Another reading.", read.Gloss);
    }

    [Fact]
    public void Person_Renamed_IsNoDifferenceBetweenTwoVersions()
    {
        var envoy = Casebook.Actors[0];
        var framing = Framing with { Quotations = [Framing.Quotations[0] with { Cites = new(envoy.Id, null) }] };
        var renamed = Casebook.With(2, [new(envoy, envoy with { Name = "The Ambassador", Slug = "ambassador" })]);
        Assert.Equal(Form.Values(framing, Casebook), Form.Values(framing, renamed));
        var claims = new EventForm(Casebook.Events[0]);
        Assert.Equal(claims.Values(Casebook.Events[0], Casebook), claims.Values(Casebook.Events[0], renamed));
    }

    [Fact]
    public void Conflict_OtherOnlyRenamedIt_HasNothingToChooseAndKeepsBoth()
    {
        var form = new ClaimForm(Claim);
        var started = form.Values(Claim, Casebook);
        var theirs = Claim with { Slug = "signed-or-not", Question = "Signed or not?" };
        var mine = new Dictionary<string, string>(started) { ["statement"] = "A paper was signed by two." };
        var conflict = new FormConflict(form, Casebook, new Outcome.Conflict(theirs, "Ben", default, 2), started, mine);
        Assert.True(conflict.IsRename);
        Assert.Equal(
            ("signed-or-not", "Signed or not?", "A paper was signed by two."),
            (conflict.Chosen()["slug"], conflict.Chosen()["question"], conflict.Chosen()["statement"])
        );
        var other = new FormConflict(form, Casebook, new Outcome.Conflict(theirs with { Order = 9 }, "Ben", default, 2), started, mine);
        Assert.False(other.IsRename);
    }

    [Fact]
    public void Conflict_OverAPart_IsWithWhatBecameOfItOrWithNothing()
    {
        var happening = Casebook.Events[0];
        var form = new MentionForm(happening, 0, happening.Mentions[0], null);
        var changed = happening with
        {
            Mentions = [happening.Mentions[0] with { Mode = MentionMode.Recalled }, .. happening.Mentions.Skip(1)],
        };
        Assert.Equal(changed.Mentions[0], form.Met(changed));
        Assert.Null(form.Met(happening with { Mentions = [.. happening.Mentions.Skip(1)] }));
        Assert.Null(form.Met(null));
        var started = form.Values(happening.Mentions[0], Casebook);
        var removed = new FormConflict(
            form,
            Casebook,
            new Outcome.Conflict(null, "Ben", default, 2),
            started,
            new(started) { ["mode"] = "recalled" }
        );
        // Made anew with all that stands in the form.
        Assert.Equal(new Dictionary<string, string>(started) { ["mode"] = "recalled" }, removed.Chosen());
    }

    [Fact]
    public void Slot_LeftAlone_IsNotYetCodedAndMarkedIsEmpty()
    {
        var values = new Dictionary<string, string>
        {
            ["stance"] = "asserts",
            ["quotations.0.exact"] = "signed the paper",
            ["quotations.0.paragraph"] = "1",
            ["gloss"] = "Says so.",
        };
        var quick = (Framing)Form.Read(new(values), Casebook, [])!;
        Assert.Equal(Claim.Aspects, quick.NotYetCoded(Claim));
        values["aspect.when.empty"] = "true";
        Assert.Equal(["when"], ((Framing)Form.Read(new(values), Casebook, [])!).Empty);
        values["aspect.when.text"] = "Monday";
        var problems = new List<string>();
        Form.Read(new(values), Casebook, problems);
        Assert.StartsWith("When: it is filled and marked empty", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_FromBeforeSlotsCouldBeMarked_KeepsWhatWasEmpty()
    {
        var started = Form.Values(Framing, Casebook);
        var old = started.Where(v => !v.Key.EndsWith(".empty", StringComparison.Ordinal)).ToDictionary();
        var basis = Form.Write(Framing)!;
        Form.Upcast(old, started, basis.Replace("\"empty\":[\"when\"],", "", StringComparison.Ordinal));
        Assert.Equal("true", old["aspect.when.empty"]);
        old.Remove("aspect.when.empty");
        Form.Upcast(old, started, basis); // a draft of today that took the mark away
        Assert.False(old.ContainsKey("aspect.when.empty"));
    }

    [Fact]
    public void Term_LeftOut_IsThatOfTheSameWordsElsewhereOrMadeOfAllItsWords()
    {
        string TermOf(string text) =>
            ((Framing)Form.Read(new(new Dictionary<string, string> { ["stance"] = "asserts", ["aspect.what.text"] = text }), Casebook, [])!)
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
            Gloss = null,
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
        var said = Form.Problems(bad, Casebook).ToList();
        Assert.Contains("Our reading: say in one sentence how this source puts it.", said);
        Assert.Contains(said, s => s.StartsWith("A second stance:", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Quotation 2: there is no paragraph 99", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Quotation 2: Hedges in it: “might”", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.Contains("gloss", StringComparison.Ordinal));
    }

    [Fact]
    public void Basis_NotChosen_IsAskedForAndNeverGiven()
    {
        var form = new SourceForm(Source);
        var started = form.Values(Source, Casebook);
        var problems = new List<string>();
        form.Read(new(new Dictionary<string, string>(started) { ["title.value"] = "A title" }, started), Casebook, problems);
        Assert.Equal("Title, “This is”: choose one.", Assert.Single(problems));
        problems.Clear();
        var given = form.Read(
            new(new Dictionary<string, string>(started) { ["title.value"] = "A title", ["title.basis"] = "given" }, started),
            Casebook,
            problems
        )!;
        Assert.Contains(form.Problems(given, Casebook), p =>
            p.StartsWith("Title: it is given, so name the paragraph", StringComparison.Ordinal)
        );
        form.Read(new(new Dictionary<string, string>(started) { ["url.note"] = "seen in print" }, started), Casebook, problems);
        Assert.StartsWith("Address: fill in", Assert.Single(problems), StringComparison.Ordinal); // nothing typed is dropped
    }

    [Theory]
    [InlineData("stance", "hedges")]
    [InlineData("cites", "an aide")]
    public void Quotation_WithoutItsWords_IsAskedForAndNotDropped(string field, string value)
    {
        var problems = new List<string>();
        Form.Read(
            new(
                new Dictionary<string, string>
                {
                    ["stance"] = "asserts",
                    ["quotations.0.exact"] = "signed",
                    ["quotations.0.paragraph"] = "1",
                    [$"quotations.1.{field}"] = value,
                }
            ),
            Casebook,
            problems
        );
        Assert.StartsWith("Quotation 2: its words are missing", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How rare\nWho: says it", "how-rare")]
    [InlineData("Élysée", "elysee")]
    [InlineData("впервые\nвпервые", "vpervye,vpervye-2")]
    public void Keys_LeftOut_AreMadeOfTheLabels(string typed, string keys)
    {
        var problems = new List<string>();
        var claim = (Claim)
            new ClaimForm(null).Read(new(new Dictionary<string, string> { ["aspects"] = typed, ["question"] = "?" }), Casebook, problems)!;
        Assert.Equal(keys.Split(','), claim.Aspects.Select(a => a.Key).Take(keys.Split(',').Length));
        Assert.Equal(typed.Contains("Who:", StringComparison.Ordinal) ? 1 : 0, problems.Count); // “Who” is no key
    }

    [Fact]
    public void Slug_OfANewItem_IsFreeAmongPresentAndFormerNames()
    {
        var values = new Dictionary<string, string> { ["question"] = "Signed" };
        Assert.Equal("signed-2", ((Claim)new ClaimForm(null).Read(new(values), Casebook, [])!).Slug);
        Assert.Equal(
            "signed-3",
            ((Claim)new ClaimForm(null).Read(new(values) { IsTaken = (_, slug) => slug == "signed-2" }, Casebook, [])!).Slug
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
