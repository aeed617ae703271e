using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// Writes a message as <c>ApiJson</c> would, member by member: every message is written for the live feed, and the serializer takes three
/// times as long. A test holds the two together. HOT: measured by the end-to-end benchmark.
/// </summary>
internal static class MessageWriter
{
    public static void Write(Utf8JsonWriter json, MessageBody message)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, message.Id.Value);
        json.WriteString("conversationId"u8, message.ConversationId.Value);
        json.WriteNumber("seq"u8, message.Seq);
        json.WriteString("direction"u8, Word(message.Direction));
        json.WriteStartObject("author"u8);
        json.WriteString("kind"u8, Word(message.Author.Kind));
        json.WriteOrNull("id"u8, message.Author.Id);
        json.WriteString("name"u8, message.Author.Name);
        json.WriteEndObject();
        WriteContent(json, message.Content);
        json.WriteOrNull("replyTo"u8, message.ReplyTo?.Value);
        json.WriteString("platformMessageId"u8, message.PlatformMessageId);
        json.WriteString("status"u8, message.Status is { } status ? Word(status) : null);
        WriteError(json, message.Error);
        json.WriteOrNull("sentAt"u8, message.SentAt);
        json.WriteString("createdAt"u8, message.CreatedAt);
        json.WriteBoolean("late"u8, message.Late);
        json.WriteOrNull("editedAt"u8, message.EditedAt);
        json.WriteOrNull("deletedAt"u8, message.DeletedAt);
        json.WriteStartArray("reactions"u8);
        foreach (var reaction in message.Reactions)
        {
            json.WriteStartObject();
            json.WriteString("emoji"u8, reaction.Emoji);
            json.WriteString("by"u8, reaction.By);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, ContentBody content)
    {
        json.WriteStartObject("content"u8);
        json.WriteString("type"u8, content.Type);
        json.WriteString("text"u8, content.Text);
        json.WriteString("url"u8, content.Url);
        json.WriteOrNull("mediaId"u8, content.MediaId?.Value);
        json.WriteString("mimeType"u8, content.MimeType);
        json.WriteString("fileName"u8, content.FileName);
        json.WriteOrNull("size"u8, content.Size);
        json.WriteString("media"u8, content.Media is { } state ? Word(state) : null);
        json.WriteOrNull("latitude"u8, content.Latitude);
        json.WriteOrNull("longitude"u8, content.Longitude);
        json.WriteString("name"u8, content.Name);
        json.WriteString("phone"u8, content.Phone);
        WriteButtons(json, content.Buttons);
        json.WriteString("key"u8, content.Key);
        json.WriteString("language"u8, content.Language);
        WriteParameters(json, content.Parameters);
        json.WriteBoolean("withheld"u8, content.Withheld);
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, IReadOnlyList<ButtonBody>? buttons)
    {
        if (buttons is null)
        {
            json.WriteNull("buttons"u8);
            return;
        }

        json.WriteStartArray("buttons"u8);
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, button.Text);
            json.WriteString("key"u8, button.Key);
            json.WriteString("url"u8, button.Url);
            json.WriteString("request"u8, button.Request);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParameters(Utf8JsonWriter json, IReadOnlyList<string>? parameters)
    {
        if (parameters is null)
        {
            json.WriteNull("parameters"u8);
            return;
        }

        json.WriteStartArray("parameters"u8);
        foreach (var parameter in parameters)
        {
            json.WriteStringValue(parameter);
        }

        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, SendError? error)
    {
        if (error is null)
        {
            json.WriteNull("error"u8);
            return;
        }

        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, error.Code);
        json.WriteString("detail"u8, error.Detail);
        json.WriteEndObject();
    }

    private static string Word(MessageDirection direction) => direction switch
    {
        MessageDirection.Inbound => "inbound",
        MessageDirection.Outbound => "outbound",
        MessageDirection.Note => "note",
        _ => "event",
    };

    private static string Word(AuthorKind kind) => kind switch
    {
        AuthorKind.Contact => "contact",
        AuthorKind.Operator => "operator",
        AuthorKind.Automation => "automation",
        _ => "system",
    };

    private static string Word(MessageStatus status) => status switch
    {
        MessageStatus.Received => "received",
        MessageStatus.Queued => "queued",
        MessageStatus.Sending => "sending",
        MessageStatus.Unknown => "unknown",
        MessageStatus.Sent => "sent",
        MessageStatus.Delivered => "delivered",
        MessageStatus.Read => "read",
        _ => "failed",
    };

    private static string Word(MediaState state) => state switch
    {
        MediaState.Pending => "pending",
        MediaState.Ready => "ready",
        _ => "failed",
    };
}
