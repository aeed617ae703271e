using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Channels.Polling;

internal static partial class Log
{
    [LoggerMessage(EventIds.Channels + 50, LogLevel.Warning, "Polling of channel {Channel} broke off, it begins again")]
    public static partial void PollingBrokeOff(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Channels + 51, LogLevel.Error, "A poll of channel {Channel} threw")]
    public static partial void PollThrew(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Channels + 52, LogLevel.Warning, "What channel {Channel} has to tell is left there: {Reason}")]
    public static partial void LeftAtPlatform(this ILogger logger, ChannelId channel, string reason);
}
