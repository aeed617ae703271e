using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Intake;

internal static partial class Log
{
    [LoggerMessage(EventIds.Intake + 1, LogLevel.Warning, "Quarantined a request of channel {Channel}, {Size} bytes")]
    public static partial void Quarantined(this ILogger logger, ChannelId channel, int size);

    [LoggerMessage(EventIds.Intake + 2, LogLevel.Error, "The reader failed on a request of channel {Channel}")]
    public static partial void ReaderFailed(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Intake + 3, LogLevel.Error, "Could not make a request of channel {Channel} durable")]
    public static partial void NotDurable(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Intake + 4, LogLevel.Information, "Replayed {Count} requests of an earlier run")]
    public static partial void Recovered(this ILogger logger, int count);

    [LoggerMessage(EventIds.Intake + 5, LogLevel.Error, "Partition {Partition} could not store {Count} entries, attempt {Attempt}")]
    public static partial void NotStored(this ILogger logger, Exception exception, int partition, int count, int attempt);

    [LoggerMessage(EventIds.Intake + 6, LogLevel.Error, "Entry {Entry} of channel {Channel} cannot be stored and goes to quarantine")]
    public static partial void Unstorable(this ILogger logger, long entry, ChannelId channel);

    [LoggerMessage(EventIds.Intake + 7, LogLevel.Error, "Could not make a request of platform {Platform} durable")]
    public static partial void PlatformNotDurable(this ILogger logger, Exception exception, string platform);

    [LoggerMessage(EventIds.Intake + 8, LogLevel.Warning, "Quarantined a request of platform {Platform} for no channel, {Size} bytes")]
    public static partial void QuarantinedForNobody(this ILogger logger, string platform, int size);

    [LoggerMessage(EventIds.Intake + 9, LogLevel.Warning, "No answer for a durable request of channel {Channel}")]
    public static partial void NoAnswer(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Intake + 10, LogLevel.Warning, "What was filed last is not known to be on the disk; the next start replays it")]
    public static partial void NotSynced(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Intake + 11, LogLevel.Warning, "Could not forget changes whose message never came; the next turn tries again")]
    public static partial void EarlyNotTrimmed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Intake + 12, LogLevel.Error, "The reader failed on a request of pass-through channel {Channel}: {Exception}")]
    public static partial void PassingReaderFailed(this ILogger logger, ChannelId channel, string exception);

    [LoggerMessage(EventIds.Intake + 13, LogLevel.Warning, "A request of platform {Platform} is left there: {Reason}")]
    public static partial void NotRelayed(this ILogger logger, string platform, string reason);
}
