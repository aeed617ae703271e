using System.Text.Json;

namespace Rozmova.Workspace.Conversations;

/// <summary>Writes a conversation as <c>ApiJson</c> would; see <see cref="MessageWriter"/>. HOT: measured by the end-to-end benchmark.</summary>
internal static class ConversationWriter
{
    /// <param name="json">Gets it.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="last">Its newest message, where that has been written already.</param>
    public static void Write(Utf8JsonWriter json, ConversationBody conversation, ReadOnlySpan<byte> last = default)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, conversation.Id.Value);
        json.WriteStartObject("channel"u8);
        json.WriteString("id"u8, conversation.Channel.Id.Value);
        json.WriteString("platform"u8, conversation.Channel.Platform);
        json.WriteString("name"u8, conversation.Channel.Name);
        json.WriteEndObject();
        json.WriteStartObject("contact"u8);
        json.WriteString("id"u8, conversation.Contact.Id.Value);
        json.WriteString("name"u8, conversation.Contact.Name);
        json.WriteString("avatarUrl"u8, conversation.Contact.AvatarUrl);
        json.WriteEndObject();
        json.WriteString("status"u8, Word(conversation.Status));
        WriteClaim(json, conversation.Claim);
        json.WriteNumber("unread"u8, conversation.Unread);
        json.WriteStartArray("labels"u8);
        foreach (var label in conversation.Labels)
        {
            json.WriteStringValue(label);
        }

        json.WriteEndArray();
        WriteLast(json, conversation.LastMessage, last);
        json.WriteOrNull("windowClosesAt"u8, conversation.WindowClosesAt);
        json.WriteOrNull("snoozedUntil"u8, conversation.SnoozedUntil);
        json.WriteString("createdAt"u8, conversation.CreatedAt);
        json.WriteString("updatedAt"u8, conversation.UpdatedAt);
        json.WriteOrNull("waitingSince"u8, conversation.WaitingSince);
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, ClaimBody? claim)
    {
        if (claim is null)
        {
            json.WriteNull("claim"u8);
            return;
        }

        json.WriteStartObject("claim"u8);
        json.WriteString("operatorId"u8, claim.OperatorId.Value);
        json.WriteString("name"u8, claim.Name);
        json.WriteString("until"u8, claim.Until);
        json.WriteEndObject();
    }

    private static void WriteLast(Utf8JsonWriter json, MessageBody? last, ReadOnlySpan<byte> written)
    {
        json.WritePropertyName("lastMessage"u8);
        if (!written.IsEmpty)
        {
            json.WriteRawValue(written, skipInputValidation: true);
        }
        else if (last is null)
        {
            json.WriteNullValue();
        }
        else
        {
            MessageWriter.Write(json, last);
        }
    }

    private static string Word(ConversationStatus status) => status switch
    {
        ConversationStatus.Open => "open",
        ConversationStatus.Pending => "pending",
        ConversationStatus.Snoozed => "snoozed",
        _ => "closed",
    };
}
