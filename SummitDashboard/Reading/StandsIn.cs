namespace SummitDashboard.Reading;

/// <summary>Where a page stands.</summary>
public enum Side
{
    /// <summary>In a casebook, as most do.</summary>
    Casebook,

    /// <summary>On the server, outside of every casebook.</summary>
    Server,

    /// <summary>In both.</summary>
    Both,
}

/// <summary>Says where a page stands, if not in a casebook.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StandsInAttribute(Side side) : Attribute
{
    public Side Side => side;
}
