using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>What a new casebook says of itself until somebody writes better.</summary>
public static class NewHead
{
    /// <summary>The sentence under its title, by which one sees that nobody has.</summary>
    public const string Lede = "Told by several sources, claim by claim.";

    /// <param name="visit">The days that the timeline unfolds; null where they are said later.</param>
    public static CasebookHead Of(Edtf? visit) =>
        new()
        {
            Id = new(SlugReferences.DefaultId(HeadKind.Instance, "casebook")),
            Slug = "casebook",
            Title = "New casebook",
            Headline = "A new casebook",
            Lede = Lede,
            Visit = visit,
            Themes = [new("event", "The event itself")],
            Phases = new Dictionary<Phase, string>
            {
                [Phase.Background] = "Background",
                [Phase.Before] = "The days before",
                [Phase.Visit] = "The event",
                [Phase.Aftermath] = "Aftermath",
            },
        };
}
