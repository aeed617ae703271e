using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

internal static partial class Log
{
    [LoggerMessage(EventIds.Channels + 1, LogLevel.Warning, "Channels could not be read again; the last known stay in use")]
    public static partial void RefreshFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Channels + 2, LogLevel.Warning, "Channel {Channel} is of platform {Platform}, which is not installed")]
    public static partial void PlatformMissing(this ILogger logger, ChannelId channel, string platform);

    [LoggerMessage(EventIds.Channels + 3, LogLevel.Error, "Channel {Channel}: its secrets cannot be decrypted, enter them again")]
    public static partial void SecretsUnreadable(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Channels + 4, LogLevel.Information, "Channel {Channel} is {State}")]
    public static partial void StateChanged(this ILogger logger, ChannelId channel, ConnectionState state);

    [LoggerMessage(EventIds.Channels + 5, LogLevel.Warning, "Channel {Channel}: connecting failed")]
    public static partial void ConnectingFailed(this ILogger logger, Exception exception, ChannelId channel);

    [LoggerMessage(EventIds.Channels + 6, LogLevel.Warning, "Channel {Channel}: taking our webhook back failed")]
    public static partial void DisconnectingFailed(this ILogger logger, Exception exception, ChannelId channel);
}
