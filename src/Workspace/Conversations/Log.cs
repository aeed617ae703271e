using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

internal static partial class Log
{
    [LoggerMessage(EventIds.Conversations + 1, LogLevel.Error, "Opening snoozed conversations failed; trying again soon")]
    public static partial void WakingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Conversations + 2, LogLevel.Debug, "Showing that we type failed: channel {Channel}")]
    public static partial void TypingFailed(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Conversations + 3, LogLevel.Warning, "Changing a sent message failed: channel {Channel}")]
    public static partial void ChangingFailed(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Conversations + 4, LogLevel.Debug, "Showing that we have read failed: channel {Channel}")]
    public static partial void NotMarkedRead(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Conversations + 5, LogLevel.Warning, "Telling that an operator types failed")]
    public static partial void TypingNotTold(this ILogger logger, Exception exception);
}
