using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Desks.Webim;

internal static partial class Log
{
    [LoggerMessage(EventIds.WebimDesk + 1, LogLevel.Warning, "Desk {Desk}: Webim speaks to visitor {Visitor}, whom it was never told of")]
    public static partial void VisitorUnknown(this ILogger logger, DeskId desk, string visitor);

    [LoggerMessage(EventIds.WebimDesk + 2, LogLevel.Warning, "Desk {Desk}: a message of kind {Kind} is for nobody we know of and goes nowhere")]
    public static partial void KindUnknown(this ILogger logger, DeskId desk, string kind);

    [LoggerMessage(EventIds.WebimDesk + 3, LogLevel.Information, "Desk {Desk}: a change of message {Message} was not made: {Reason}")]
    public static partial void ChangeIgnored(this ILogger logger, DeskId desk, MessageId message, string reason);
}
