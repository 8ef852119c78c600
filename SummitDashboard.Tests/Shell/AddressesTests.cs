using Microsoft.Extensions.Configuration;
using SummitDashboard.Shell;
using SummitDashboard.Tests.Support;

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
        var found = Addresses.ToOpen([listening], "", null);
        Assert.Equal(first, found[0]);
        Assert.All(found, a => Assert.DoesNotMatch(@"\[::\]|0\.0\.0\.0|[+*]", a));
    }

    [Fact]
    public void ToOpen_UnderAPath_NamesIt() =>
        Assert.Equal(["http://localhost:5080/summit"], Addresses.ToOpen(["http://localhost:5080"], "/summit", null));

    [Fact]
    public void ToOpen_WithAPublicAddress_NamesItFirst() =>
        Assert.Equal(
            ["https://x.example/summit", "http://127.0.0.1:5080/summit"],
            Addresses.ToOpen(["http://127.0.0.1:5080"], "/summit", "https://x.example/summit/")
        );

    [Theory]
    [InlineData(null, null, null, null, "http://localhost:5080")]
    [InlineData(null, null, "http://file:1", null, null)]
    [InlineData(null, null, null, "8080", null)]
    [InlineData("http://near:1", null, "http://file:1", null, "http://near:1")]
    [InlineData(null, "8080", "http://file:1", null, "")]
    [InlineData("http://near:1", "8080", null, "9090", "http://near:1")]
    public void ToListen_SaidNearerThanTheSettingsFile_WinsOverIt(
        string? nearUrls,
        string? nearPorts,
        string? fileUrls,
        string? filePorts,
        string? expected
    )
    {
        (string, string?)[] near = [("urls", nearUrls), ("http_ports", nearPorts)],
            file = [("urls", fileUrls), ("http_ports", filePorts)];
        var all = new ConfigurationBuilder()
            .AddConfiguration(SettingsOf.Configuration(file))
            .AddConfiguration(SettingsOf.Configuration([.. near.Where(n => n.Item2 is not null)]))
            .Build();
        Assert.Equal(expected, Addresses.ToListen(SettingsOf.Configuration(near), all));
    }
}
