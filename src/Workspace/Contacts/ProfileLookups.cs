using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>
/// Looks people up, a few at a time per channel, with growing pauses. Who is still to be looked up is told by the store: a person without a
/// name; so a restart asks again, and what is dropped here because there is too much comes with the person's next message.
/// </summary>
internal sealed class ProfileLookups(
    ChannelDirectory directory, IConversationStore conversations, ProfileWriter writer, TimeProvider time,
    ILogger<ProfileLookups> logger) : BackgroundService, IProfileQueue
{
    private const int MostRemembered = 10_000;
    private const int MostAtStart = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)];

    private readonly CancellationTokenSource _end = new();

    // Whom we ask about, and whether the answer came.
    private readonly ConcurrentDictionary<ConversationId, bool> _asked = [];
    private readonly PartitionedRateLimiter<ChannelId> _places = PartitionedRateLimiter.Create<ChannelId, ChannelId>(
        channel => RateLimitPartition.GetConcurrencyLimiter(
            channel, static _ => new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = MostRemembered }));

    /// <inheritdoc/>
    public void Offer(ChannelId channel, ConversationId conversation, string chat, Profile? told)
    {
        if (FindLive(channel) is null || _asked.ContainsKey(conversation))
        {
            return;
        }

        if (_asked.Count >= MostRemembered)
        {
            Forget();
        }

        if (_asked.Count < MostRemembered && _asked.TryAdd(conversation, false))
        {
            _ = Task.Run(() => LookUpAsync(channel, conversation, chat, told));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _end.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _end.Dispose();
        _places.Dispose();
        base.Dispose();
    }

    /// <summary>Asks for those whom an earlier run did not get to.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var channel in directory.All.Where(channel => channel.Platform is IProfilePlatform))
            {
                var since = time.GetUtcNow() - Recent;
                foreach (var (id, chat) in await conversations.ListNamelessAsync(channel.Row.Id, since, MostAtStart, stoppingToken))
                {
                    Offer(channel.Row.Id, id, chat, told: null);
                }
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested) // their next message asks again
        {
            logger.ProfilesNotListed(exception);
        }
    }

    private void Forget()
    {
        foreach (var (id, _) in _asked.Where(asked => asked.Value))
        {
            _asked.TryRemove(id, out _);
        }
    }

    private LiveChannel? FindLive(ChannelId id) =>
        directory.Find(id) is { Row: { Enabled: true, Privacy: ChannelPrivacy.Store } } channel ? channel : null;

    private async Task LookUpAsync(ChannelId channel, ConversationId conversation, string chat, Profile? told)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await TryAsync(channel, conversation, chat, told);
                _asked[conversation] = true;
                return; // stays remembered: who has no name to tell is not asked at every message
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return; // the program ends; the next start asks again
            }
            catch (Exception exception) // the platform's or the store's trouble: tried again below
            {
                logger.ProfileNotFound(exception, channel, attempt);
            }

            if (attempt == Pauses.Length)
            {
                _asked.TryRemove(conversation, out _); // the next message begins anew
                return;
            }

            await Task.Delay(Pauses[attempt], time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryAsync(ChannelId id, ConversationId conversation, string chat, Profile? told)
    {
        using var place = await _places.AcquireAsync(id, 1, _end.Token);
        if (!place.IsAcquired || FindLive(id) is not { } channel)
        {
            return;
        }

        using var late = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _end.Token);
        var profile = told is null && channel.Platform is IProfilePlatform platform
            ? await platform.FindProfileAsync(channel.Connection, chat, stop.Token)
            : told;
        if (profile is not null)
        {
            await writer.WriteAsync(channel, conversation, profile, stop.Token);
        }
    }
}
