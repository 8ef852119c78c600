using Microsoft.AspNetCore.Components;

namespace SummitDashboard.Ui;

/// <summary>The address of the page that is drawn.</summary>
public static class PageAddress
{
    /// <summary>The page that the browser's address names, relative to the base; without what follows <c>#</c>.</summary>
    public static string Here(this NavigationManager navigation) => navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];
}
