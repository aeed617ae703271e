using System.Collections.Frozen;
using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>What a message says: Telegram's dozens of optional members to one <see cref="MessageContent"/>.</summary>
internal static class TelegramContent
{
    /// <summary>Members that every kind of message may have; the first other one names the kind.</summary>
    private static readonly FrozenSet<string> Envelope = new[]
    {
        "message_id", "message_thread_id", "is_topic_message", "direct_messages_topic", "business_connection_id",
        "chat", "from", "sender_chat", "sender_boost_count", "sender_business_bot", "sender_tag", "author_signature", "via_bot",
        "date", "edit_date", "forward_origin", "is_automatic_forward", "is_from_offline", "is_paid_post", "paid_star_count",
        "reply_to_message", "external_reply", "quote", "reply_to_story", "reply_to_checklist_task_id", "reply_markup",
        "media_group_id", "has_protected_content", "has_media_spoiler", "show_caption_above_media", "link_preview_options",
        "effect_id",
    }.ToFrozenSet();

    /// <summary>
    /// Reads the content. The order matters: an animation also fills <c>document</c>, a venue also fills <c>location</c>.
    /// <paramref name="body"/> is the whole update, looked at again only to name a kind we do not know.
    /// </summary>
    public static MessageContent Read(Message message, ReadOnlyMemory<byte> body) => message switch
    {
        { Text: { } text } => new MessageContent.Text(text),
        { Photo: { Length: > 0 } sizes } when sizes[^1] is { } photo => Media(MediaKind.Image, photo, "image/jpeg", message),
        { Voice: { } voice } => Media(MediaKind.Voice, voice, "audio/ogg", message),
        { Audio: { } audio } => Media(MediaKind.Audio, audio, "audio/mpeg", message),
        { Video: { } video } => Media(MediaKind.Video, video, "video/mp4", message),
        { VideoNote: { } note } => Media(MediaKind.Video, note, "video/mp4", message),
        { Animation: { } animation } => Media(MediaKind.Video, animation, "video/mp4", message),
        { Document: { } document } => Media(MediaKind.File, document, null, message),
        { Sticker: { } sticker } => Media(MediaKind.Sticker, sticker, StickerType(sticker), message),
        { Venue: { Location: { } place } venue } => Location(place, NameOf(venue)),
        { Location: { } place } => Location(place, null),
        { Contact: { } contact } => new MessageContent.ContactCard(NameOf(contact), contact.PhoneNumber),
        { Caption: { } caption } => new MessageContent.Text(caption),
        _ => new MessageContent.Unsupported(KindOf(body.Span)),
    };

    private static MessageContent.Media Media(MediaKind kind, FilePayload file, string? mimeType, Message message)
    {
        var attachment = new Attachment
        {
            RemoteKey = file.FileId,
            MimeType = file.MimeType ?? mimeType,
            FileName = file.FileName,
            Size = file.FileSize,
        };
        return new MessageContent.Media(kind, attachment, message.Caption);
    }

    private static string StickerType(FilePayload sticker) => sticker switch
    {
        { IsAnimated: true } => "application/x-tgsticker",
        { IsVideo: true } => "video/webm",
        _ => "image/webp",
    };

    private static MessageContent.Location Location(LocationPayload place, string? name) =>
        new(place.Latitude, place.Longitude, name);

    private static string NameOf(VenuePayload venue) => Join(", ", venue.Title, venue.Address);

    private static string NameOf(ContactPayload contact) => Join(" ", contact.FirstName, contact.LastName);

    private static string Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string KindOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 2 || reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = reader.GetString()!;
            if (!Envelope.Contains(name))
            {
                return name;
            }
        }

        return "empty";
    }
}
