using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Exchange;

/// <summary>A casebook to which everything happened that can: edits, grades, a withdrawal, a new name, a removal and an undo.</summary>
internal static class EditedCasebook
{
    /// <summary>It lies in a folder, with its data beside it.</summary>
    public static async Task<Desk> In(TempFolder folder)
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var claim = desk.Casebook.Claims[0];
        var (source, framing) = (desk.Casebook.Sources[0], claim.Framings[0]);
        await desk.Write(
            new PutFraming(
                claim.Id,
                framing.Source,
                framing,
                framing with
                {
                    Gloss = " Says: \"yes\" # not\nno ",
                    Quotations = [framing.Quotations[0] with { Cites = new(null, "envoy") }],
                }
            ),
            "Because: ☃"
        );
        await desk.Write(new AddGrade(Graded(source.Id, null, "B")));
        await desk.Write(new AddGrade(Graded(source.Id, claim.Id, "2")));
        await desk.Write(new AddGrade(Graded(source.Id, null, null)));
        var renamed = desk.Casebook.Claims[0];
        await desk.Write(new PutItem(renamed, renamed with { Slug = "was-signed", Note = "\r\nTwo\r\nlines\n---\n" }));
        await desk.Write(
            new PutItem(
                null,
                new Event
                {
                    Id = new(Ids.New()),
                    Slug = "party",
                    Label = "A party",
                    Phase = Phase.Aftermath,
                }
            )
        );
        await desk.Write(new PutItem(desk.Casebook.Events.Single(e => e.Slug == "party"), null));
        await desk.Write(new PutItem(desk.Casebook.Actors[0], null));
        await desk.Write(new Undo(desk.Casebook.Revision));
        var head = desk.Casebook.Head;
        await desk.Write(new PutItem(head, head with { Title = "yes" }));
        return desk;

        static Grade Graded(SourceId source, ClaimId? claim, string? mark) =>
            new()
            {
                Id = new(Ids.New()),
                Slug = "-",
                Source = source,
                Claim = claim,
                Mark = mark,
                Rationale = "Two\nlines: \"quoted\"",
                By = "",
                At = default,
                Evidence = mark == "B" ? ["https://example.org/"] : [],
                Checklist = mark == "B" ? [new(CheckItem.Byline, CheckAnswer.Yes, "null")] : [],
            };
    }
}
