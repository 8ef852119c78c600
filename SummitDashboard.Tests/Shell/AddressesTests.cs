using Microsoft.Extensions.Configuration;
using SummitDashboard.Shell;

namespace SummitDashboard.Tests.Shell;

/// <summary>The address that is printed can be opened.</summary>
public sealed class AddressesTests
{
    [Theory]
    [
        InlineData("http://[::]:5080", "http://localhost:5080"),
        InlineData("http://0.0.0.0:80", "http://localhost"),
        InlineData("https://+:443", "https://localhost"),
        InlineData("http://*:8080", "http://localhost:8080")
    ]
    [
        InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080"),
        InlineData("http://summit.example.org:81", "http://summit.example.org:81"),
        InlineData("http://localhost:5080", "http://localhost:5080")
    ]
    public void ToOpen_AnyHost_IsOneThatABrowserFinds(string listening, string first)
    {
        var found = Addresses.ToOpen([listening], Settings());
        Assert.Equal(first, found[0]);
        Assert.All(found, a => Assert.DoesNotMatch(@"\[::\]|0\.0\.0\.0|[+*]", a));
    }

    [Fact]
    public void ToOpen_UnderAPath_NamesIt() =>
        Assert.Equal(["http://localhost:5080/summit"], Addresses.ToOpen(["http://localhost:5080"], Settings(("PathBase", "/summit"))));

    [Fact]
    public void ToOpen_WithAPublicAddress_NamesItFirst() =>
        Assert.Equal(
            ["https://x.example/summit", "http://127.0.0.1:5080/summit"],
            Addresses.ToOpen(["http://127.0.0.1:5080"], Settings(("PathBase", "summit"), ("Live:PublicUrl", "https://x.example/summit/")))
        );

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
}
