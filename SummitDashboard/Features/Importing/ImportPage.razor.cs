using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Importing;

/// <summary>What was read from a file, beside what is proposed from it, before it counts.</summary>
public partial class ImportPage : FormPage
{
    private const int MostLeftOut = 200;

    private ImportRow? file;
    private ArticleReading? reading;
    private string? next;
    private Paging page;
    private (string? Id, string? Json) known;
    private IReadOnlyList<string> prose = [];
    private IReadOnlyList<NearDuplicate> near = [];

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private TextLibrary Library { get; set; } = null!;

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    protected override bool IsMissing => file is null;

    // Whose siglum, colour and place are taken.
    protected override bool Shows(ItemChange change) => change is { Kind: ItemKind.Source, IsOfItself: true };

    protected override async Task Fetch(Casebook casebook)
    {
        // What is being saved from here is gone in a moment, and so is this page.
        if (!Visitor.May(Right.Edit) || (IsBusy && file?.Id == Id))
            return;
        var found = await Imports.Find(Id);
        var others = await Imports.List();
        var read = found is { State: ImportState.Read } ? FileReading.Of(found) : null;
        List<string> own = [.. (read?.Paragraphs ?? []).Select(p => p.Boilerplate is null ? p.Text : "")];
        // Long articles take a moment to compare, in which the page does something else.
        var shared = read is null ? [] : await Task.Run(() => NearDuplicates.Of(own, casebook, Texts.Read));
        var following = others.Find(e => e.State == ImportState.Read && e.Id != Id)?.Id;
        (file, reading, next, prose, near) = (found, read, following, own, shared);
    }

    protected override void Read()
    {
        if (known != (file?.Id, file?.Reading))
        {
            known = (file?.Id, file?.Reading);
            Form = reading is null ? null : new ImportForm(file!, reading, Library);
        }
        page = Address.Page(reading?.Paragraphs.Count ?? 0, Urls.ReaderParagraphs);
        Begin();
    }

    protected override void Listen() => Imports.Changed += Redraw;

    public override void Dispose()
    {
        Imports.Changed -= Redraw;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    // One is led to the next file that was read, or else to the source.
    protected override void AfterSave() => GoOn(next is null ? Urls.Source((Source)SavedPart!) : Urls.Import(next));

    private bool HasFoldedProblem => Form!.Specs(Casebook).Skip(ImportForm.Shown).Any(s => ProblemsOf(s.Name).Any());

    private async Task Again(bool whole)
    {
        if (await Imports.Again(Id, whole, Visitor.AccountId) is Outcome.Failed failed)
            Notices.Add(failed.Why);
    }
}
