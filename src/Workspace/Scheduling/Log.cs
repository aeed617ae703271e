using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Scheduling;

internal static partial class Log
{
    [LoggerMessage(EventIds.Conversations + 40, LogLevel.Error, "Sending scheduled messages failed; trying again soon")]
    public static partial void ScheduledNotSent(this ILogger logger, Exception exception);
}
