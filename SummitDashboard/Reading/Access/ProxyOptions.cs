using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SummitDashboard.Reading.Access;

/// <summary>What stands before the server: the path under which it is found, and the proxies that are believed.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    /// <summary>The path under which the app stands, such as <c>/summit</c>, or "" for the host’s root.</summary>
    [RegularExpression(
        "(/[A-Za-z0-9._~-]+)+",
        ErrorMessage = "it is a path such as /summit (letters, digits, . _ ~ - and slashes between), or left out."
    )]
    public string PathBase
    {
        get;
        set => field = (value ?? "").Trim().Trim('/') is { Length: > 0 } path ? "/" + path : "";
    } = "";

    /// <summary>Addresses and networks of proxies on other machines: <c>10.0.0.5, 172.16.0.0/12</c>.</summary>
    [ConfigurationKeyName("Proxies:Known")]
    public string Known { get; set; } = "";

    /// <summary>The addresses among them.</summary>
    public IEnumerable<IPAddress> Addresses() =>
        Parts().Select(part => IPAddress.TryParse(part, out var address) ? address : null).OfType<IPAddress>();

    /// <summary>The networks among them.</summary>
    public IEnumerable<IPNetwork> Networks() =>
        from part in Parts()
        where !IPAddress.TryParse(part, out _) && IPNetwork.TryParse(part, out _)
        select IPNetwork.Parse(part);

    /// <summary>Whether a proxy is known to stand before the server.</summary>
    public bool IsNamed() => PathBase.Length > 0 || Parts().Length > 0;

    private string[] Parts() =>
        (Known ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) =>
        from part in Parts()
        where !IPAddress.TryParse(part, out _) && !IPNetwork.TryParse(part, out _)
        select new ValidationResult($"“{part}” in it is no address or network, such as 10.0.0.5 or 172.16.0.0/12.", [nameof(Known)]);
}
