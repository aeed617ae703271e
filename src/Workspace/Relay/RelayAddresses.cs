using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Relay;

/// <summary>
/// What an address leads to: a file in memory, or the file of a message, still at its platform. Where that is there is known here, as
/// whoever was given the address may fetch the file after memory has let the message go.
/// </summary>
internal sealed record RelayedTarget(MediaId? File, MessageId? Message, Attachment? Attached)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RelayedTarget);
}

/// <summary>
/// Addresses under our public one by which a file that is stored nowhere can be fetched once. Nobody can guess one, and none outlives an
/// hour, a download or the process. Bounded: the oldest makes room.
/// </summary>
internal sealed class RelayAddresses(IOptions<RozmovaOptions> options, TimeProvider time)
{
    /// <summary>What they begin with below the root.</summary>
    public const string Prefix = "m";

    private const int Most = 10_000;
    private const int TokenBytes = 32;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RelayedTarget> _targets = [];
    private readonly Queue<(string Token, DateTimeOffset Until)> _byAge = [];

    /// <summary>A new address of a file in memory; null while we have no public one ourselves.</summary>
    public Uri? Create(MediaId file) => Create(new RelayedTarget(file, null, null));

    /// <summary>A new address of the file a message has; null likewise.</summary>
    public Uri? Create(MessageId message, Attachment attached) => Create(new RelayedTarget(null, message, attached));

    /// <summary>What an address of ours leads to while it holds.</summary>
    public bool TryFind(string token, [NotNullWhen(true)] out RelayedTarget? target)
    {
        lock (_gate)
        {
            RemoveExpired(Most);
            return _targets.TryGetValue(token, out target);
        }
    }

    /// <summary>It was used.</summary>
    public void Remove(string token)
    {
        lock (_gate)
        {
            _targets.Remove(token);
        }
    }

    private Uri? Create(RelayedTarget target)
    {
        if (options.Value.PublicAddress is not { } root)
        {
            return null;
        }

        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        lock (_gate)
        {
            RemoveExpired(Most - 1);
            _targets.Add(token, target);
            _byAge.Enqueue((token, time.GetUtcNow() + Lifetime));
        }

        return new Uri(root, $"{Prefix}/{token}");
    }

    private void RemoveExpired(int most)
    {
        var now = time.GetUtcNow();
        while (_byAge.TryPeek(out var oldest) && (oldest.Until <= now || _byAge.Count > most))
        {
            _targets.Remove(_byAge.Dequeue().Token);
        }
    }
}
