using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace SummitDashboard.Shell;

/// <summary>Where a browser finds the server, of where it listens.</summary>
public static class Addresses
{
    /// <summary>
    /// Where to listen, said as everywhere: <c>--urls</c>, <c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c>, <c>Kestrel:Endpoints</c>,
    /// <c>Urls</c>. The settings file gives way to the environment, and our own address is for where nothing is said.
    /// </summary>
    /// <param name="nearer">What the environment and the arguments say.</param>
    /// <param name="all">The same over the settings file.</param>
    /// <returns>What to listen on; “” where ports are named instead, and null where the framework finds it by itself.</returns>
    public static string? ToListen(IConfiguration nearer, IConfiguration all)
    {
        if (nearer[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
            return urls;
        if (HasPorts(nearer))
            return "";
        var isSaid =
            HasPorts(all)
            || !string.IsNullOrEmpty(all[WebHostDefaults.ServerUrlsKey])
            || all.GetSection("Kestrel:Endpoints").GetChildren().Any();
        return isSaid ? null : "http://localhost:5080";

        static bool HasPorts(IConfiguration from) =>
            !string.IsNullOrEmpty(from[WebHostDefaults.HttpPortsKey]) || !string.IsNullOrEmpty(from[WebHostDefaults.HttpsPortsKey]);
    }

    /// <summary>
    /// Addresses that can be opened, without a slash at the end: the public one first, where <c>Live:PublicUrl</c> names it. “Every address
    /// of this machine” (<c>[::]</c>, <c>0.0.0.0</c>, <c>+</c>, <c>*</c>) is <c>localhost</c> here, and by its address for the others in
    /// the network.
    /// </summary>
    public static IReadOnlyList<string> ToOpen(IEnumerable<string> listening, string pathBase, string? publicUrl)
    {
        var own = listening.SelectMany(Open).Select(a => a + pathBase).Distinct();
        return publicUrl is { Length: > 0 } known ? [known.TrimEnd('/'), .. own] : [.. own.DefaultIfEmpty("http://localhost")];
    }

    private static IEnumerable<string> Open(string address)
    {
        var parsed = BindingAddress.Parse(address);
        if (parsed.IsUnixPipe || parsed.IsNamedPipe)
            return [address];
        if (parsed.Host is not ("[::]" or "0.0.0.0" or "+" or "*"))
            return [address.TrimEnd('/')];
        return new[] { "localhost" }
            .Concat(InTheNetwork())
            .Select(host => $"{parsed.Scheme}://{host}{(parsed.Port == (parsed.Scheme == "https" ? 443 : 80) ? "" : $":{parsed.Port}")}");
    }

    // The address by which others reach this machine: that of a network with a way out, if there is one.
    private static IEnumerable<string> InTheNetwork() =>
        from card in NetworkInterface.GetAllNetworkInterfaces()
        where card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback
        let way = card.GetIPProperties()
        where way.GatewayAddresses.Count > 0
        from address in way.UnicastAddresses
        where address.Address.AddressFamily == AddressFamily.InterNetwork
        select address.Address.ToString();
}
