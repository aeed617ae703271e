using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

internal static partial class Log
{
    [LoggerMessage(EventIds.Live + 1, LogLevel.Warning, "Could not read missed live events after {Seq}")]
    public static partial void GapNotFilled(this ILogger logger, Exception exception, long seq);

    [LoggerMessage(EventIds.Live + 2, LogLevel.Warning, "Could not shorten the live log; the next turn tries again")]
    public static partial void NotTrimmed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Live + 3, LogLevel.Warning, "Other nodes are not heard; in a moment they are asked again who is there")]
    public static partial void NodesNotHeard(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Live + 4, LogLevel.Warning, "Other nodes were not told who is here; the next turn tells them everything")]
    public static partial void NodesNotTold(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Live + 5, LogLevel.Information, "Node {Node} has not been heard for a while: whoever was there is taken for gone")]
    public static partial void NodeForgotten(this ILogger logger, Guid node);

    [LoggerMessage(EventIds.Live + 6, LogLevel.Debug, "A call of another node cannot be read; perhaps it runs another version")]
    public static partial void CallNotRead(this ILogger logger, Exception exception);
}
