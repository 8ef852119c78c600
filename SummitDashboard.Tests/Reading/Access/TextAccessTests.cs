using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Tests.Reading.Access;

public class TextAccessTests
{
    private static bool Grants(string? remote, string host, string texts = "local", string? header = null, ProxyOptions? proxies = null)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Host = new(host);
        if (header is not null)
            context.Request.Headers[header] = "x";
        context.RequestServices = new ServiceCollection().AddSingleton(proxies ?? new()).BuildServiceProvider();
        Arrival.Note(context, () => Task.CompletedTask);
        return new TextAccess(new() { Texts = texts }, null!, new(() => context.User)).Granted;
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:5080"), InlineData("::1", "[::1]:5080"), InlineData("127.0.0.1", "127.0.0.1")]
    public void Grants_OnTheMachineItself_IsTrue(string remote, string host) => Assert.True(Grants(remote, host));

    [Theory]
    [
        InlineData("10.0.0.7", "localhost"),
        InlineData("127.0.0.1", "example.org"),
        InlineData("127.0.0.1", "localhost.example.org"),
        InlineData(null, "localhost"),
        InlineData("127.0.0.1", "")
    ]
    public void Grants_FromElsewhereOrNowhere_IsFalse(string? remote, string host) => Assert.False(Grants(remote, host));

    [Theory]
    [
        InlineData("X-Forwarded-For"),
        InlineData("x-real-ip"),
        InlineData("Forwarded"),
        InlineData("Via"),
        InlineData("X-Forwarded-Host"),
        InlineData("X-Original-For"),
        InlineData("X-Original-Host"),
        InlineData("X-Original-Proto")
    ]
    public void Grants_PassedOnByAProxy_IsFalse(string header) => Assert.False(Grants("127.0.0.1", "localhost", header: header));

    /// <summary>A proxy that leaves no trace looks like the machine itself; that there is one is known from the settings.</summary>
    [Theory]
    [InlineData("10.0.0.5", ""), InlineData("", "/summit")]
    public void Grants_BehindAProxyThatLeavesNoTrace_IsFalse(string known, string path) =>
        Assert.False(Grants("127.0.0.1", "localhost", proxies: new() { Known = known, PathBase = path }));

    [Fact]
    public void Grants_ToAll_IsTrueForEverybody() => Assert.True(Grants("10.0.0.7", "example.org", "all"));

    [Fact]
    public void Grants_ToNone_IsFalseOnTheMachineItself() => Assert.False(Grants("127.0.0.1", "localhost", "none"));
}
