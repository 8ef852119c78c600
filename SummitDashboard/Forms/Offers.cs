using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace SummitDashboard.Forms;

/// <summary>A message of what was done, with a button, and its key, that takes it back or leads on.</summary>
public static class Offers
{
    /// <summary>How long it is shown, in milliseconds: long enough to read and to reach by keyboard.</summary>
    public const int Shown = 20_000;

    /// <summary>Shows it in the place of those before: what their key took back was done earlier.</summary>
    public static void Offer(this ISnackbar messages, RenderFragment said, string what, Func<Task> act)
    {
        messages.Clear();
        messages.Add(said, Severity.Normal, o =>
        {
            // One with a button would stay until it is pressed.
            (o.Action, o.VisibleStateDuration, o.RequireInteraction) = (what, Shown, false);
            o.OnClick = message =>
            {
                messages.Remove(message);
                return act();
            };
        });
    }

    /// <inheritdoc cref="Offer(ISnackbar, RenderFragment, string, Func{Task})"/>
    public static void Offer(this ISnackbar messages, string said, string what, Func<Task> act) =>
        messages.Offer(message => message.AddContent(0, said), what, act);
}
