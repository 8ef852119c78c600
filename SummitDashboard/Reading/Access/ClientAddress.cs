using System.Net.Sockets;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Whom a limit by address is for: an IPv4 address, or the first half of an IPv6 one, of which a single visitor has the whole rest.
/// </summary>
public static class ClientAddress
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
