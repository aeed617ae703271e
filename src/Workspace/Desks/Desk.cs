using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Desks;

/// <summary>One place outside the console where conversations are answered, as stored: the secrets in <see cref="Settings"/> are encrypted.</summary>
public sealed record Desk
{
    public required DeskId Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>A short webhook path of its own, with its leading slash; null for none.</summary>
    public string? Path { get; init; }

    /// <summary>The channels it serves; empty for all.</summary>
    public IReadOnlyList<ChannelId> ChannelIds { get; init; } = [];

    /// <summary>Settings by name, secrets encrypted.</summary>
    public required JsonObject Settings { get; init; }

    public ConnectionState State { get; init; } = ConnectionState.Connecting;

    /// <summary>Why it stands as it does, and what to do; null when all is well.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether conversations of this channel are its business.</summary>
    public bool Serves(ChannelId channel) => ChannelIds.Count == 0 || ChannelIds.Contains(channel);
}

/// <summary>A desk ready for use: its row, its kind, its settings in clear.</summary>
public sealed record LiveDesk(Desk Row, IDesk Kind, ChannelConnection Connection)
{
    /// <summary>Where its server calls.</summary>
    public string WebhookPath { get; } = Row.WebhookPath();
}
