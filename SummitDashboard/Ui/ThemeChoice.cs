namespace SummitDashboard.Ui;

/// <summary>What the switch between light and dark remembers: a cookie (set by <c>theme.js</c>), so that a page is sent in the reader's
/// choice and no script stands before its first paint. Without one the page follows the system, by <c>light-dark()</c> in
/// app.css.</summary>
public static class ThemeChoice
{
    /// <summary>"light" or "dark", for <c>data-theme</c> on the root; null where nothing was chosen, or nothing that we know.</summary>
    public static string? Of(HttpContext? context) =>
        context?.Request.Cookies["theme"] is ("light" or "dark") and var choice ? choice : null;
}
