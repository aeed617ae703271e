using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>A channel as admins see it, its secrets masked.</summary>
public sealed record ChannelBody(
    ChannelId Id, string Platform, string Name, bool Enabled, ChannelPrivacy Privacy, string? Path, string WebhookPath,
    ConnectionState State, string? Detail, IReadOnlyList<string> Capabilities, ChannelLimitsBody? Limits, JsonObject Settings, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>A new channel as asked for.</summary>
public sealed record NewChannelBody(
    string? Platform, string? Name, ChannelPrivacy? Privacy, string? Path, bool? Enabled, JsonObject? Settings);

/// <summary>A change of a channel: what is absent stays. Settings are merged.</summary>
public sealed record ChannelChangeBody
{
    public string? Name { get; init; }

    public bool? Enabled { get; init; }

    public ChannelPrivacy? Privacy { get; init; }

    /// <summary>Null takes it away.</summary>
    public string? Path
    {
        get;
        set
        {
            field = value;
            HasPath = true;
        }
    }

    public JsonObject? Settings { get; init; }

    /// <summary>Whether the request names the path at all: absent and null mean different things.</summary>
    internal bool HasPath { get; private set; }
}

/// <summary>From what is stored to what is shown.</summary>
internal static class ChannelMapping
{
    /// <summary>Where the platform calls a channel.</summary>
    public static string WebhookPath(this Channel channel) => $"/api/v1/communications/webhooks/{channel.Platform}/{channel.Id}";

    public static ChannelBody ToBody(this Channel channel, IPlatform? platform) => new(
        channel.Id, channel.Platform, channel.Name, channel.Enabled, channel.Privacy, channel.Path, channel.WebhookPath(), channel.State,
        channel.Detail, channel.Abilities(platform), ChannelLimitsBody.Of(platform, channel.Abilities(platform)),
        ChannelSettings.Mask(channel.Settings, platform?.Settings), channel.CreatedAt, channel.UpdatedAt);

    public static ChannelSummaryBody ToSummary(this Channel channel, IPlatform? platform) => new(
        channel.Id, channel.Platform, channel.Name, channel.Enabled, channel.Privacy, channel.State, channel.Detail,
        channel.Abilities(platform), ChannelLimitsBody.Of(platform, channel.Abilities(platform)));

    /// <summary>What this channel can, which may be less than its platform.</summary>
    private static IReadOnlyList<string> Abilities(this Channel channel, IPlatform? platform) => platform?.Capabilities switch
    {
        null => [],
        { ChosenBy: { } setting } limits when channel.Settings[setting] is JsonArray listed =>
            limits.NamesWith([.. listed.Select(item => item!.GetValue<string>())]),
        var limits => limits.NamesWith([]),
    };
}
