using Microsoft.AspNetCore.Components.Web;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Suggestions;

namespace SummitDashboard.Features.Editing;

/// <summary>What is quoted in a cell: from the text, by a proposal, by a draft; and what is taken away again.</summary>
public partial class CodePage
{
    private async Task Quote(QuotePicker.Selected pressed, MouseEventArgs press)
    {
        if (IsSilent)
            picker?.Refuse(NotOfSilent);
        else if (TooMuch(pressed) is { } refused)
            picker?.Refuse(refused);
        else if (picker?.Take(pressed, press) is { } picked)
        {
            if (QuotedAlready(picked) is { } already)
                picker.Say(already);
            else
                await Add(picked);
        }
    }

    // Whoever comes back to words from a search, or chooses them once more, is led to where they are quoted; null where they are not.
    private string? QuotedAlready(QuotePicker.Selected picked)
    {
        var row = Placed(picked);
        var at = Rows.FindIndex(row.IsOfSameWords);
        if (at < 0)
            return null;
        current = at;
        StateHasChanged();
        return $"These words are quoted already, as quotation {at + 1}. Nothing was added.";
    }

    private QuotationFields Placed(QuotePicker.Selected picked)
    {
        var row = new QuotationFields();
        QuotationPlace.Pick(row, text!, picked.Paragraph, picked.Start, picked.End);
        return row;
    }

    private const string NotOfSilent = "A silent cell has no quotations. Choose how the source puts the claim, then quote.";
    private bool IsSilent => Field("stance") == Vocabulary.Of(Stance.Silent);

    // What is proposed keeps to the rules for all that is quoted, or it is said why it does not.
    private async Task<string?> QuoteProposed(QuotePicker.Selected proposed, string? notYet)
    {
        if ((IsSilent ? NotOfSilent : QuotedAlready(proposed) ?? TooMuch(proposed) ?? notYet) is { } refused)
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
        var row = Placed(picked);
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
        (current, away) = (at, null);
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
        var row = Rows.FindLast(Placed(proposed).IsOfSameWords)
            ?? Rows.FindLast(q =>
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

    private void AddRow()
    {
        Rows.Add(new());
        current = Rows.Count - 1;
    }

    private Task RemoveRow(QuotationFields row)
    {
        var at = Rows.IndexOf(row);
        var isSaid = row.Exact.Length > 0 || row.LacksWords;
        Rows.RemoveAt(at);
        if (isSaid)
            away = (row, at, Coded.Quotations.Count == 0 ? Rows[0] : null);
        current =
            at < current ? current - 1
            : at == current ? null
            : current;
        return Keep();
    }

    // The quotation that was taken away last, its place, and the row that stands there since where it was the only one: it comes back until
    // something else is quoted.
    private (QuotationFields Row, int At, QuotationFields? Instead)? away;

    private Task BringBack()
    {
        if (away is not var (row, at, instead))
            return Task.CompletedTask;
        var rows = Coded.Quotations; // Rows is never without one
        rows.RemoveAll(r => (r == instead || rows.Count == 1) && r.Exact.Length == 0 && !r.LacksWords);
        current = Math.Min(at, rows.Count);
        rows.Insert(current.Value, row);
        away = null;
        return Keep();
    }

    // The quotations of which something is proposed, and the one whose proposals the keys take: the current one, else the next.
    private readonly HashSet<QuotationFields> proposing = [];
    private QuotationFields? Proposing => Rows.Skip(Current).Concat(Rows.Take(Current)).FirstOrDefault(proposing.Contains);

    private void Proposes(QuotationFields row, bool does)
    {
        if (does ? proposing.Add(row) : proposing.Remove(row))
            StateHasChanged();
    }
}
