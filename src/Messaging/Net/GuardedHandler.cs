using System.Net;
using System.Net.Sockets;

namespace Rozmova.Messaging.Net;

/// <summary>HTTP towards addresses we did not choose: nothing is followed, remembered or sent through a proxy.</summary>
public static class GuardedHandler
{
    /// <summary>
    /// A handler that connects only to addresses the policy checked a moment ago. Checking and dialling the same addresses is
    /// what defeats a name that changes between the two.
    /// </summary>
    public static SocketsHttpHandler Create(AddressPolicy policy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(policy, context.DnsEndPoint, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(
        AddressPolicy policy, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await policy.ResolveAsync(target.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            // Nobody else knows the socket yet.
            socket.Dispose();
            throw;
        }
    }
}
