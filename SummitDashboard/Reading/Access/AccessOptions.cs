using System.ComponentModel.DataAnnotations;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// The settings under <c>Access</c>: who may read what. Their words are taken in any case of letters; a word that is none of them is
/// refused, since what opens and closes is never guessed.
/// </summary>
public sealed class AccessOptions
{
    /// <summary>Who may read: <c>open</c>, everybody; or <c>signed-in</c>.</summary>
    [AllowedValues("open", "signed-in", ErrorMessage = "it is open or signed-in.")]
    public string Reading
    {
        get;
        set => field = Word(value, "open");
    } = "open";

    /// <summary>
    /// Who may read the supplied articles: <c>local</c>, signed-in people, and everybody on the machine itself; <c>signed-in</c>, these
    /// people only, for a proxy on the same machine that leaves no trace in what it passes on; <c>all</c>; or <c>none</c>.
    /// </summary>
    [AllowedValues(
        "local",
        "signed-in",
        "none",
        "all",
        ErrorMessage = "it is local (signed-in people, and the machine itself), signed-in, none or all."
    )]
    public string Texts
    {
        get;
        set => field = Word(value, "local");
    } = "local";

    /// <summary>Who may read the notes of presenters, on desk and paper, in downloads and in the history.</summary>
    [AllowedValues("presenters", "signed-in", "all", ErrorMessage = "it is presenters, signed-in or all.")]
    public string Notes
    {
        get;
        set => field = Word(value, "presenters");
    } = "presenters";

    /// <summary>True where the casebook is for signed-in people only.</summary>
    public bool IsClosed => Reading == "signed-in";

    private static string Word(string? said, string byDefault) =>
        said?.Trim().ToLowerInvariant() is { Length: > 0 } word ? word : byDefault;
}
