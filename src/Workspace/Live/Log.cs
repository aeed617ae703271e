using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

internal static partial class Log
{
    [LoggerMessage(EventIds.Live + 1, LogLevel.Warning, "Could not read missed live events after {Seq}")]
    public static partial void GapNotFilled(this ILogger logger, Exception exception, long seq);

    [LoggerMessage(EventIds.Live + 2, LogLevel.Warning, "Could not shorten the live log; the next turn tries again")]
    public static partial void NotTrimmed(this ILogger logger, Exception exception);
}
