using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Desks;

/// <summary>A desk as admins see it, its secrets masked. <paramref name="Waiting"/> is how many pieces of work it has yet to do.</summary>
public sealed record DeskBody(
    DeskId Id, string Kind, string Name, bool Enabled, string? Path, string WebhookPath, IReadOnlyList<ChannelId> ChannelIds,
    ConnectionState State, string? Detail, long Waiting, JsonObject Settings, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A new desk as asked for.</summary>
public sealed record NewDeskBody(
    string? Kind, string? Name, string? Path, bool? Enabled, IReadOnlyList<ChannelId>? ChannelIds, JsonObject? Settings);

/// <summary>A change of a desk: what is absent stays. Settings are merged.</summary>
public sealed record DeskChangeBody
{
    public string? Name { get; init; }

    public bool? Enabled { get; init; }

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

    public IReadOnlyList<ChannelId>? ChannelIds { get; init; }

    public JsonObject? Settings { get; init; }

    /// <summary>Whether the request names the path at all: absent and null mean different things.</summary>
    internal bool HasPath { get; private set; }
}

/// <summary>From what is stored to what is shown.</summary>
internal static class DeskMapping
{
    /// <summary>Where its server calls a desk.</summary>
    public static string WebhookPath(this Desk desk) => $"/api/v1/communications/desks/{desk.Kind}/{desk.Id}";

    public static DeskBody ToBody(this Desk desk, IDesk? kind, long waiting) => new(
        desk.Id, desk.Kind, desk.Name, desk.Enabled, desk.Path, desk.WebhookPath(), desk.ChannelIds, desk.State, desk.Detail, waiting,
        ChannelSettings.Mask(desk.Settings, kind?.Settings), desk.CreatedAt, desk.UpdatedAt);
}
