using Microsoft.JSInterop;

namespace SummitDashboard.Ui;

/// <summary>By it a page knows that what it sent before was done and drawn: what a circuit is sent keeps its order (presses.js).</summary>
public static class Answering
{
    /// <summary>Says so, and does nothing.</summary>
    [JSInvokable]
    public static void Answer() { }

    /// <summary>So does this of a field that tells what was typed in it (typing.js).</summary>
    [JSInvokable]
    public static Heard Hear(int number) => new(number);

    /// <summary>What was said before this number is done and drawn.</summary>
    public sealed record Heard(int FieldNumber);
}
