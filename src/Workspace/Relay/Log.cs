using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Relay;

internal static partial class Log
{
    [LoggerMessage(EventIds.Relay + 1, LogLevel.Warning, "Conversation {Conversation}: what {Count} messages say is lost")]
    public static partial void TextsLost(this ILogger logger, ConversationId conversation, int count);

    [LoggerMessage(EventIds.Relay + 2, LogLevel.Warning, "Could not tell what is lost; the next turn tries again")]
    public static partial void LostNotTold(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.Relay + 3, LogLevel.Warning, "The file of message {Message} could not be opened at its platform: {Exception}")]
    public static partial void FileNotOpened(this ILogger logger, MessageId message, string exception);

    [LoggerMessage(EventIds.Relay + 4, LogLevel.Warning, "Could not say whether a desk serves the pass-through channels")]
    public static partial void DesksNotReported(this ILogger logger, Exception exception);
}
