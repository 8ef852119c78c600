using System.ComponentModel.DataAnnotations;
using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>The settings under <c>Live</c>. What an address may do is measured for a lecture hall, which sits behind one.</summary>
public sealed record LiveOptions : IValidatableObject
{
    /// <summary>
    /// The address by which phones reach this server, such as <c>https://summit.example.org</c>; null: the one by which the presenter does.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>Most open streams of a session.</summary>
    [AtLeastOne]
    public int Streams { get; init; } = 10_000;

    /// <summary>Most open streams of one address in a session.</summary>
    [AtLeastOne]
    public int StreamsPerAddress { get; init; } = 2_500;

    /// <summary>Most open streams of one visitor’s token.</summary>
    [AtLeastOne]
    public int StreamsPerVisitor { get; init; } = 4;

    /// <summary>Most guesses of one token in ten seconds.</summary>
    [AtLeastOne]
    public int GuessesPerVisitor { get; init; } = 20;

    /// <summary>Most guesses of a session in one second.</summary>
    [AtLeastOne]
    public int Guesses { get; init; } = 3_000;

    /// <summary>Most devices of one address whose guesses a session counts.</summary>
    [AtLeastOne]
    public int VotersPerAddress { get; init; } = 1_000;

    /// <summary>
    /// Most codes that nobody has given out, tried from one address in a minute. Beyond it every code is answered alike until the minute is
    /// over.
    /// </summary>
    [AtLeastOne]
    public int Misses { get; init; } = 100;

    /// <summary>How long a driver may be gone, in seconds, before another presenter can take the wheel.</summary>
    [AtLeastOne]
    public int AwaySeconds { get; init; } = 15;

    /// <summary>Hours without a move after which a session ends by itself.</summary>
    [AtLeastOne]
    public int Hours { get; init; } = 12;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { Length: > 0 } url && !CodebookRules.IsWebAddress(url))
            yield return new("it is a web address such as https://summit.example.org, or left out.", [nameof(PublicUrl)]);
    }
}
