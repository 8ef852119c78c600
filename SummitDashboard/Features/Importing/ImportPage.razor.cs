using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Importing;

/// <summary>What was read from a file, beside what is proposed from it, before it counts.</summary>
public partial class ImportPage : FormPage
{
    private const int MostLeftOut = 200;
    private const int MostMade = 50;

    private ImportRow? file;
    private ImportEntry? listed;
    private ArticleReading? reading;
    private string? next; // of those that were read, the one that somebody has to look at
    private Paging page;
    private (string? Id, string? Json) known;
    private IReadOnlyList<string> prose = [];
    private IReadOnlyList<NearDuplicate> near = [];
    private TableReading? table;
    private TableQuery? query;
    private IReadOnlyList<Proposed> rows = [];
    private int uncoded;
    private (string Id, RowsTaken Done)? tookIn;
    private (string? Id, long Revision, bool AreThere) looked; // a table is gone through once a revision

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private CasebookStore Store { get; set; } = null!;

    [Inject]
    private TakenTables Tables { get; set; } = null!;

    [Inject]
    private SlugAliases Names { get; set; } = null!;

    [Inject]
    private TextLibrary Library { get; set; } = null!;

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    protected override bool IsMissing => file is null;

    // A file is proposed, and only who presses takes it in.
    protected override string? Begun => file is null ? null : $"{file.Name}: kept as you left it. It is no source yet.";

    protected override string? AfterTakingBack =>
        reading is { Paragraphs.Count: > 0 } ? "Its file is kept: take it in again from “Articles from files”." : null;

    // What was typed beside the file before it was taken in or out.
    private IEnumerable<KeyValuePair<string, string>> Typed =>
        Fields.All(Values).Except(Fields.All(Started)).Where(f => Form is not ImportForm form || !form.IsMade(f.Key, f.Value));

    private string LabelOf(string name) =>
        name.Split('.') is [var list, var n] && int.TryParse(n, out var at)
            ? $"{(list == "texts" ? "Text" : "Kind")} of paragraph {at + 1}"
            : Form!.Label(name, Casebook);

    // Whose siglum, colour and place are taken; of a table also what is coded and asked, who may be cited, and the themes and events.
    protected override bool Shows(ItemChange change) =>
        table is null
            ? change is { Kind: ItemKind.Source, IsOfItself: true }
            : change.Kind is ItemKind.Source or ItemKind.Claim or ItemKind.Actor or ItemKind.Event or ItemKind.Casebook;

    protected override async Task Fetch(Casebook casebook)
    {
        // What is being saved from here is gone in a moment, and so is this page.
        if (!Visitor.May(Right.Edit) || (IsBusy && file?.Id == Id))
            return;
        var found = await Imports.Find(Id);
        var others = await Imports.List();
        listed = others.Find(e => e.Id == Id);
        var isRead = found is { State: ImportState.Read };
        if (isRead && FileReading.TableOf(found!) is { } rowsOf)
        {
            await FetchRows(found!, rowsOf, casebook);
            return;
        }
        var read = isRead ? FileReading.Of(found!) : null;
        List<string> own = [.. (read?.Paragraphs ?? []).Select(p => p.Boilerplate is null ? p.Text : "")];
        // Long articles take a moment to compare, in which the page does something else.
        var shared = read is null ? [] : await Task.Run(() => NearDuplicates.Of(own, casebook, Texts.Read));
        var following = await NextToSee(others);
        (file, reading, next, prose, near, table) = (found, read, following, own, shared, null);
    }

    // Thousands of rows take a moment, in which the page does something else.
    private async Task FetchRows(ImportRow found, TableReading read, Casebook casebook)
    {
        var asked = TableQuery.Read(Address, read, casebook);
        var matched = asked.Of(read, found);
        var rowsOf = await RowsOfTables(casebook);
        var (proposed, none) = await Task.Run(() => rowsOf(matched));
        (file, table, query, rows, uncoded, reading) = (found, read, asked, proposed, none, null);
    }

    private async Task<Func<MatchedTable, ProposedRows>> RowsOfTables(Casebook casebook)
    {
        var (former, signer) = (await Names.Former(), Visitor.Name ?? "");
        return matched => ProposedRows.Of(matched, casebook, Texts.Read, signer, former);
    }

    private async Task<bool> AreThere(ImportRow found, TableReading read)
    {
        var casebook = Store.Current;
        if ((looked.Id, looked.Revision) != (found.Id, casebook.Revision))
        {
            var rowsOf = await RowsOfTables(casebook);
            var areThere = await Task.Run(() => Tables.AreThere(found, read, casebook, rowsOf));
            looked = (found.Id, casebook.Revision, areThere);
        }
        return looked.AreThere;
    }

