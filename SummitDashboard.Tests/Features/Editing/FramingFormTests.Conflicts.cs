using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>Where two versions of a telling meet.</summary>
public sealed partial class FramingFormTests
{
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
        var (started, mine) = (form.Fill(happening.Mentions[0], Casebook), form.Fill(happening.Mentions[0], Casebook));
        mine.Mode = MentionMode.Recalled;
        var removed = new FormConflict(form, Casebook, new Outcome.Conflict(null, "Ben", default, 2), started, mine);
        Assert.True(Fields.Same(mine, removed.Chosen())); // made anew with all that stands in the form
    }

    [Fact]
    public void Conflict_OverTheOneQuotationOfAPart_IsOfItAsAWholeAndSaysItsWords()
    {
        var happening = Casebook.Events[0];
        var form = new MentionForm(happening, 0, happening.Mentions[0], null);
        var (started, mine) = (form.Fill(happening.Mentions[0], Casebook), form.Fill(happening.Mentions[0], Casebook));
        mine.Quotation.Cites = "an aide";
        var quoted = happening.Mentions[0].Quotation with { Exact = "to sign", Paragraph = 3, Position = null };
        var theirs = happening.Mentions[0] with { Quotation = quoted };
        var conflict = new FormConflict(form, Casebook, new Outcome.Conflict(theirs, "Ada", default, 2, "ada"), started, mine, "ada");
        var (one, was) = (Assert.Single(conflict.Disputed), happening.Mentions[0].Quotation);
        Assert.Equal("Its words", one.Label);
        Assert.Equal(($"“{was.Exact}” (¶ {was.Paragraph}) · Whose word: an aide", "“to sign” (¶ 3)"), (one.Mine, one.Theirs));
        Assert.Equal("You saved another version in another window or on another device", conflict.SavedBy);
        one.TakeTheirs = true;
        var chosen = ((MentionFields)conflict.Chosen()).Quotation;
        Assert.Equal(("to sign", "3", ""), (chosen.Exact, chosen.Paragraph, chosen.Cites));
    }

    [Fact]
    public void Conflict_OtherChangedAnotherField_SaysWhatIsTakenOverAndIsNoneWhereNothingWasTyped()
    {
        var form = new EventForm(Casebook.Events[0]);
        var (started, mine) = (form.Fill(Casebook.Events[0], Casebook), form.Fill(Casebook.Events[0], Casebook));
        var met = new Outcome.Conflict(Casebook.Events[0] with { Note = "As Ben reads it." }, "Ben", default, 2);
        var untouched = new FormConflict(form, Casebook, met, started, mine);
        Assert.True(untouched is { IsSettled: true, IsTheirsAlone: true });
        Assert.Equal("As Ben reads it.", ((EventFields)untouched.Chosen()).Note);
        mine.Label = "Mine";
        var both = new FormConflict(form, Casebook, met, started, mine);
        Assert.False(both.IsSettled || both.IsTheirsAlone);
        Assert.Empty(both.Disputed);
        Assert.Equal(("Note", "As Ben reads it."), Assert.Single(both.Taken));
    }

    [Theory]
    [InlineData("Mine goes", "Mine goes on", "ben", null)]
    [InlineData("Mine goes", "Mine goes on", "ada", "Mine goes on")]
    [InlineData("Mine goes on", "Mine goes", "ada", "Mine goes on")]
    [InlineData("Mine ends here", "Mine goes on", "ada", null)]
    [InlineData("Mine", "Mined or not", "ada", null)]
    [InlineData("on", "Mine goes on", "ada", null)]
    [InlineData("As it was", "As it was begun and more", "ada", null)] // two words taken away here
    [InlineData("As it was begun and more", "As", "ada", null)]
    public void Conflict_WithOnesOwnOtherPlace_IsSettledOnlyWhereOneGoesOnWithTheOthersSentence(
        string here,
        string there,
        string by,
        string? stands
    )
    {
        var happening = Casebook.Events[0] with { Label = "As it was begun" };
        var form = new EventForm(happening);
        var (started, mine) = (form.Fill(happening, Casebook), form.Fill(happening, Casebook));
        mine.Label = here;
        var theirs = happening with { Label = there };
        var conflict = new FormConflict(form, Casebook, new Outcome.Conflict(theirs, "Somebody", default, 2, by), started, mine, "ada");
        Assert.Equal((stands is not null, stands is null ? 1 : 0), (conflict.IsSettled, conflict.Disputed.Count));
        Assert.Equal(stands ?? here, ((EventFields)conflict.Chosen()).Label);
    }

    [Fact]
    public void Conflict_EachChoseOthers_KeepsBothAndAsksOnlyForWhatBothChanged()
    {
        var form = new EventForm(Casebook.Events[0]);
        var happening = Casebook.Events[0] with { Themes = [], Claims = [] };
        var (started, mine) = (form.Fill(happening, Casebook), form.Fill(happening, Casebook));
        mine.Claims.Add(Claim.RawId);
        mine.Label = "Mine";
        var theirs = happening with { Themes = [Casebook.Head.Themes[0].Key], Label = "Theirs" };
        var conflict = new FormConflict(form, Casebook, new Outcome.Conflict(theirs, "Ben", default, 2), started, mine);
        Assert.Equal("label", Assert.Single(conflict.Disputed).Group);
        var chosen = (EventFields)conflict.Chosen();
        Assert.Equal([Claim.RawId], chosen.Claims);
        Assert.Equal([Casebook.Head.Themes[0].Key], chosen.Themes);
        Assert.Equal("Mine", chosen.Label);
        Assert.Equal(
            [true, false, false],
            new Aside[] { new("label", "Theirs"), new("label", "A third"), new("note", happening.Note) }.Select(conflict.Asks)
        );
    }
}
