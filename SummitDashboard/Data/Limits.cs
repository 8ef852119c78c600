namespace SummitDashboard.Data;

/// <summary>
/// The settings under <c>Limits</c>: what whoever comes unasked may hold of the server. A limit bounds the resource and not the answer: a
/// page can be read where no circuit is to be had. An address is a house or a lecture hall, so its share is a hall’s.
/// </summary>
public sealed record Limits
{
    /// <summary>Longest message of a circuit, in bytes: a note five times too long, so that it can be said to be so, and twice, since
    /// Blazor sends a field’s value with the event and beside it. Longer things travel by HTTP.</summary>
    public const int Message = 512 * 1024;

    /// <summary>Largest form, in bytes, but for the one that takes articles.</summary>
    public const int Form = 256 * 1024;

    /// <summary>Most open circuits of everybody who is not signed in.</summary>
    [AtLeastOne]
    public int Circuits { get; init; } = 500;

    /// <summary>Most open circuits of one address.</summary>
    [AtLeastOne]
    public int CircuitsPerAddress { get; init; } = 200;

    /// <summary>Most open circuits of one person who is signed in.</summary>
    [AtLeastOne]
    public int CircuitsPerPerson { get; init; } = 50;

    /// <summary>Most circuits that are drawn at a time, of everybody who is not signed in.</summary>
    [AtLeastOne]
    public int Drawings { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Most circuits of one address or person that are drawn at a time.</summary>
    [AtLeastOne]
    public int DrawingsPerAddress { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Most messages of one circuit that wait.</summary>
    [AtLeastOne]
    public int MessagesWaiting { get; init; } = 200;

    /// <summary>Most heavy reads (the past, exports) made at a time.</summary>
    [AtLeastOne]
    public int HeavyReads { get; init; } = 2;

    /// <summary>Most heavy reads made at a time for one address, or one person; further ones wait behind these.</summary>
    [AtLeastOne]
    public int HeavyReadsPerAddress { get; init; } = 1;

    /// <summary>Most heavy reads that wait for their turn.</summary>
    [AtLeastOne]
    public int HeavyReadsWaiting { get; init; } = 40;
}
