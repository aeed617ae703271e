using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.SellerCrm;

internal static partial class Log
{
    [LoggerMessage(EventIds.SellerCrm + 1, LogLevel.Debug, "{Count} records of the list name no order, skipped: channel {Channel}")]
    public static partial void BlankChats(this ILogger logger, ChannelId channel, int count);

    [LoggerMessage(EventIds.SellerCrm + 2, LogLevel.Information, "Order {Order} has no chat any more, not polled until it moves: channel {Channel}")]
    public static partial void ChatGone(this ILogger logger, ChannelId channel, long order);

    [LoggerMessage(EventIds.SellerCrm + 3, LogLevel.Warning,
        "Chat of order {Order} could not be read, time {Attempt}: channel {Channel}, code {Code}")]
    public static partial void ChatUnreadable(this ILogger logger, ChannelId channel, long order, int attempt, string code);

    [LoggerMessage(EventIds.SellerCrm + 4, LogLevel.Debug, "Not marked as seen and not repeated: channel {Channel}, code {Code}")]
    public static partial void NotMarkedSeen(this ILogger logger, ChannelId channel, string code);
}
