using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

internal static partial class Log
{
    [LoggerMessage(EventIds.Conversations + 20, LogLevel.Warning, "Channel {Channel}: looking a person up failed, attempt {Attempt}")]
    public static partial void ProfileNotFound(this ILogger logger, Exception exception, ChannelId channel, int attempt);

    [LoggerMessage(EventIds.Conversations + 21, LogLevel.Warning, "Could not list the people to look up; their next messages ask again")]
    public static partial void ProfilesNotListed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Conversations + 23, LogLevel.Information, "The store is clean of what was erased")]
    public static partial void Scrubbed(this ILogger logger);

    [LoggerMessage(EventIds.Conversations + 24, LogLevel.Warning, "The store could not be cleaned of what was erased; the next erasure tries again")]
    public static partial void NotScrubbed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Conversations + 22, LogLevel.Information, "Channel {Channel}: a person's picture could not be fetched")]
    public static partial void AvatarNotFetched(this ILogger logger, Exception exception, ChannelId channel);
}
