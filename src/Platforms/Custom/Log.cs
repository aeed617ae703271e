using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Custom;

internal static partial class Log
{
    [LoggerMessage(EventIds.Custom + 1, LogLevel.Warning,
        "The receiver took {Id}, but its answer broke off; a message goes by our own id then")]
    public static partial void AnswerCutShort(this ILogger logger, string id);
}
