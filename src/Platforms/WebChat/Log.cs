using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WebChat;

internal static partial class Log
{
    [LoggerMessage(EventIds.WebChat + 1, LogLevel.Information,
        "Refused a page of {Origin}: it is not in allowedOrigins of channel {Channel}")]
    public static partial void OriginRefused(this ILogger logger, string origin, ChannelId channel);
}
