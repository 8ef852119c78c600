using System.Net;
using System.Net.Sockets;

namespace SummitDashboard.Tests.Support;

/// <summary>Visitors from several addresses on one machine: the whole of 127.0.0.0/8 is its own.</summary>
public static class Loopback
{
    /// <summary>A handler whose connections come from this address.</summary>
    public static SocketsHttpHandler From(string address) =>
        new()
        {
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(address).MapToIPv6(), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
}
