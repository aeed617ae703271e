using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Orders;

internal static partial class Log
{
    [LoggerMessage(EventIds.Conversations + 60, LogLevel.Warning, "The order of a conversation could not be read: channel {Channel}")]
    public static partial void OrderNotRead(this ILogger logger, Exception exception, ChannelId channel);
}
