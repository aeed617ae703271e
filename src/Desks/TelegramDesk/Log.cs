using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Desks.TelegramDesk;

internal static partial class Log
{
    [LoggerMessage(EventIds.TelegramDesk + 1, LogLevel.Warning, "A banned operator was refused: desk {Desk}, operator {Operator}")]
    public static partial void BannedRefused(this ILogger logger, DeskId desk, OperatorId @operator);

    [LoggerMessage(EventIds.TelegramDesk + 2, LogLevel.Debug, "{Method} failed and is not repeated: desk {Desk}, code {Code}")]
    public static partial void CourtesyFailed(this ILogger logger, string method, Guid desk, string code);

    [LoggerMessage(EventIds.TelegramDesk + 3, LogLevel.Warning, "Telegram refused a call for good: desk {Desk}, work {Work}")]
    public static partial void CallRefused(this ILogger logger, DeskId desk, string work);
}
