using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Desks;

namespace Rozmova.Workspace.Channels;

/// <summary>A channel as it now stands, or why it does not.</summary>
internal readonly record struct ChannelResult(Channel? Channel, ProblemHttpResult? Problem)
{
    public static implicit operator ChannelResult(Channel channel) => new(channel, null);

    public static implicit operator ChannelResult(ProblemHttpResult problem) => new(null, problem);
}

/// <summary>Checks what an admin asks for and makes it so.</summary>
internal sealed class ChannelEditor(
    IChannelStore store, PlatformCatalogue platforms, SettingsReader settings, ChannelChanges changes, DeskDirectory desks,
    IOptions<RozmovaOptions> options, TimeProvider time)
{
    /// <summary>One that is not deleted.</summary>
    public async ValueTask<Channel?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await store.ListAsync(cancellationToken)).FirstOrDefault(channel => channel.Id.Value == id);

    public async ValueTask<ChannelResult> CreateAsync(NewChannelBody body, OperatorId actor, CancellationToken cancellationToken)
    {
        if (platforms.Find(body.Platform ?? "") is not { } platform)
        {
            return Problem.Invalid("platform", $"Must be one of: {string.Join(", ", platforms.All.Select(known => known.Key).Order())}.");
        }

        var now = time.GetStoredNow();
        var blank = new Channel
        {
            Id = new ChannelId(Guid.CreateVersion7(now)),
            Platform = platform.Key,
            Name = body.Name?.Trim() ?? "",
            Privacy = body.Privacy ?? ChannelPrivacy.Store,
            Path = body.Path,
            Enabled = body.Enabled ?? true,
            Settings = [],
            CreatedAt = now,
            UpdatedAt = now,
        };
        var merged = await settings.MergeAsync(platform.Settings, blank.Id.Value, [], body.Settings ?? [], cancellationToken);
        if ((ChannelRules.Check(blank, platform, options.Value) ?? merged.Problem) is { } problem)
        {
            return problem;
        }

        var created = WithFirstState(blank with { Settings = merged.Settings });
        return !IsDesks(created.Path) && await changes.CreateAsync(created, platform, actor, cancellationToken)
            ? await ConnectedAsync(created, cancellationToken)
            : PathTaken();
    }

    public async ValueTask<ChannelResult> ChangeAsync(
        Channel channel, ChannelChangeBody body, OperatorId actor, CancellationToken cancellationToken)
    {
        if (platforms.Find(channel.Platform) is not { } platform)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "platform-missing", "The platform of this channel is not installed.");
        }

        var merged = await settings.MergeAsync(platform.Settings, channel.Id.Value, channel.Settings, body.Settings ?? [], cancellationToken);
        var changed = WithFirstState(channel with
        {
            Name = body.Name?.Trim() ?? channel.Name,
            Privacy = body.Privacy ?? channel.Privacy,
            Path = body.HasPath ? body.Path : channel.Path,
            Enabled = body.Enabled ?? channel.Enabled,
            Settings = merged.Settings,
            UpdatedAt = time.GetStoredNow(),
        });
        if ((ChannelRules.Check(changed, platform, options.Value) ?? merged.Problem) is { } problem)
        {
            return problem;
        }

        return !IsDesks(changed.Path) && await changes.ChangeAsync(changed, platform, actor, cancellationToken)
            ? await ConnectedAsync(changed, cancellationToken)
            : PathTaken();
    }

    /// <summary>Remembers a menu that the platform has published. How the channel stands does not change by it.</summary>
    public async ValueTask KeepMenuAsync(
        LiveChannel channel, IReadOnlyList<MenuItem> items, OperatorId actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(channel.Row.Id.Value, cancellationToken) is not { } stored)
        {
            return; // deleted meanwhile
        }

        var settings = stored.Settings.DeepClone().AsObject();
        settings.Remove(MenuLines.Setting);
        if (items.Count > 0)
        {
            settings[MenuLines.Setting] = new JsonArray([.. MenuLines.Write(items).Select(line => JsonValue.Create(line))]);
        }

        var changed = stored with { Settings = settings, UpdatedAt = time.GetStoredNow() };
        await changes.ChangeAsync(changed, channel.Platform, actor, cancellationToken);
    }

    /// <summary>Asks the platform now.</summary>
    public async ValueTask<Channel> ConnectedAsync(Channel channel, CancellationToken cancellationToken)
    {
        await changes.ConnectAsync(channel.Id, cancellationToken);
        return await FindAsync(channel.Id.Value, cancellationToken) ?? channel;
    }

    /// <summary>What was found out with other settings says nothing of these.</summary>
    private static Channel WithFirstState(Channel channel) => channel with
    {
        State = channel.Enabled ? ConnectionState.Connecting : ConnectionState.Disabled,
        Detail = null,
    };

    private bool IsDesks(string? path) => path is not null && desks.FindByPath(path) is not null;

    private static ProblemHttpResult PathTaken() =>
        Problem.Of(StatusCodes.Status409Conflict, "path-taken", "Another channel or desk has this path.", ("field", "path"));
}
