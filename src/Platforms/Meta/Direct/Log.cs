using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

internal static partial class Log
{
    [LoggerMessage(EventIds.MetaDirect + 1, LogLevel.Warning, "Events not switched off: channel {Channel}, code {Code}")]
    public static partial void NotUnsubscribed(this ILogger logger, ChannelId channel, string code);

    [LoggerMessage(EventIds.MetaDirect + 2, LogLevel.Debug,
        "{Action} failed and is not repeated: channel {Channel}, code {Code}")]
    public static partial void BestEffortFailed(this ILogger logger, string action, ChannelId channel, string code);
}
