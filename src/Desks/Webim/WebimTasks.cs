using System.Globalization;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>The kinds of work this desk has, and their lanes: one visitor's words leave in order, and so do the answers to them.</summary>
internal static class WebimTasks
{
    public const string Message = "message";
    public const string Edit = "edit";
    public const string File = "file";
    public const string Notice = "notice";
    public const string Close = "close";
    public const string Answer = "answer";
    public const string Chat = "chat";
    public const string Forget = "forget";

    /// <summary>How long a callback without an id is remembered: longer than it could be repeated.</summary>
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(20);

    /// <summary>What a visitor wrote.</summary>
    public static NewDeskTask OfMessage(string visitorId, MessageId message) =>
        new(To(visitorId), Message, message.Value) { Key = $"message/{message}" };

    /// <summary>A visitor put what they wrote in other words.</summary>
    public static NewDeskTask OfEdit(string visitorId, MessageId message, DateTimeOffset editedAt)
    {
        var at = editedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new NewDeskTask(To(visitorId), Edit, message.Value, Encoding.ASCII.GetBytes(at)) { Key = $"edit/{message}/{at}" };
    }

    /// <summary>The file of a message that left without it.</summary>
    public static NewDeskTask OfFile(string visitorId, MessageId message) =>
        new(To(visitorId), File, message.Value) { Key = $"file/{message}" };

    /// <summary>An answer did not arrive.</summary>
    public static NewDeskTask OfFailure(string visitorId, MessageId message) =>
        new(To(visitorId), Notice, message.Value) { Key = $"failed/{message}" };

    /// <summary>An answer could not even be sent; the words are ours, and say why.</summary>
    public static NewDeskTask OfRefusal(string visitorId, Guid answer, string why) =>
        new(To(visitorId), Notice, answer, Encoding.UTF8.GetBytes(why)) { Key = $"refused/{answer}" };

    /// <summary>The conversation was closed here.</summary>
    public static NewDeskTask OfClosing(string visitorId, ConversationId conversation, string chat) =>
        new(To(visitorId), Close, conversation.Value) { Key = $"close/{visitorId}/{chat}" };

    /// <summary>A callback, as it came.</summary>
    public static NewDeskTask OfCallback(
        string kind, string visitorId, string key, Guid subject, ReadOnlyMemory<byte> body, bool @volatile) =>
        new($"from/{visitorId}", kind, subject, body) { Key = key, Volatile = @volatile };

    /// <summary>A callback without an id need not be remembered any more.</summary>
    public static NewDeskTask OfForgetting(string hash, DateTimeOffset now) =>
        new($"forget/{hash}", Forget, Payload: Encoding.ASCII.GetBytes(hash)) { Key = $"forget/{hash}/{now.Ticks}", DueAt = now + ForgetAfter };

    private static string To(string visitorId) => $"to/{visitorId}";
}
