namespace SummitDashboard.Text;

/// <summary>
/// Terms: the short values by which slots are compared, in any script. A term is a text as it is compared (<see cref="Folding.Of"/>), with
/// hyphens for spaces; nothing is cut, and two texts have the same term only where their folding is the same.
/// </summary>
public static class Terms
{
    /// <summary>The term of a text.</summary>
    public static string Of(string text) => Folding.Of(text).Replace(' ', '-');

    /// <summary>True for what is its own term: it is compared as it stands.</summary>
    public static bool IsTerm(string term) => term.Length > 0 && Of(term) == term;
}
