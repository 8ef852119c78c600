namespace SummitDashboard.Features.Help;

/// <summary>The keys that pages listen to, for the help page: where, which, and what happens.</summary>
public static class KeyTable
{
    public static readonly (string Where, string[] Keys, string What)[] All =
    [
        ("Everywhere", ["?"], "opens this page at the keys"),
        ("Everywhere", ["Esc"], "closes an open menu"),
        ("A claim", ["J", "K"], "next and previous claim"),
        ("A person", ["J", "K"], "next and previous person"),
        ("The list of people", ["↑", "↓"], "previous and next person, while the list has the focus"),
        ("Timeline", ["←", "→"], "previous and next event, while the timeline has the focus"),
        ("Timeline", ["+", "−"], "zooms in and out"),
    ];
}
