using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WeChat;

internal static partial class Log
{
    [LoggerMessage(EventIds.WeChat + 1, LogLevel.Debug, "Typing not shown and not repeated: channel {Channel}, code {Code}")]
    public static partial void TypingNotShown(this ILogger logger, ChannelId channel, string code);
}