    // A table that is taken in already needs nobody.
    private async Task<string?> NextToSee(IEnumerable<ImportEntry> others)
    {
        foreach (var entry in others.Where(e => e.State == ImportState.Read && e.Id != Id))
            if (await Imports.Find(entry.Id) is { } found && (FileReading.TableOf(found) is not { } read || !await AreThere(found, read)))
                return entry.Id;
        return null;
    }

    private RowsTaken? Taken => tookIn is var (id, done) && id == Id ? done : null;

    // With its last rows a table waits no longer; those of other sheets count as they were matched there.
    private async Task OnTaken(RowsTaken done)
    {
        tookIn = (Id, done);
        Tables.Note(Id, query!, done, Visitor.AccountId, Visitor.Name ?? "");
        if (await Imports.Find(Id) is { } left && FileReading.TableOf(left) is { } read && await AreThere(left, read))
            await Imports.TakeOut([Id], Visitor.AccountId);
    }

    protected override void Read()
    {
        // What was typed stays where the file goes.
        if (known != (file?.Id, file?.Reading) && (file is not null || known.Id != Id))
        {
            known = (file?.Id, file?.Reading);
            Form = reading is null ? null : new ImportForm(file!, reading, Library, Imports);
        }
        if (table is not null)
        {
            TableQuery.Read(Address, table, Casebook); // says what of the address was not understood
            page = Address.Page(rows.Count, TableRows.Size);
            return;
        }
        Begin();
        page = Address.Page(reading is null || Form is null ? 0 : Corrections.Texts.Count, Urls.ReaderParagraphs);
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

    // What followed from another field follows it, and is seen to.
    protected internal override async Task Set(string name, object? value)
    {
        var (form, values) = ((ImportForm)Form!, (ImportFields)Values);
        var followers = form.Followers(name, values, Casebook);
        // All of it is drawn at once: what came later might meet somebody typing.
        Fields.Type(values, Started, name, value?.ToString());
        foreach (var (field, next) in form.Followed(followers, values, Casebook))
            Fields.Set(values, field, next);
        await base.Set(name, value);
    }

    private TextCorrections Corrections => new((ImportFields)Values, reading!);

    // A title that was proposed from a paragraph which is no headline goes on to the next that is, and what follows from it too.
    private async Task Choose((int N, string Word) choice)
    {
        var (form, title) = ((ImportForm)Form!, Field("title"));
        var wasTitle = form.IsTitle((ImportFields)Values, choice.N);
        await Set($"paragraphs.{choice.N}", choice.Word);
        var values = (ImportFields)Values;
        foreach (var (name, said) in form.SaidBy(values, choice.N))
            if (Field(name).Length == 0)
                await Set(name, said);
        if ((wasTitle ? form.NextTitle(values, choice.N) : form.RegainedTitle(values, choice.N)) is not { } next)
            return;
        foreach (var (name, before, after) in form.OfTitle(title, next, Casebook))
            if (Field(name) == before)
                await Set(name, after);
    }

    private Fact? Maker => ((ImportForm)Form!).Maker;

    private Task BackToTheFile()
    {
        Corrections.Undo();
        return Corrected();
    }

    private Task Close(IReadOnlyList<WordSeam> seams)
    {
        Corrections.Close(seams);
        return Corrected();
    }

    private Task Corrected()
    {
        page = Address.Page(Corrections.Texts.Count, Urls.ReaderParagraphs);
        return Keep();
    }

    // What a paragraph was when it was read; prose where it is of the editor’s making.
    private string KindAsRead(int n) =>
        reading!.Paragraphs.FirstOrDefault(p => p.Text == Corrections.Texts[n]) is { } read
            ? ParagraphChoice.Of(read.Kind, read.Boilerplate).Word
            : ParagraphChoice.Of(ParagraphKind.Body, null).Word;

    private bool HasFoldedProblem => Form!.Specs(Casebook).Skip(ImportForm.Shown).Any(s => ProblemsOf(s.Name).Any());

    private async Task TakeOut()
    {
        var following = await NextToSee(await Imports.List());
        var (gone, here) = (file!, Urls.Import(Id));
        if (await Imports.TakeOut([gone.Id], Visitor.AccountId) is Outcome.Done)
        {
            file = null; // what was typed beside it waits for nothing
            GoOn(following is null ? Urls.Imports : Urls.Import(following));
            Snackbar.Offer($"{gone.Name} taken out.", "Bring back", async () =>
            {
                if ((await Imports.BringBack([gone.Id], Visitor.AccountId)).Problem() is { } why)
                    Snackbar.Add(why);
                else
                    Navigation.NavigateTo(here);
            });
        }
        else
            Notices.Add("This is for editors: sign in again.");
    }

    private async Task Again(bool whole)
    {
        if (await Imports.Again(Id, whole, Visitor.AccountId) is Outcome.Failed failed)
            Notices.Add(failed.Why);
    }
}
