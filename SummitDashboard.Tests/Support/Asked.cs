using SummitDashboard.Reading;

namespace SummitDashboard.Tests.Support;

/// <summary>What an address asks for.</summary>
public static class Asked
{
    /// <summary>The reader of an address with these values; null and empty ones are left out.</summary>
    public static QueryReader For(params ReadOnlySpan<(string Name, string? Value)> values) => For([], values);

    /// <summary>The same; what is not understood is said in <paramref name="notices"/>.</summary>
    public static QueryReader For(ICollection<string> notices, params ReadOnlySpan<(string Name, string? Value)> values) =>
        new(Urls.With("", values), notices);
}
