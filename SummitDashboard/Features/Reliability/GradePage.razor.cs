using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Reliability;

/// <summary>
/// The grades of one source, or of its framing of one claim: everybody's, with their history, and the form for one's own.
/// </summary>
public partial class GradePage : FormPage
{
    private Source? source;
    private Claim? claim;
    private Framing? framing;
    private ArticleText? text;
    private Grade? mine;
    private IReadOnlyList<Grade> history = [];
    private IReadOnlyList<Grade> held = [];
    private IReadOnlyList<SharedWords> shared = [];

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string? ClaimSlug { get; set; }

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    private string Heading =>
        claim is null ? $"How reliable is {source!.Name}?" : $"How credible is {Prose.Name(source!.Siglum)} on “{claim.Question}”";

    private string Spread =>
        held.Select(g => g.Mark!).Where(m => !Admiralty.IsUnjudged(m)).Distinct().Order().ToList() is { Count: > 1 } marks
            ? $"held: {marks[0]} to {marks[^1]}"
            : "";

    protected override bool Shows(ItemChange change) =>
        change.Kind switch
        {
            ItemKind.Talk => false,
            ItemKind.Grade or ItemKind.Claim or ItemKind.Event or ItemKind.Actor when source is not null => change.IsOf(source.Id)
                || (change.Kind != ItemKind.Grade && change.IsOfItself),
            _ => true,
        };

    protected override void Read()
    {
        (source, claim, framing, shared) = (null, null, null, []);
        if (!Casebook.Sources.TryGetBySlug(Slug, out source))
            return;
        if (ClaimSlug is not null)
        {
            if (!Casebook.Claims.TryGetBySlug(ClaimSlug, out claim))
                return;
            framing = claim.Of(source.Id);
            if (framing is null)
                return;
        }
        history = Casebook.Grades.History(source.Id, claim?.Id);
        held = Casebook.Grades.Held(source.Id, claim?.Id);
        mine = held.FirstOrDefault(g => g.AccountId is not null && g.AccountId == Visitor.AccountId);
        text = Texts.Read(source);
        if (claim is null && text is not null)
            shared = SharedWording.Of(
                source,
                text,
                Casebook
                    .Sources.Where(s => s.Id != source.Id)
                    .Take(50)
                    .Select(s => (s, Texts.Read(s)))
                    .Where(p => p.Item2 is not null)
                    .Select(p => (p.s, p.Item2!))
            );
        Form = new GradeForm(source, claim, mine);
        Begin();
    }
}
