using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Delivery;

internal static partial class Log
{
    [LoggerMessage(EventIds.Delivery + 1, LogLevel.Information, "Delivery starts: {Interrupted} interrupted, {Waiting} conversations waiting")]
    public static partial void DeliveryStarts(this ILogger logger, int interrupted, int waiting);

    [LoggerMessage(EventIds.Delivery + 2, LogLevel.Warning, "Delivery could not read its outbox at start, it tries again")]
    public static partial void StartFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Delivery + 3, LogLevel.Warning, "Could not prepare {Count} departures of channel {Channel}, they wait")]
    public static partial void DepartureFailed(this ILogger logger, Exception exception, int count, ChannelId channel);

    [LoggerMessage(EventIds.Delivery + 4, LogLevel.Warning, "Could not record {Count} results, they are tried again")]
    public static partial void RecordingFailed(this ILogger logger, Exception exception, int count);

    [LoggerMessage(EventIds.Delivery + 5, LogLevel.Error, "Sending threw: channel {Channel}, message {Message}")]
    public static partial void SendThrew(this ILogger logger, Exception? exception, ChannelId channel, MessageId message);

    [LoggerMessage(EventIds.Delivery + 6, LogLevel.Information, "Message {Message} of channel {Channel} is {Outcome} ({Code})")]
    public static partial void NotSent(this ILogger logger, MessageId message, ChannelId channel, string outcome, string? code);

    [LoggerMessage(EventIds.Delivery + 7, LogLevel.Warning, "The platform does not accept channel {Channel}, its messages wait")]
    public static partial void ChannelRejected(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.Delivery + 8, LogLevel.Error, "Could not report the state of channel {Channel}")]
    public static partial void ReportFailed(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Delivery + 9, LogLevel.Warning, "Delivery stops with {Count} sends unanswered, they will be unknown")]
    public static partial void StopsUnanswered(this ILogger logger, int count);

    [LoggerMessage(EventIds.Delivery + 10, LogLevel.Debug, "A press on channel {Channel} was not acknowledged")]
    public static partial void NotAcknowledged(this ILogger logger, Exception? exception, ChannelId channel);
}
