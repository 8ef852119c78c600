using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Suggestions;

namespace SummitDashboard.Features.Editing;

/// <summary>Coding one cell: the claim, the source and its text side by side. Leaving the cell commits it as one revision.</summary>
public partial class CodePage : FormPage
{
    private Claim? claim;
    private Source? source;
    private ArticleText? text;
    private Claim? claimAfter;
    private Claim? claimBefore;
    private QuotePicker? picker;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string SourceSlug { get; set; } = "";

    /// <summary>A fragment picked in the reader: <c>3.12.45</c>, paragraph, start and end in UTF-16 units.</summary>
    private string? QuoteParameter => Address.Text("quote");

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    protected override bool IsMissing => claim is null || source is null;

    private static readonly FieldSpec NoteSpec = new("note", "Note", FieldKind.Markdown, "Markdown; optional.");

    private FramingFields Coded => (FramingFields)Values;

    // There is always a row to begin with.
    private List<QuotationFields> Rows
    {
        get
        {
            if (Coded.Quotations.Count == 0)
                Coded.Quotations.Add(new());
            return Coded.Quotations;
        }
    }

    private IReadOnlyList<Quotation> Quoted => [.. Rows.Select(q => q.Draft(Casebook))];

    // Other claims are the way on, and people are to choose from: what other sources say of them is not shown; of this one all counts to
    // what is quoted.
    protected override bool Shows(ItemChange change) =>
        change.Kind is not (ItemKind.Talk or ItemKind.Grade)
        && (change.Id == claim?.RawId || change.IsOfItself || (source is not null && change.IsOf(source.Id)));

    protected override void Read()
    {
        if (source?.Slug != SourceSlug)
            begunHere.Clear();
        if ((claim?.Slug, source?.Slug) != (Slug, SourceSlug))
        {
            (current, isRefused, notQuoted, away, asWas) = (null, false, null, null, null); // what another changes takes back no answer
            takenBack.Clear();
            proposing.Clear();
        }
        (claim, source) = (null, null);
        if (!Casebook.Claims.TryGetBySlug(Slug, out claim) || !Casebook.Sources.TryGetBySlug(SourceSlug, out source))
            return;
        text = Texts.Read(source);
        var place = Casebook.Claims.PlaceOf(claim.Id);
        claimAfter = place + 1 < Casebook.Claims.Count ? Casebook.Claims[place + 1] : null;
        claimBefore = place > 0 ? Casebook.Claims[place - 1] : null;
        Form = new FramingForm(claim, source, Visitor.Name ?? "", Clock.Today());
        Begin();
    }

    private Source? Neighbour(int step) =>
        Casebook.Sources.PlaceOf(source!.Id) + step is var place and >= 0 && place < Casebook.Sources.Count
            ? Casebook.Sources[place]
            : null;

    // What the telling, as it now stands in the fields, still lacks before it is completely coded.
    private IReadOnlyList<string> StillOpen => Form!.StillOpen(Values, Casebook);

    private bool IsOpenCell => MayEdit && Form!.Current(Casebook) is null;

    private IReadOnlyList<string> Lacking => FramingForm.Lacking(Coded);

    protected override string? Begun =>
        Lacking is { Count: > 0 } parts && claim is not null && source is not null
            ? Waits($"{string.Join(" and ", parts)} {(parts is [not "its words"] ? "is" : "are")} still to come.")
            : null;

    private string Which => $"{Prose.Name(claim!.Question)} {Prose.Name(source!.Siglum)}";

    protected override string Waits(string why) =>
        $"{Which}: begun, and kept. It is not {(claim!.Of(source!.Id) is null ? "coded" : "changed")} yet: {why}";

    // The next claim of this source that nobody has coded, in the order of the story and round to its beginning.
    private Claim? NextOpen
    {
        get
        {
            var place = Casebook.Claims.PlaceOf(claim!.Id);
            return Casebook
                .Claims.Skip(place + 1)
                .Concat(Casebook.Claims.Take(place))
                .FirstOrDefault(c => c.Of(source!.Id) is null && !begunHere.Contains(c.Id));
        }
    }

    // What is begun is left for the end: otherwise one would be led round to it again and again.
    private readonly HashSet<ClaimId> begunHere = [];
    private string Onward =>
        NextOpen is { } open ? Urls.Code(open, source!)
        : Neighbour(1) is { } next ? Urls.Code(claim!, next)
        : Urls.Claim(claim!);

    private string SaveOnWords =>
        NextOpen is not null ? "Save, next cell"
        : Neighbour(1) is null ? "Save and close"
        : "Save, next source";

    // Who came to quote these words, and saves without any other, means them.
    private bool IsToQuote(QuotePicker.Selected picked) =>
        !IsSilent && Rows.TrueForAll(q => q.Exact.Length == 0) && picker?.StillOffered == picked;

    // It begins anew, where a cell begins.
    private async Task MakeUncoded()
    {
        if (!await Remove())
            return;
        StateHasChanged();
        await FocusFirst();
    }

    protected override async Task<bool> IsPrepared()
    {
        if (picker?.StillOffered is not { } offered || !IsToQuote(offered))
            return true;
        await Quote(offered, new());
        if (isRefused)
            Stay();
        return !isRefused;
    }

    // What lacks a part is kept and holds nobody up.
    private async Task SaveOn()
    {
        if (!await IsPrepared())
            return;
        if (Lacking.Count > 0)
        {
            if (IsDirty)
                await Keep();
            else if (Coded.Stance is null)
                Snackbar.Add($"{Which}: Nothing was typed, and nothing is saved.", Severity.Normal);
            begunHere.Add(claim!.Id);
            Navigation.NavigateTo(Onward);
        }
        else if (await Save())
            GoOn(Onward);
    }
}
