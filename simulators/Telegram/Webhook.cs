using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;

namespace Rozmova.Simulators.Telegram;

/// <summary>Where a bot wants its updates pushed.</summary>
public sealed record Webhook
{
    public required Uri Url { get; init; }

    public string? SecretToken { get; init; }

    public int MaxConnections { get; init; } = 40;

    public string? IpAddress { get; init; }

    /// <summary>The self-signed certificate the bot uploaded; deliveries then trust it and nothing else.</summary>
    public X509Certificate2? Certificate { get; init; }
}

/// <summary>Which kinds of update a bot has asked for.</summary>
internal static class UpdateKinds
{
    /// <summary>These come only to those who name them.</summary>
    private static readonly FrozenSet<string> OnlyOnRequest =
        FrozenSet.Create("chat_member", "message_reaction", "message_reaction_count");

    public static bool IsWanted(string kind, IReadOnlyCollection<string> allowed) =>
        allowed.Count == 0 ? !OnlyOnRequest.Contains(kind) : allowed.Contains(kind);
}
