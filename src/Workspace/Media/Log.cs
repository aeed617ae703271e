using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

internal static partial class Log
{
    [LoggerMessage(EventIds.Media + 1, LogLevel.Debug, "Fetching of files starts, {Unfinished} unfinished ones removed")]
    public static partial void FetchingStarts(this ILogger logger, int unfinished);

    [LoggerMessage(EventIds.Media + 2, LogLevel.Warning, "Could not fetch file {Media} of channel {Channel}, attempt {Attempt}")]
    public static partial void FetchFailed(this ILogger logger, Exception exception, MediaId media, ChannelId? channel, int attempt);

    [LoggerMessage(EventIds.Media + 3, LogLevel.Warning, "Gave up file {Media} of channel {Channel} after {Attempts} attempts")]
    public static partial void GaveUp(this ILogger logger, MediaId media, ChannelId? channel, int attempts);

    [LoggerMessage(EventIds.Media + 4, LogLevel.Error, "Could not record how file {Media} fared")]
    public static partial void NotRecorded(this ILogger logger, Exception exception, MediaId media);

    [LoggerMessage(EventIds.Media + 5, LogLevel.Error, "Could not read which files are due")]
    public static partial void TurnFailed(this ILogger logger, Exception exception);
}
