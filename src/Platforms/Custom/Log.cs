using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Custom;

internal static partial class Log
{
    [LoggerMessage(EventIds.Custom + 1, LogLevel.Warning,
        "The receiver took message {Message}, but its answer broke off; the message goes by our own id")]
    public static partial void AnswerCutShort(this ILogger logger, MessageId message);
}
