namespace SummitDashboard.Ui;

/// <summary>
/// Whether a reader has translations come before the original: a cookie that <c>shell.js</c> sets, as with light and dark
/// (<see cref="ThemeChoice"/>).
/// </summary>
public static class TranslationChoice
{
    /// <summary>"first", for <c>data-translation</c> on the root; null where the original comes first.</summary>
    public static string? Of(HttpContext? context) => context?.Request.Cookies["translation"] == "first" ? "first" : null;
}
