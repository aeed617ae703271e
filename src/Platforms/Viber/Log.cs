using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Viber;

internal static partial class Log
{
    [LoggerMessage(EventIds.Viber + 1, LogLevel.Information, "Webhook registered: channel {Channel}")]
    public static partial void WebhookRegistered(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.Viber + 2, LogLevel.Warning, "Webhook not removed: channel {Channel}, code {Code}")]
    public static partial void WebhookNotRemoved(this ILogger logger, ChannelId channel, string code);

    [LoggerMessage(EventIds.Viber + 3, LogLevel.Information,
        "Rich media refused by an old client, sent as keyboard: channel {Channel}")]
    public static partial void SentAsKeyboard(this ILogger logger, ChannelId channel);
}
