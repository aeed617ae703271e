using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>What a channel may keep; the numbers are stored.</summary>
public enum ChannelPrivacy
{
    /// <summary>Messages are stored.</summary>
    Store = 1,

    /// <summary>Ids, times and states only; text and files pass through memory.</summary>
    PassThrough = 2,
}

/// <summary>One connected account on a platform, as stored: the secrets in <see cref="Settings"/> are encrypted.</summary>
public sealed record Channel
{
    public required ChannelId Id { get; init; }

    public required string Platform { get; init; }

    public required string Name { get; init; }

    public bool Enabled { get; init; } = true;

    public ChannelPrivacy Privacy { get; init; } = ChannelPrivacy.Store;

    /// <summary>A short webhook path of its own, with its leading slash; null for none.</summary>
    public string? Path { get; init; }

    /// <summary>Settings by name, secrets encrypted.</summary>
    public required JsonObject Settings { get; init; }

    public ConnectionState State { get; init; } = ConnectionState.Connecting;

    /// <summary>Why it stands as it does, and what to do; null when all is well.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A channel as every operator may see it.</summary>
public sealed record ChannelSummaryBody(
    ChannelId Id, string Platform, string Name, bool Enabled, ChannelPrivacy Privacy, ConnectionState State, string? Detail,
    IReadOnlyList<string> Capabilities, ChannelLimitsBody? Limits);
