using SummitDashboard.Data.Database;

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

    /// <summary>Most open circuits of everybody who is not signed in, of one address, and of one person who is.</summary>
    public int Circuits { get; init; } = 500;
    public int CircuitsPerAddress { get; init; } = 200;
    public int CircuitsPerPerson { get; init; } = 50;

    /// <summary>
    /// Most circuits that are drawn at a time, of everybody who is not signed in, and of one address or person; and most messages of a
    /// circuit that wait.
    /// </summary>
    public int Drawings { get; init; } = Math.Max(2, Environment.ProcessorCount);
    public int DrawingsPerAddress { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);
    public int MessagesWaiting { get; init; } = 200;

    /// <summary>
    /// Most heavy reads (the past, exports) made at a time, by all and for one address, and most that wait for their turn.
    /// </summary>
    public int HeavyReads { get; init; } = 2;
    public int HeavyReadsPerAddress { get; init; } = 4;
    public int HeavyReadsWaiting { get; init; } = 40;

    /// <summary>Reads the settings. Throws <see cref="StartupException"/> for one that makes no sense.</summary>
    public static Limits From(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits").Get<Limits>() ?? new();
        return new[]
        {
            limits.Circuits,
            limits.CircuitsPerAddress,
            limits.CircuitsPerPerson,
            limits.Drawings,
            limits.DrawingsPerAddress,
            limits.MessagesWaiting,
            limits.HeavyReads,
            limits.HeavyReadsPerAddress,
            limits.HeavyReadsWaiting,
        }.All(n => n >= 1)
            ? limits
            : throw new StartupException("The settings under Limits are whole numbers from 1 on.");
    }
}
