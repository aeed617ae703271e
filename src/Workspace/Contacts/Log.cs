using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

internal static partial class Log
{
    [LoggerMessage(EventIds.Conversations + 20, LogLevel.Warning, "Channel {Channel}: looking a person up failed, attempt {Attempt}")]
    public static partial void ProfileNotFound(this ILogger logger, Exception exception, ChannelId channel, int attempt);

    [LoggerMessage(EventIds.Conversations + 21, LogLevel.Warning, "Could not list the people to look up; their next messages ask again")]
    public static partial void ProfilesNotListed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Conversations + 22, LogLevel.Information, "Channel {Channel}: a person's picture could not be fetched")]
    public static partial void AvatarNotFetched(this ILogger logger, Exception exception, ChannelId channel);
}
