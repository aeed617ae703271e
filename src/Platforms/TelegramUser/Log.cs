using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

internal static partial class Log
{
    [LoggerMessage(EventIds.TelegramUser + 1, LogLevel.Warning, "TDLib said what cannot be read: {Problem}")]
    public static partial void UpdateUnreadable(this ILogger logger, string problem);

    [LoggerMessage(EventIds.TelegramUser + 2, LogLevel.Information, "Sign-in of channel {Channel} stands at {Need}")]
    public static partial void LoginAt(this ILogger logger, ChannelId channel, LoginNeed need);

    [LoggerMessage(EventIds.TelegramUser + 3, LogLevel.Warning, "TDLib did not begin: channel {Channel}, code {Code}")]
    public static partial void NotBegun(this ILogger logger, ChannelId channel, int code);

    [LoggerMessage(EventIds.TelegramUser + 4, LogLevel.Information, "Caught up on {Count} messages: channel {Channel}")]
    public static partial void CaughtUp(this ILogger logger, ChannelId channel, int count);

    [LoggerMessage(EventIds.TelegramUser + 5, LogLevel.Warning, "More came than could be kept, read again from history: channel {Channel}")]
    public static partial void Overflowed(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.TelegramUser + 6, LogLevel.Warning, "Session not closed in time: channel {Channel}")]
    public static partial void NotClosed(this ILogger logger, ChannelId channel);

    [LoggerMessage(EventIds.TelegramUser + 7, LogLevel.Debug, "{Method} failed and is not repeated: channel {Channel}, code {Code}")]
    public static partial void BestEffortFailed(this ILogger logger, string method, ChannelId channel, int code);
}
