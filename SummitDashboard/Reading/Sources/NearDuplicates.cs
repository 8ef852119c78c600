using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Sources;

/// <summary>A source whose wording a text shares, and how much of it.</summary>
public sealed record NearDuplicate(Source Source, SharedWording Shared, IReadOnlyList<SharedRun> Runs, IReadOnlyList<string> Paragraphs)
{
    /// <summary>True where nearly all of one stands in the other.</summary>
    public bool IsNearlyTheSame => Math.Max(Shared.OfThis, Shared.OfOther) >= NearDuplicates.NearlyTheSame;
}

/// <summary>Sources that share their wording with a text: the same report twice, or one agency behind both.</summary>
public static class NearDuplicates
{
    /// <summary>From this share of shingles on two texts are nearly the same.</summary>
    public const double NearlyTheSame = 0.8;

    /// <summary>Less than this is what two reports of one event share anyhow: names, titles, a quotation.</summary>
    public const double Least = 0.05;

    private static readonly Derived<ArticleText, IReadOnlySet<ulong>> Shingles = new(t => SharedWording.ShinglesOf(t.Paragraphs));

    /// <summary>Those of which a text’s prose shares enough to tell, the most first.</summary>
    /// <param name="prose">The text’s paragraphs; one that is boilerplate is left empty.</param>
    /// <param name="texts">The text of a source, where it is here and may be read.</param>
    public static IReadOnlyList<NearDuplicate> Of(IReadOnlyList<string> prose, Casebook casebook, Func<Source, ArticleText?> texts)
    {
        var own = SharedWording.ShinglesOf(prose);
        return
        [
            .. from source in casebook.Sources
            let text = texts(source)
            where text is not null
            let shared = SharedWording.Between(own, Shingles.Of(text))
            where Math.Max(shared.OfThis, shared.OfOther) >= Least
            orderby Math.Max(shared.OfThis, shared.OfOther) descending
            select new NearDuplicate(source, shared, SharedWording.Runs(prose, text.Paragraphs), text.Paragraphs),
        ];
    }
}
