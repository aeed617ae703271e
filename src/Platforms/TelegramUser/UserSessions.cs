using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// The sessions this process holds. One is opened by the channel's poller, which only one process of the installation runs, and closed
/// when that poller stops.
/// </summary>
internal sealed class UserSessions(
    ITdJson td, TdClients clients, IOptions<TelegramUserOptions> options, IDataProtectionProvider protection, TimeProvider time,
    ILogger<UserSessions> logger) : IAsyncDisposable
{
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<ChannelId, Held> _held = [];
    private readonly ConcurrentDictionary<ChannelId, bool> _deleted = [];
    private readonly Pulse _opened = new();

    /// <summary>Why there can be none, as a sentence; null when there can.</summary>
    public string? Missing => td.Missing;

    /// <summary>The session of a channel, if it is here.</summary>
    public UserSession? Find(ChannelId channel) => _held.GetValueOrDefault(channel)?.Session is { IsOver: false } session ? session : null;

    /// <summary>The same, waiting a few seconds for it to be opened and to know where its sign-in stands.</summary>
    public async Task<UserSession?> WaitForAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestOpening, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        while (!stop.IsCancellationRequested)
        {
            var next = _opened.Next;
            if (Find(channel) is { } session)
            {
                await session.UntilAsync(() => session.Step is not null, stop.Token);
                return session;
            }

            await next.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    /// <summary>The channel's session, opened if need be. It lives until <paramref name="lease"/> is cancelled.</summary>
    public async ValueTask<UserSession> OpenAsync(ChannelConnection channel, CancellationToken lease)
    {
        var held = _held.GetValueOrDefault(channel.Id);
        if (held is not null && !held.Session.IsOver && ReferenceEquals(held.Session.Channel, channel) && held.Lease == lease)
        {
            return held.Session;
        }

        await CloseAsync(held);
        lease.ThrowIfCancellationRequested();
        if (_deleted.ContainsKey(channel.Id))
        {
            throw new OperationCanceledException("The channel was deleted."); // its poller is about to hear of it
        }

        var session = New(channel);
        _held[channel.Id] = new Held(session, lease.UnsafeRegister(_ => _ = session.CloseAsync(), null), lease);
        session.Begin();
        _opened.Beat();
        return session;
    }

    /// <summary>Signs a deleted channel out, from a session of its own as the poller's has been told to close, and removes its folder.</summary>
    public async Task LogOutAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        _deleted[channel.Id] = true;
        _held.TryRemove(channel.Id, out var held);
        await CloseAsync(held);
        var folder = FolderOf(channel.Id);
        if (folder.Exists && Missing is null)
        {
            var session = New(channel);
            session.Begin();
            await session.LogOutAsync(cancellationToken);
        }

        folder.Delete();
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_held.Values.Select(CloseAsync));

    private static async Task CloseAsync(Held? held)
    {
        if (held is not null)
        {
            await held.Registration.DisposeAsync();
            await held.Session.CloseAsync();
        }
    }

    private UserSession New(ChannelConnection channel) => new(channel, FolderOf(channel.Id), clients, time, logger);

    private SessionFolder FolderOf(ChannelId channel) => new(Path.GetFullPath(options.Value.Data), channel, protection);

    private sealed record Held(UserSession Session, CancellationTokenRegistration Registration, CancellationToken Lease);
}
