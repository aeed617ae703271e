using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Rozmova.Platforms.WebChat;

/// <summary>So many at once, and one more each interval.</summary>
internal sealed record Allowance(int Burst, TimeSpan Interval);

/// <summary>
/// How much visitors may do, each and per address. What counts is one time per key: when its next piece would be due if it
/// always kept to the interval. Kept on each node, as its purpose is to protect that node.
/// </summary>
internal sealed class VisitorLimits(TimeProvider time)
{
    /// <summary>Messages and presses of one visitor.</summary>
    public static readonly Allowance Messages = new(15, TimeSpan.FromSeconds(1));

    /// <summary>Receipts and pages of history of one visitor.</summary>
    public static readonly Allowance Signs = new(30, TimeSpan.FromMilliseconds(500));

    /// <summary>Typing of one visitor.</summary>
    public static readonly Allowance Typing = new(2, TimeSpan.FromSeconds(2));

    /// <summary>Frames of any kind of one visitor: no widget comes near it.</summary>
    public static readonly Allowance Frames = new(200, TimeSpan.FromMilliseconds(50));

    /// <summary>Files of one visitor.</summary>
    public static readonly Allowance Files = new(10, TimeSpan.FromSeconds(6));

    /// <summary>Messages and files from one address, behind which an office may be.</summary>
    public static readonly Allowance AddressMessages = new(150, TimeSpan.FromMilliseconds(100));

    /// <summary>Visitors that begin at one address.</summary>
    public static readonly Allowance AddressVisitors = new(100, TimeSpan.FromSeconds(6));

    /// <summary>Sockets and settings asked for from one address.</summary>
    public static readonly Allowance AddressRequests = new(120, TimeSpan.FromMilliseconds(200));

    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<(Allowance, string), DateTimeOffset> _due = [];

    /// <summary>Null when it may be, and then it counts; else how long to wait.</summary>
    public TimeSpan? Take(Allowance allowance, string key)
    {
        var now = time.GetUtcNow();
        while (true)
        {
            var known = _due.TryGetValue((allowance, key), out var due);
            due = known ? due : now;
            var wait = due - (allowance.Interval * (allowance.Burst - 1)) - now;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            var next = (due > now ? due : now) + allowance.Interval;
            if (known ? _due.TryUpdate((allowance, key), next, due) : _due.TryAdd((allowance, key), next))
            {
                Forget(now);
                return null;
            }
        }
    }

    /// <summary>What counts as one address: of IPv6 the /64, within which a single machine picks its own.</summary>
    public static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>Who has their whole burst again need not be remembered.</summary>
    private void Forget(DateTimeOffset now)
    {
        if (_due.Count <= MostRemembered)
        {
            return;
        }

        foreach (var pair in _due.Where(pair => pair.Value <= now))
        {
            _due.TryRemove(pair);
        }
    }
}
