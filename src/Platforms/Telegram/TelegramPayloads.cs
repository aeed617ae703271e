using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Telegram;

// What Telegram sends, as lean as we need it: members that are not listed are skipped without being read.
// Hot path: plain setters instead of `init` and `required`, which make the serializer collect constructor arguments
// (2.2 instead of 1.3 microseconds for a text). TelegramInbound checks what must be there.

internal sealed class Update
{
    public long? UpdateId { get; set; }

    public Message? Message { get; set; }

    public Message? EditedMessage { get; set; }

    public Message? ChannelPost { get; set; }

    public Message? EditedChannelPost { get; set; }

    public Message? BusinessMessage { get; set; }

    public Message? EditedBusinessMessage { get; set; }

    public DeletedMessages? DeletedBusinessMessages { get; set; }

    public CallbackQuery? CallbackQuery { get; set; }

    public MessageReaction? MessageReaction { get; set; }

    public MembershipChange? MyChatMember { get; set; }

    /// <summary>The kinds we do not know, by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal sealed class Message
{
    public long MessageId { get; set; }

    public long Date { get; set; }

    public long? EditDate { get; set; }

    public Chat? Chat { get; set; }

    /// <summary>Absent in channels; a placeholder where <see cref="SenderChat"/> is set.</summary>
    public User? From { get; set; }

    public Chat? SenderChat { get; set; }

    public long? MessageThreadId { get; set; }

    /// <summary>Only then is the thread a forum topic; elsewhere it is a chain of replies.</summary>
    public bool IsTopicMessage { get; set; }

    public string? BusinessConnectionId { get; set; }

    public RepliedMessage? ReplyToMessage { get; set; }

    public long? MigrateToChatId { get; set; }

    public long? MigrateFromChatId { get; set; }

    public string? Text { get; set; }

    public string? Caption { get; set; }

    /// <summary>One picture in several sizes, the largest last.</summary>
    public FilePayload?[]? Photo { get; set; }

    public FilePayload? Voice { get; set; }

    public FilePayload? Audio { get; set; }

    public FilePayload? Video { get; set; }

    public FilePayload? VideoNote { get; set; }

    public FilePayload? Animation { get; set; }

    public FilePayload? Document { get; set; }

    public FilePayload? Sticker { get; set; }

    public LocationPayload? Location { get; set; }

    public VenuePayload? Venue { get; set; }

    public ContactPayload? Contact { get; set; }
}

internal sealed class Chat
{
    public long Id { get; set; }

    public string? Title { get; set; }
}

internal sealed class User
{
    public long Id { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }
}

internal sealed class RepliedMessage
{
    public long MessageId { get; set; }
}

internal sealed class FilePayload
{
    public string? FileId { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }

    public long? FileSize { get; set; }

    public bool IsAnimated { get; set; }

    public bool IsVideo { get; set; }
}

internal sealed class LocationPayload
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }
}

internal sealed class VenuePayload
{
    public LocationPayload? Location { get; set; }

    public string? Title { get; set; }

    public string? Address { get; set; }
}

internal sealed class ContactPayload
{
    public string? PhoneNumber { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }
}

internal sealed class CallbackQuery
{
    public string? Id { get; set; }

    public User? From { get; set; }

    /// <summary>The message with the button; absent for messages sent through inline mode.</summary>
    public PressedMessage? Message { get; set; }

    /// <summary>Absent for the buttons of games.</summary>
    public string? Data { get; set; }
}

internal sealed class PressedMessage
{
    public long MessageId { get; set; }

    public Chat? Chat { get; set; }

    public long? MessageThreadId { get; set; }

    public bool IsTopicMessage { get; set; }

    public string? BusinessConnectionId { get; set; }

    public PressedKeyboard? ReplyMarkup { get; set; }
}

internal sealed class PressedKeyboard
{
    public PressedButton?[]?[]? InlineKeyboard { get; set; }
}

internal sealed class PressedButton
{
    public string? Text { get; set; }

    public string? CallbackData { get; set; }
}

internal sealed class MessageReaction
{
    public Chat? Chat { get; set; }

    public long MessageId { get; set; }

    public long Date { get; set; }

    public ReactionType?[]? NewReaction { get; set; }
}

internal sealed class ReactionType
{
    public string? Type { get; set; }

    public string? Emoji { get; set; }
}

internal sealed class MembershipChange
{
    public Chat? Chat { get; set; }

    public User? From { get; set; }

    public long Date { get; set; }

    public Membership? OldChatMember { get; set; }

    public Membership? NewChatMember { get; set; }
}

internal sealed class Membership
{
    public string? Status { get; set; }
}

internal sealed class DeletedMessages
{
    public string? BusinessConnectionId { get; set; }

    public Chat? Chat { get; set; }

    public long[]? MessageIds { get; set; }
}
