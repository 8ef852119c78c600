using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Articles;

/// <summary>
/// Takes in what the rows of a table say, all of it as one revision: new sources, each where its date belongs in the order of writing, new
/// claims, which come last in the order of the story, with the themes that they bring, or codings of cells. A cell that is not as its
/// author found it is left alone, and then everything is.
/// </summary>
public sealed record TakeRows(IReadOnlyList<Source> Sources, IReadOnlyList<CodedCell> Cells) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb =>
        Claims.Count > 0 ? "claims added"
        : Cells.Count == 0 ? "sources added"
        : "cells coded";

    /// <summary>New claims, in their order.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Themes that these claims stand under and nobody has named before; one that is there by now is not made again.</summary>
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    /// <summary>The file whose last rows these are: it waits no longer. Null where others of its rows are left.</summary>
    public string? Import { get; init; }

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        if (Gone(casebook).ToList() is { Count: > 0 } gone)
            return Casebooks.Edits.Plan.No(gone);
        var colours = new Queue<int>(SourceColours.Free(casebook.Sources));
        var placed = WritingOrder.Placed(
            Sources.Select(s => s with { Colour = colours.TryDequeue(out var next) ? next : SourceColours.Neutral }),
            casebook.Sources
        );
        var last = casebook.Claims.Select(c => c.Order).DefaultIfEmpty().Max();
        var (head, known) = (casebook.Head, casebook.Head.Themes.Select(t => t.Key).ToHashSet());
        var themes = Themes.Where(t => !known.Contains(t.Key)).ToList();
        return Casebooks.Edits.Plan.Of([
            .. themes.Count == 0 ? Array.Empty<ItemChange>() : [new ItemChange(head, head with { Themes = [.. head.Themes, .. themes] })],
            .. Claims.Select((c, n) => new ItemChange(null, c with { Order = last + 1 + n })),
            .. placed.Select(s => new ItemChange(casebook.Sources.TryGet(s.Id, out var was) ? was : null, s)),
            .. Cells.GroupBy(c => c.Claim).Select(g => Coded(casebook.Claims[g.Key], g)).OfType<ItemChange>(),
        ]);
    }

    private static ItemChange? Coded(Claim claim, IEnumerable<CodedCell> cells)
    {
        var framings = claim.Framings.ToList();
        foreach (var cell in cells.Where(c => !Parts.Same(claim.Of(c.Next.Source), c.Next)))
            if (framings.FindIndex(f => f.Source == cell.Next.Source) is >= 0 and var place)
                framings[place] = cell.Next;
            else
                framings.Add(cell.Next);
        return framings.SequenceEqual(claim.Framings) ? null : new(claim, claim with { Framings = framings });
    }

    private IEnumerable<string> Gone(Casebook casebook)
    {
        if (Claims.Count > 0)
        {
            var asked = casebook.Claims.Select(c => Folding.Of(c.Question)).ToHashSet();
            foreach (var claim in Claims.Where(c => asked.Contains(Folding.Of(c.Question))))
                yield return $"“{claim.Question}”: somebody has asked this meanwhile. Nothing was taken in; look at the rows again.";
        }
        foreach (var theme in Themes)
            if (
                casebook.Head.Themes.FirstOrDefault(t => t.Key == theme.Key) is { } there
                && Folding.Of(there.Label) != Folding.Of(theme.Label)
            )
                yield return $"The theme “{there.Label}” was named meanwhile, in the place of “{theme.Label}”. Nothing was taken in; "
                    + "look at the rows again.";
        foreach (var cell in Cells)
            if (!casebook.Claims.TryGet(cell.Claim, out var claim) || !casebook.Sources.TryGet(cell.Next.Source, out var source))
                yield return "A claim or a source of these rows was removed meanwhile. Nothing was taken in; look at the rows again.";
            else if (claim.Of(source.Id) is var now && !Parts.Same(now, cell.Next) && !Parts.Same(now, cell.Base))
                yield return $"{claim.Question}, {source.Siglum}: somebody has coded this cell meanwhile. "
                    + "Nothing was taken in; look at it, and choose again.";
    }

    internal override IReadOnlyList<string> WriteBeside(Entry entry) =>
        Import is not { } id || Imports.TakenUp(entry, id) ? [] : [Imports.Gone];
}

/// <summary>A cell as it is to be coded; <paramref name="Base"/> is what stood there, null where nothing did.</summary>
public sealed record CodedCell(ClaimId Claim, Framing? Base, Framing Next);
