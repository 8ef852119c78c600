using MudBlazor;

namespace SummitDashboard.Shell;

/// <summary>
/// MudBlazor's theme in the desk's tokens. Colours are only a fallback here: <c>mud.css</c> maps the palette's variables to its own
/// tokens, which follow light and dark before any script has run.
/// </summary>
public static class Theme
{
    private static readonly string[] Sans = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Noto Sans KR", "sans-serif"];

    public static readonly MudTheme Desk = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B5560",
            Background = "#FAF9F5",
            Surface = "#FFFFFF",
            TextPrimary = "#1D1C1A",
            TextSecondary = "#5A564D",
            LinesDefault = "#DEDACF",
            Error = "#9B2226",
            Warning = "#8A4B00",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6FC3C9",
            Background = "#15161A",
            Surface = "#1D1F24",
            TextPrimary = "#ECEAE4",
            TextSecondary = "#B4B0A6",
            LinesDefault = "#363942",
            Error = "#F08C86",
            Warning = "#F0B35A",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Sans,
                FontSize = "15px",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
        },
    };
}
