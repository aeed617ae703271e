using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

internal static partial class Log
{
    [LoggerMessage(EventIds.WhatsApp + 1, LogLevel.Warning,
        "App not subscribed to the business account: channel {Channel}, code {Code}")]
    public static partial void NotSubscribed(this ILogger logger, ChannelId channel, string code);

    [LoggerMessage(EventIds.WhatsApp + 2, LogLevel.Debug,
        "Read receipt failed and is not repeated: channel {Channel}, code {Code}")]
    public static partial void BestEffortFailed(this ILogger logger, ChannelId channel, string code);
}
