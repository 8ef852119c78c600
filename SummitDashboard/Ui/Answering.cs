using Microsoft.JSInterop;

namespace SummitDashboard.Ui;

/// <summary>By it a page knows that what it sent before was done and drawn: what a circuit is sent keeps its order (presses.js).</summary>
public static class Answering
{
    /// <summary>Says so, and does nothing.</summary>
    [JSInvokable]
    public static void Answer() { }
}
