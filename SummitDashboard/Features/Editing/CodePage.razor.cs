using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
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
            (current, isRefused, notQuoted) = (null, false, null); // what another changes meanwhile takes back no answer
            takenBack.Clear();
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

    private async Task Quote(QuotePicker.Selected pressed, MouseEventArgs press)
    {
        if (IsSilent)
            picker?.Refuse(NotOfSilent);
        else if (TooMuch(pressed) is { } refused)
            picker?.Refuse(refused);
        else if (picker?.Take(pressed, press) is { } picked)
            await Add(picked);
    }

    private const string NotOfSilent = "A silent cell has no quotations. Choose how the source puts the claim, then quote.";
    private bool IsSilent => Field("stance") == Vocabulary.Of(Stance.Silent);

    // What is proposed keeps to the rules for all that is quoted, or it is said why it does not.
    private async Task<string?> QuoteProposed(QuotePicker.Selected proposed)
    {
        if ((IsSilent ? NotOfSilent : TooMuch(proposed)) is { } refused)
        {
            notQuoted = (refused, WhatIsQuoted);
            StateHasChanged();
            return refused;
        }
        await Add(proposed);
        return null;
    }

    // A proposal may be out of sight when its key is pressed: why nothing came of it stands where the buttons are too, which stay in sight,
    // until something else is quoted.
    private (string Why, string Of)? notQuoted;
    private string WhatIsQuoted => $"{Field("stance")} {string.Join('\n', Rows.Select(q => q.Exact))}";
    private string? NotQuoted => notQuoted is var (why, of) && of == WhatIsQuoted ? why : null;

    // How much of the article would be quoted with a stretch, and how many words are left without it; null where it may be quoted.
    private (QuotedShare With, int Left)? Over(QuotePicker.Selected picked)
    {
        var row = new QuotationFields();
        QuotationPlace.Pick(row, text!, picked.Paragraph, picked.Start, picked.End);
        var saved = claim!.Of(source!.Id)?.Quotations ?? [];
        List<Quotation> all = [.. QuotedShare.Beside(Casebook, source, saved), .. Quoted, row.Draft(Casebook)];
        var share = QuotedShare.In(source, text, all);
        return share.IsOver ? (share, QuotedShare.In(source, text, all[..^1]).Left) : null;
    }

    // Why a stretch cannot be quoted beside all that is; null where it can.
    private string? TooMuch(QuotePicker.Selected picked)
    {
        var over = Over(picked);
        isRefused = over is not null;
        StateHasChanged();
        if (over is not var (share, left))
            return null;
        return $"It was not quoted: with it {share.Percent} % of this article would be, and at most a quarter may. "
            + $"{Labels.Count(left, "word")} {(left == 1 ? "is" : "are")} left"
            + (left < QuoteBudget.FewestWords ? ". Shorten" : ": choose so few, or shorten")
            + " another, which makes room.";
    }

    private bool isRefused;

    // What somebody typed stays; only what is empty is filled. Answers why nothing was, or null.
    private async Task<string?> PutDraft(DraftedCell draft)
    {
        if (IsSilent)
            return "The cell is marked silent, so nothing was put into it. Choose how the source puts the claim, then put the draft in.";
        Coded.Stance ??= draft.Stance;
        foreach (var found in draft.Quotations)
            if (!Rows.Exists(q => q.Exact == found.Span.In(text!.Paragraphs[found.Paragraph - 1])))
                await Add(new(found.Paragraph, found.Span.Start, found.Span.End));
        foreach (var (key, words) in draft.Aspects.Where(a => Coded.Slot(a.Key).IsOpen))
            Coded.Slot(key).Text = words;
        if (Coded.Gloss.Length == 0)
            Coded.Gloss = draft.Gloss ?? "";
        await Keep();
        return null;
    }

    private async Task Add(QuotePicker.Selected picked)
    {
        var at = Rows.FindIndex(q => q.Exact.Length == 0);
        if (at < 0)
        {
            at = Rows.Count;
            Rows.Add(new());
        }
        if (takenBack.Remove(picked, out var before))
            Rows[at] = before;
        else
            QuotationPlace.Pick(Rows[at], text!, picked.Paragraph, picked.Start, picked.End);
        current = at;
        await Keep();
    }

    // The quotation that keys are about: the one that was quoted, added or entered last.
    private int? current;
    private int Current => current is { } n && n < Rows.Count ? n : Math.Max(0, Rows.FindLastIndex(q => q.Exact.Length > 0));

    // Where whoever goes into the text begins.
    private Quotation? LastQuoted =>
        Rows[Current].Exact.Length > 0 ? Rows[Current].Draft(Casebook) : Quoted.LastOrDefault(q => q.Exact.Length > 0);

    // What was said of it comes back with it, where its number is pressed once more.
    private readonly Dictionary<QuotePicker.Selected, QuotationFields> takenBack = [];

    private Task TakeBack(QuotePicker.Selected proposed)
    {
        var row = Rows.FindLast(q =>
            q.Draft(Casebook) is var quoted
            && quoted.Paragraph == proposed.Paragraph
            && text!.Find(quoted) is { } span
            && span.Start < proposed.End
            && span.End > proposed.Start
        );
        if (IsSilent || row is null)
        {
            notQuoted = IsSilent ? (NotOfSilent, WhatIsQuoted) : null;
            return Task.CompletedTask;
        }
        takenBack[proposed] = row;
        return RemoveRow(row);
    }

    // What the telling, as it now stands in the fields, still lacks before it is completely coded.
    private IReadOnlyList<string> StillOpen => Form!.StillOpen(Values, Casebook);

    private void AddRow()
    {
        Rows.Add(new());
        current = Rows.Count - 1;
    }

    private Task RemoveRow(QuotationFields row)
    {
        var at = Rows.IndexOf(row);
        Rows.RemoveAt(at);
        current =
            at < current ? current - 1
            : at == current ? null
            : current;
        return Keep();
    }

    private bool IsOpenCell => MayEdit && Form!.Current(Casebook) is null;

    private IReadOnlyList<string> Lacking => FramingForm.Lacking(Coded);

    protected override string? Begun =>
        Lacking is { Count: > 0 } parts && claim is not null && source is not null
            ? $"{claim.Question} {source.Siglum}: begun, and kept. It is not {(claim.Of(source.Id) is null ? "coded" : "changed")} yet: "
                + $"{string.Join(" and ", parts)} {(parts is [not "its words"] ? "is" : "are")} still to come."
            : null;

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

    // What lacks a part is kept and holds nobody up.
    private async Task SaveOn()
    {
        if (picker?.StillOffered is { } offered && IsToQuote(offered))
        {
            await Quote(offered, new());
            if (isRefused)
            {
                Stay();
                return;
            }
        }
        if (Lacking.Count > 0)
        {
            if (IsDirty)
                await Keep();
            begunHere.Add(claim!.Id);
            Navigation.NavigateTo(Onward);
        }
        else if (await Save())
            GoOn(Onward);
    }
}
