using System.Buffers;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>What pages call a source, proposed from its title: the title itself where it is short, else its beginning.</summary>
public static class ShortName
{
    /// <summary>Most words of one.</summary>
    public const int MostWords = 5;

    private const int FewestWords = 2;
    private static readonly SearchValues<char> Pauses = SearchValues.Create(":;,.…?!–—|：；，。、？！،؛؟");
    private static readonly SearchValues<char> Opening = SearchValues.Create("“„«‹「『《〈\"(（[");

    /// <summary>
    /// Ends where the title pauses or begins to quote, if that is within its first words; else between two words that stand apart, behind
    /// none that belongs to the next.
    /// </summary>
    public static string Of(string title)
    {
        title = Icu.Compose(title).Trim();
        if (Words.In(title) is not { Count: > MostWords } words)
            return title;
        var (least, most) = (words[FewestWords - 1].End, words[MostWords - 1].End);
        var pause = title.AsSpan(0, most + 1).LastIndexOfAny(Pauses);
        if (pause >= least)
            return title[..pause].TrimEnd();
        var quote = title.AsSpan(0, most).LastIndexOfAny(Opening);
        if (quote >= least)
            return title[..quote].TrimEnd();
        // What follows without a space belongs to the last word: a unit to its number, a particle to its noun.
        var space = title.AsSpan(0, most).LastIndexOf(' ');
        return space >= least && char.IsLetterOrDigit(title[most]) ? title[..space].TrimEnd() : title[..most];
    }
}
