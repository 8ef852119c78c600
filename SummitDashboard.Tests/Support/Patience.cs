using System.Runtime.CompilerServices;
using Bunit;

namespace SummitDashboard.Tests.Support;

/// <summary>How long component tests wait for what must come: a busy machine is no failure.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Begin() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
