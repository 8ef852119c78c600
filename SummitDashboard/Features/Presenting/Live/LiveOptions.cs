using SummitDashboard.Data;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>The settings under <c>Live</c>. What an address may do is measured for a lecture hall, which sits behind one.</summary>
public sealed record LiveOptions
{
    /// <summary>
    /// The address by which phones reach this server, such as <c>https://summit.example.org</c>; null: the one by which the presenter does.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>Most open streams of a session, of one address in it, and of one visitor's token.</summary>
    public int Streams { get; init; } = 10_000;
    public int StreamsPerAddress { get; init; } = 2_500;
    public int StreamsPerVisitor { get; init; } = 4;

    /// <summary>Most guesses of one token in ten seconds, and of a session in one.</summary>
    public int GuessesPerVisitor { get; init; } = 20;
    public int Guesses { get; init; } = 3_000;

    /// <summary>Most devices of one address whose guesses a session counts.</summary>
    public int VotersPerAddress { get; init; } = 1_000;

    /// <summary>
    /// Most codes that nobody has given out, tried from one address in a minute. Beyond it every code is answered alike until the minute is
    /// over.
    /// </summary>
    public int Misses { get; init; } = 100;

    /// <summary>How long a driver may be gone, in seconds, before another presenter can take the wheel.</summary>
    public int AwaySeconds { get; init; } = 15;

    /// <summary>Hours without a move after which a session ends by itself.</summary>
    public int Hours { get; init; } = 12;

    /// <summary>Reads the settings. Throws <see cref="StartupException"/> for one that makes no sense.</summary>
    public static LiveOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection("Live").Get<LiveOptions>() ?? new();
        if (options.PublicUrl is { Length: > 0 } url && !Domain.CodebookRules.IsWebAddress(url))
            throw new StartupException($"Live:PublicUrl is “{url}”; it is a web address such as https://summit.example.org, or left out.");
        if (
            new[]
            {
                options.Streams,
                options.StreamsPerAddress,
                options.StreamsPerVisitor,
                options.VotersPerAddress,
                options.GuessesPerVisitor,
                options.Guesses,
                options.Misses,
                options.AwaySeconds,
                options.Hours,
            }.Any(n => n < 1)
        )
            throw new StartupException("The limits under Live are whole numbers from 1 on.");
        return options;
    }
}
