using System.Collections.Frozen;
using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading;

/// <summary>The words of a text that carry something, by which a quotation is held against what a coder wrote.</summary>
public static class ContentWords
{
    private static readonly FrozenSet<string> Joining = FrozenSet.Create(
        "from",
        "with",
        "into",
        "over",
        "that",
        "this",
        "their",
        "they",
        "been",
        "have",
        "were"
    );

    /// <summary>
    /// Numbers, and words of more than three letters that do not merely join others, of two characters where the script has no small and
    /// large letters; each once, folded.
    /// </summary>
    public static IEnumerable<string> Of(string text) =>
        Words
            .Of(text)
            .SelectMany(w => w.Split(['-', '.', ':', '’', '\''], StringSplitOptions.RemoveEmptyEntries))
            .Where(w =>
                w.Length > 3 || char.IsDigit(w[0]) || (w.Length > 1 && char.GetUnicodeCategory(w[0]) == UnicodeCategory.OtherLetter)
            )
            .Select(Folding.Of)
            .Where(w => !Joining.Contains(w))
            .Distinct();

    /// <summary>Those of a quotation, and of its translation: claims are written in the casebook’s language.</summary>
    public static IEnumerable<string> Of(Quotation quotation) =>
        quotation.Translation is { } translation ? Of(quotation.Exact).Union(Of(translation.Text)) : Of(quotation.Exact);

    private static readonly Derived<Claim, Dictionary<SourceId, Quotation>> Known = new(claim =>
        claim
            .Framings.Where(f => f.Quotations.Count > 1)
            .DistinctBy(f => f.Source)
            .ToDictionary(f => f.Source, f => Carrying(claim, f) ?? Own(f).FirstOrDefault() ?? f.Quotations[0])
    );

    /// <summary>
    /// The quotation that stands for a telling where there is room for one only: the one that carries it (<see cref="Carrying"/>), else the
    /// first in its own stance. Null where nothing is quoted.
    /// </summary>
    public static Quotation? KeyQuotation(Claim claim, Framing framing) =>
        framing.Quotations switch
        {
            [] => null,
            [var only] => only,
            _ => Known.Of(claim)[framing.Source],
        };

    /// <summary>
    /// The first quotation in the telling's own stance that shares a word with the claim or with what the telling fills its slots with; one
    /// that shows the stance (it weakens, it cites) comes before one that does not. Whom a quotation cites says whose word it is and not
    /// what of, and does not count. Where the slots are empty there is nothing to hold it against; null where none carries.
    /// </summary>
    public static Quotation? Carrying(Claim claim, Framing framing)
    {
        var slots = framing.Aspects.SelectMany(a => Of(a.Text).Concat(Of(a.Value))).ToHashSet();
        var wanted = Of(claim.Statement).Concat(slots).ToHashSet();
        var carrying = Own(framing).Where(q => slots.Count == 0 || Of(q).Except(Of(q.Cites?.Other ?? "")).Any(wanted.Contains)).ToList();
        return carrying.Find(q => Shows(q, framing.Stance)) ?? carrying.FirstOrDefault();
    }

    private static IEnumerable<Quotation> Own(Framing framing) =>
        framing.Quotations.Where(q => (q.Stance ?? framing.Stance) == framing.Stance);

    private static bool Shows(Quotation q, Stance stance) =>
        stance switch
        {
            Stance.Hedges => q.Hedges.Count > 0 || q.Translation?.Hedges.Count > 0,
            Stance.Attributes => q.Cites is not null,
            _ => true,
        };
}
