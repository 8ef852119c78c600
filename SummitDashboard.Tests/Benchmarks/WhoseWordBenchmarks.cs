using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>Whose word is proposed for the quotations of the shipped casebook, beside whom its coders cite.</summary>
public sealed class WhoseWordBenchmarks
{
    [Fact(Explicit = true)]
    public void WhoseWord_OfTheShippedQuotations_IsThatOfTheCoding()
    {
        var texts = TextLibrary.ReadFolder(Repo.TextsOrSkip());
        var casebook = Repo.Casebook;
        var names = CitedNames.Of(casebook);
        var all = (
            from claim in casebook.Claims
            from framing in claim.Framings
            where casebook.Sources.TryGet(framing.Source, out _)
            let source = casebook.Sources[framing.Source]
            where texts.ContainsKey(source.Article.Sha256)
            let text = texts[source.Article.Sha256]
            let words = DefaultWords.For(casebook.Head, source.Language?.Value ?? casebook.Head.Language)
            where words is not null
            from quotation in framing.Quotations
            let span = text.Find(quotation)
            where span is not null
            let paragraph = text.Paragraphs[quotation.Paragraph - 1]
            let proposal = MarkProposal.Of(casebook, words, paragraph, span.Value, text.Paragraphs.Take(quotation.Paragraph - 1))
            select (quotation.Exact, Coded: quotation.Cites is { } cites ? names.Of(cites).Name : null, Proposed: Names(proposal))
        ).ToList();
        var cited = all.Where(q => q.Coded is not null).ToList();
        var table = new Table("Whose word is proposed", "quotations", "all", "somebody proposed", "as coded");
        table.Row(
            "with somebody cited",
            cited.Count,
            cited.Count(q => q.Proposed.Count > 0),
            cited.Count(q => q.Proposed.Contains(q.Coded!))
        );
        table.Row("with nobody cited", all.Count - cited.Count, all.Count(q => q.Coded is null && q.Proposed.Count > 0), "–");
        table.Print();
        var others = new Table("Where the two differ", "words", "cited", "proposed");
        foreach (var (exact, coded, proposed) in all)
            if (coded is null ? proposed.Count > 0 : !proposed.Contains(coded))
                others.Row(exact, coded ?? "–", proposed.Count > 0 ? string.Join(" or ", proposed) : "–");
        others.Print();

        List<string> Names(MarkProposal proposal) =>
            [.. proposal.Parties.Select(p => p.Actor is { } id ? casebook.Actors[id].Name : p.Other!)];
    }
}
