using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Intake;

/// <summary>Reads, and makes durable, what the door and the pollers bring. HOT: measured by the intake benchmark.</summary>
internal sealed class Intake(
    IJournal journal, IQuarantineStore quarantine, ITransactions transactions, IntakeMetrics metrics, TimeProvider time,
    ILogger<Intake> logger) : IIntake
{
    /// <inheritdoc/>
    public async ValueTask AcceptAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, IOpenedRequest? opened, CancellationToken cancellationToken)
    {
        var request = new JournalRequest(channel.Row.Id, body, time.GetStoredNow()) { Entries = [] };
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
            return events.Count == 0 ? [] : Partitioner.Split(request, events, journal.Partitions);
        }
        catch (UnreadableWebhookException exception)
        {
            await QuarantineAsync(request, channel.Row.Platform, exception.Message, cancellationToken);
        }
        catch (Exception exception) // a bug in a reader must not make the platform repeat for ever, nor lose the message
        {
            logger.ReaderFailed(exception, request.ChannelId);
            await QuarantineAsync(request, channel.Row.Platform, $"The reader failed: {exception.GetType().Name}.", cancellationToken);
        }

        return null;
    }

    /// <summary>Puts a request away for an admin to look at.</summary>
    public async ValueTask QuarantineAsync(
        JournalRequest request, string platform, string reason, CancellationToken cancellationToken)
    {
        await KeepAsync(platform, request.ChannelId, request.Body, request.ReceivedAt, reason, cancellationToken);
        logger.Quarantined(request.ChannelId, request.Body.Length);
    }

    /// <inheritdoc/>
    public async ValueTask QuarantineAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken)
    {
        await QuarantineAsync(
            new JournalRequest(channel.Row.Id, body, time.GetStoredNow()) { Entries = [] }, channel.Row.Platform, reason, cancellationToken);
        metrics.Quarantined(channel.Row.Platform);
    }

    /// <inheritdoc/>
    public async ValueTask QuarantineAsync(
        string platform, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken)
    {
        await KeepAsync(platform, null, body, time.GetStoredNow(), reason, cancellationToken);
        metrics.Quarantined(platform);
        logger.QuarantinedForNobody(platform, body.Length);
    }

    private ValueTask<bool> KeepAsync(
        string platform, ChannelId? channel, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, string reason,
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
            await quarantine.AddAsync(transaction, item, body);
            return true;
        }, cancellationToken);
    }
}
