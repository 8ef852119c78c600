using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Editing;

/// <summary>Creating, editing and removing an item, or one of its parts, field by field.</summary>
public partial class EditPage : FormPage
{
    private FormBase? form;
    private Item? owner;
    private Source? source;
    private ArticleText? text;
    private ArticleText? counted; // names are counted in it, and nothing is picked
    private QuotePicker? picker;
    private string? address;

    [Parameter]
    public string Kind { get; set; } = "";

    [Parameter]
    public string? Slug { get; set; }

    /// <summary><c>mention</c>, <c>statement</c>, <c>role</c> or <c>name</c>; and its place in the list, or <c>new</c>.</summary>
    [Parameter]
    public string? Part { get; set; }

    [Parameter]
    public string? Place { get; set; }

    private string? SourceParameter => Address.Text("source");

    private string? QuoteParameter => Address.Text("quote");

    // The short name of what was saved from here just before this new one.
    private string? AfterParameter => Address.Text("after");

    private Item? before;
    private bool toFirst;

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    // Others' items are to choose from; what sources say of them counts where removing this one would take it along.
    protected override bool Shows(ItemChange change) =>
        IsRemoving
        || (
            change.Kind is not (ItemKind.Talk or ItemKind.Grade)
            && (change.Id == owner?.RawId || change.IsOfItself || (source is not null && change.IsOf(source.Id)))
        );

    protected override void Read()
    {
        var here = $"{Kind}/{Slug}/{Part}/{Place}?{AfterParameter}";
        var named = Kinds.Named(Kind);
        before = IsNew && AfterParameter is { } after ? named?.FindBySlug(Casebook, after) : null;
        if (here != address)
        {
            if (IsNew && address?.Split('?')[0] == here.Split('?')[0])
            {
                BeginAnew();
                toFirst = true;
            }
            address = here;
            var kind = named;
            owner = Slug is null ? null : kind?.FindBySlug(Casebook, Slug);
            form =
                kind is null || (Slug is not null && owner is null) ? null
                : Slug is null ? KindForms.OfNew(kind, ShownSources.Read(Casebook, Address))
                : Part is null ? KindForms.Of(kind, owner)
                : PartOf();
            Form = form;
        }
        if (form is null)
            return;
        Begin();
        Follow();
    }

    // The source that is chosen now, and its article: what is quoted stands in that one.
    private void Follow()
    {
        source = Part is not null && Casebook.Sources.TryGet(new SourceId(Field("source")), out var chosen) ? chosen : null;
        var article = source is null ? null : Texts.Read(source);
        text = Part == "name" ? null : article;
        counted = Part == "name" ? article : null;
    }

    // What was saved of the part that is edited, where it is of the source that is chosen now.
    private IReadOnlyList<Quotation> SavedQuotations =>
        form?.Current(Casebook) is { } part && form.Begin(part, Casebook) is QuotedFields saved && saved.Source == source?.RawId
            ? [saved.Quotation.Draft(Casebook)]
            : [];

    // What the item, as it now stands in the fields, still lacks.
    private IReadOnlyList<string> Open => form?.StillOpen(Values, Casebook) ?? [];

    private FormBase? PartOf()
    {
        Casebook.Sources.TryGetBySlug(SourceParameter, out var from);
        int? place = int.TryParse(Place, out var n) && n >= 0 ? n : null;
        return place is null && Place != "new" ? null : KindForms.OfPart(owner, Part, place, from);
    }

    private async Task Quote(QuotePicker.Selected pressed, MouseEventArgs press)
    {
        if (picker?.Take(pressed, press) is not { } picked)
            return;
        QuotationPlace.Pick(((QuotedFields)Values).Quotation, text!, picked.Paragraph, picked.Start, picked.End);
        await Keep();
    }

    private async Task TakeCounts((int Prose, int Boilerplate) counts)
    {
        await Set("count", counts.Prose.ToString(CultureInfo.InvariantCulture));
        await Set("boilerplate", counts.Boilerplate.ToString(CultureInfo.InvariantCulture));
    }

    private bool IsNew => Slug is null;

    // Another of the same kind, in an address of its own, so that a page which is loaded again stands there too.
    private async Task SaveOn()
    {
        if (await Save() && SavedPart is Item made)
            GoOn(Urls.With(Urls.New(Kinds.Of(made).Number), ("after", made.Slug)));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (toFirst && IsReady)
        {
            toFirst = false;
            await FocusFirst();
        }
    }

    protected override void AfterRemoval() => GoOn(form!.Back(Casebook, Part is null ? null : owner));

    protected internal override bool LeadsOn => !IsNew;

    protected internal override bool IsLeftOnceSaved => form?.Current(Casebook) is null;

    protected override void AfterSave() => GoOn(form!.Back(Casebook, SavedPart ?? owner));

    private string RemovalWords()
    {
        if (Part is not null || owner is null)
            return "It can be brought back from the history.";
        var effects = Removal.Effects(Casebook, owner);
        return effects.Count == 0
            ? "Nothing else refers to it. It can be brought back from the history."
            : $"{effects.Count} other {(effects.Count == 1 ? "item" : "items")} would lose what refers to it ("
                + $"{string.Join(", ", effects.Take(4).Select(c => NameOf((c.Before ?? c.After)!)))}{(effects.Count > 4 ? " …" : "")}). "
                + "One undo brings all of it back.";
    }

    private string NameOf(Item item) => $"“{Prose.Name(KindPages.NameOf(item, Casebook))}”";
}
