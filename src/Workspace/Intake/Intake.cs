using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Intake;

/// <summary>Reads, and makes durable, what the door and the pollers bring. HOT: measured by the intake benchmark.</summary>
internal sealed class Intake(
    IJournal journal, PassingEvents passing, IQuarantineStore quarantine, ITransactions transactions, IntakeMetrics metrics, TimeProvider time,
    ILogger<Intake> logger) : IIntake
{
    /// <inheritdoc/>
    public async ValueTask AcceptAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, IOpenedRequest? opened, CancellationToken cancellationToken)
    {
        var request = new JournalRequest(channel.Row.Id, body, time.GetStoredNow()) { Entries = [], IsPassing = PassingEvents.Concerns(channel) };
        switch (await ReadAsync(request, channel, opened, cancellationToken))
        {
            case null:
                metrics.Quarantined(channel.Row.Platform);
                break;
            case { Count: 0 }:
                metrics.Ignored(channel.Row.Platform);
                break;
            case var entries:
                request.Entries = entries;
                await journal.AppendAsync(request); // no token: once it may be durable the caller must learn whether it is
                metrics.Stored(channel.Row.Platform);
                break;
        }
    }

    /// <summary>
    /// What a request says, split by partition. Null when nothing can be made of it: then it is in quarantine. Empty when there is nothing for us.
    /// </summary>
    public async ValueTask<IReadOnlyList<JournalEntry>?> ReadAsync(
        JournalRequest request, LiveChannel channel, IOpenedRequest? opened, CancellationToken cancellationToken)
    {
        try
        {
            var events = opened is not null && channel.Platform is IRoutedPlatform routed
                ? opened.ReadFor(channel.Connection.Text(routed.AccountSetting) ?? "")
                : ((IReadingPlatform)channel.Platform).Read(channel.Connection, request.Body);
            if (PassingEvents.Concerns(channel))
            {
                events = passing.Pass(channel.Row.Id, events, isReplay: request.Id > 0);
                request.Body = StrippedEvents.Encode(events);
            }

            return Split(request, events);
        }
        catch (CannotRelayException)
        {
            throw; // it was read well
        }
        catch (UnreadableWebhookException exception)
        {
            await QuarantineAsync(request, channel.Row.Platform, exception.Message, cancellationToken);
        }
        catch (Exception exception) when (request.IsPassing) // as below, but an exception may quote what it could not read
        {
            logger.PassingReaderFailed(request.ChannelId, exception.GetType().Name);
            await QuarantineAsync(request, channel.Row.Platform, $"The reader failed: {exception.GetType().Name}.", cancellationToken);
        }
        catch (Exception exception) // a bug in a reader must not make the platform repeat for ever, nor lose the message
        {
            logger.ReaderFailed(exception, request.ChannelId);
            await QuarantineAsync(request, channel.Row.Platform, $"The reader failed: {exception.GetType().Name}.", cancellationToken);
        }

        return null;
    }

    /// <summary>Likewise of what an earlier run left in the journal, where requests of pass-through channels are events already.</summary>
    public ValueTask<IReadOnlyList<JournalEntry>?> ReadAgainAsync(
        JournalRequest request, LiveChannel channel, CancellationToken cancellationToken)
    {
        request.IsPassing = PassingEvents.Concerns(channel);
        return StrippedEvents.Decode(request.Body) is { } events
            ? ValueTask.FromResult<IReadOnlyList<JournalEntry>?>(Split(request, events))
            : ReadAsync(request, channel, opened: null, cancellationToken);
    }

    /// <summary>Puts a request away for an admin to look at.</summary>
    public async ValueTask QuarantineAsync(
        JournalRequest request, string platform, string reason, CancellationToken cancellationToken)
    {
        var withheld = request.IsPassing || StrippedEvents.Is(request.Body);
        await KeepAsync(platform, request.ChannelId, request.Body, withheld, request.ReceivedAt, reason, cancellationToken);
        logger.Quarantined(request.ChannelId, request.Body.Length);
    }

    /// <inheritdoc/>
    public async ValueTask QuarantineAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken)
    {
        var request = new JournalRequest(channel.Row.Id, body, time.GetStoredNow()) { Entries = [], IsPassing = PassingEvents.Concerns(channel) };
        await QuarantineAsync(request, channel.Row.Platform, reason, cancellationToken);
        metrics.Quarantined(channel.Row.Platform);
    }

    /// <inheritdoc/>
    public async ValueTask QuarantineAsync(
        string platform, ReadOnlyMemory<byte> body, bool withheld, string reason, CancellationToken cancellationToken)
    {
        await KeepAsync(platform, null, body, withheld, time.GetStoredNow(), reason, cancellationToken);
        metrics.Quarantined(platform);
        logger.QuarantinedForNobody(platform, body.Length);
    }

    private IReadOnlyList<JournalEntry> Split(JournalRequest request, IReadOnlyList<InboundEvent> events) =>
        events.Count == 0 ? [] : Partitioner.Split(request, events, journal.Partitions);

    private ValueTask<bool> KeepAsync(
        string platform, ChannelId? channel, ReadOnlyMemory<byte> body, bool withheld, DateTimeOffset receivedAt, string reason,
        CancellationToken cancellationToken)
    {
        var item = new QuarantineItem
        {
            Id = Guid.CreateVersion7(receivedAt),
            Platform = platform,
            ChannelId = channel,
            ReceivedAt = receivedAt,
            Reason = reason,
            Size = body.Length,
        };
        return transactions.WriteAsync(async transaction =>
        {
            await quarantine.AddAsync(transaction, item, withheld ? default : body);
            return true;
        }, cancellationToken);
    }
}
