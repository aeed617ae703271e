using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Desks;

internal static partial class Log
{
    [LoggerMessage(EventIds.Desks + 1, LogLevel.Warning, "Desks could not be read again; the last known stay in use")]
    public static partial void RefreshFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Desks + 2, LogLevel.Warning, "Desk {Desk} is of kind {Kind}, which is not installed")]
    public static partial void KindMissing(this ILogger logger, DeskId desk, string kind);

    [LoggerMessage(EventIds.Desks + 3, LogLevel.Error, "Desk {Desk}: its secrets cannot be decrypted, enter them again")]
    public static partial void SecretsUnreadable(this ILogger logger, Exception exception, DeskId desk);

    [LoggerMessage(EventIds.Desks + 4, LogLevel.Information, "Desk {Desk} is {State}")]
    public static partial void StateChanged(this ILogger logger, DeskId desk, ConnectionState state);

    [LoggerMessage(EventIds.Desks + 5, LogLevel.Warning, "Desk {Desk}: connecting failed")]
    public static partial void ConnectingFailed(this ILogger logger, Exception exception, DeskId desk);

    [LoggerMessage(EventIds.Desks + 6, LogLevel.Warning, "Desk {Desk}: taking our address back failed")]
    public static partial void DisconnectingFailed(this ILogger logger, Exception exception, DeskId desk);

    [LoggerMessage(EventIds.Desks + 10, LogLevel.Warning, "Desk {Desk}: {Task} could not be done and is dropped: {Reason}")]
    public static partial void TaskDropped(this ILogger logger, DeskId desk, DeskTask task, string reason);

    [LoggerMessage(EventIds.Desks + 11, LogLevel.Information, "Desk {Desk}: {Task} is tried again in {Wait}: {Detail}")]
    public static partial void TaskPutOff(this ILogger logger, DeskId desk, DeskTask task, TimeSpan wait, string detail);

    [LoggerMessage(EventIds.Desks + 12, LogLevel.Error, "Desk {Desk}: {Task} threw")]
    public static partial void TaskThrew(this ILogger logger, Exception? exception, DeskId desk, DeskTask task);

    [LoggerMessage(EventIds.Desks + 13, LogLevel.Warning, "Desk {Desk}: its work broke off, it begins again")]
    public static partial void RunBrokeOff(this ILogger logger, Exception exception, DeskId desk);

    [LoggerMessage(EventIds.Desks + 14, LogLevel.Warning, "Desk {Desk} was away too long: what happened from {First} to {Last} is not told it")]
    public static partial void NewsForgotten(this ILogger logger, DeskId desk, long first, long last);

    [LoggerMessage(EventIds.Desks + 15, LogLevel.Error, "Desk {Desk}: a poll threw")]
    public static partial void PollThrew(this ILogger logger, Exception exception, DeskId desk);

    [LoggerMessage(EventIds.Desks + 16, LogLevel.Warning, "What desks need not remember any more could not be forgotten")]
    public static partial void NotTrimmed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Desks + 20, LogLevel.Warning, "Desk {Desk}: a request could not be made durable, its sender keeps it")]
    public static partial void NotDurable(this ILogger logger, Exception exception, DeskId desk);

    [LoggerMessage(EventIds.Desks + 21, LogLevel.Warning, "Desk {Desk}: a request of {Size} bytes went to quarantine")]
    public static partial void Quarantined(this ILogger logger, DeskId desk, int size);

    [LoggerMessage(EventIds.Desks + 22, LogLevel.Information, "Desk {Desk}: a request was answered {Status}")]
    public static partial void Refused(this ILogger logger, DeskId desk, int status);
}
