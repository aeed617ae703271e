using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// Sends outbound messages: rows first, sent second. At start, what was on its way when we stopped becomes unknown and the rest of
/// the outbox goes on; at stop, answers that are out are waited for a while.
/// </summary>
internal sealed class DeliveryService : BackgroundService, IDeliveryQueue
{
    private static readonly TimeSpan StartRetry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswersAtStop = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RecordsAtStop = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<ChannelId, Lazy<Running>> _senders = new();
    private readonly TaskCompletionSource _recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly IDeliveryStore _store;
    private readonly SenderParts _parts;
    private readonly ILogger _log;
    private Task _ledger = Task.CompletedTask;

    public DeliveryService(IDeliveryStore store, SenderParts parts, ILogger<DeliveryService> log)
    {
        _store = store;
        _parts = parts;
        _log = log;
    }

    public void Offer(OutboxItem item) => Offer(item.ChannelId, item.ConversationId);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _parts.Directory.Changed -= LookAtChannels;
        await _stopping.CancelAsync();
        Running[] all = [.. _senders.Values.Select(sender => sender.Value)];
        await Task.WhenAll(all.Select(running => running.Loop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var drained = Task.WhenAll(all.Select(running => running.Sender.DrainAsync()));
        await WithinAsync(drained, AnswersAtStop, cancellationToken);
        await _abandon.CancelAsync();
        await WithinAsync(drained, RecordsAtStop, CancellationToken.None);
        _parts.Ledger.End();
        await _ledger;
        foreach (var running in all)
        {
            await running.Sender.DisposeAsync();
        }
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        _abandon.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ledger = Task.Run(_parts.Ledger.RunAsync, CancellationToken.None);
        _parts.Directory.Changed += LookAtChannels;
        while (!await TryRecoverAsync(stoppingToken))
        {
            await Task.Delay(StartRetry, _parts.Time, stoppingToken);
        }

        _recovered.SetResult();
    }

    private async Task<bool> TryRecoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            var interrupted = await _store.ListInterruptedAsync(cancellationToken);
            await Task.WhenAll(interrupted.Select(message => _parts.Ledger.RecordAsync(
                Verdict.Unknown(message, "We stopped before the answer came, so it may or may not have arrived."))));

            var waiting = await _store.ListWaitingAsync(cancellationToken);
            _log.DeliveryStarts(interrupted.Count, waiting.Count);
            foreach (var conversation in waiting)
            {
                Offer(conversation.ChannelId, conversation.ConversationId);
            }

            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _log.StartFailed(exception); // the caller tries again
            return false;
        }
    }

    private void Offer(ChannelId channel, ConversationId conversation) =>
        _senders.GetOrAdd(channel, static (id, service) => new Lazy<Running>(() => service.Start(id)), this).Value.Sender.Offer(conversation);

    private Running Start(ChannelId id)
    {
        var sender = new ChannelSender(id, _parts, _abandon.Token);
        return new Running(sender, Task.Run(() => RunAsync(sender), CancellationToken.None));
    }

    private async Task RunAsync(ChannelSender sender)
    {
        await _recovered.Task.WaitAsync(_stopping.Token);
        await sender.RunAsync(_stopping.Token);
    }

    private void LookAtChannels()
    {
        foreach (var sender in _senders.Values)
        {
            sender.Value.Sender.LookAtChannel();
        }
    }

    private async Task WithinAsync(Task work, TimeSpan bound, CancellationToken cancellationToken) =>
        await work.WaitAsync(bound, _parts.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed record Running(ChannelSender Sender, Task Loop);
}
