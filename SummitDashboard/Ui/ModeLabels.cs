using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>
/// How a source mentions an event: the mode's sign and its word, told apart by shape. Fixed markup, since the timeline's lists hold
/// hundreds.
/// </summary>
public static class ModeLabels
{
    public static MarkupString Of(MentionMode mode) =>
        new(
            mode switch
            {
                MentionMode.Anticipated => """<span aria-hidden="true">○</span> anticipated""",
                MentionMode.Reported => """<span aria-hidden="true">●</span> reported""",
                MentionMode.Recalled => """<span aria-hidden="true">◐</span> recalled""",
                _ => """<span aria-hidden="true">◌</span> attributed""",
            }
        );
}
