using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

internal static partial class Log
{
    [LoggerMessage(EventIds.Telegram + 1, LogLevel.Information, "Webhook registered: channel {Channel}")]
    public static partial void WebhookRegistered(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.Telegram + 2, LogLevel.Warning, "Webhook not removed: channel {Channel}, code {Code}")]
    public static partial void WebhookNotRemoved(this ILogger logger, ChannelId channel, string code);

    [LoggerMessage(EventIds.Telegram + 3, LogLevel.Information, "Group moved while sending: channel {Channel}")]
    public static partial void GroupMoved(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.Telegram + 4, LogLevel.Warning, "Formatting not understood, sent as plain text: channel {Channel}")]
    public static partial void SentAsPlainText(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.Telegram + 5, LogLevel.Debug, "{Method} failed and is not repeated: channel {Channel}, code {Code}")]
    public static partial void BestEffortFailed(this ILogger logger, string method, ChannelId channel, string code);
}
