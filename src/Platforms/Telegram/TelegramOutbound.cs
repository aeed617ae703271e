using System.Diagnostics;
using System.Globalization;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>One call that sends or edits: the method, its parameters, and the field for its file, if it has one.</summary>
internal sealed record TelegramCall(string Method, MessageRequest Body, string? FileField = null);

/// <summary>A message of ours to a call of the Bot API. Pure.</summary>
internal static class TelegramOutbound
{
    /// <summary>Why Telegram cannot take <paramref name="content"/>; null when it can.</summary>
    public static SendError? Refusal(MessageContent content) => content switch
    {
        MessageContent.Template => NotSupported("Telegram has no templates; send the text itself."),
        MessageContent.Unsupported or MessageContent.Event or MessageContent.Withheld => NotSupported("This can be shown but not sent."),
        MessageContent.ContactCard { Phone: null or "" } =>
            NotSupported("Telegram sends contact cards with a phone number only."),
        MessageContent.Media { Kind: MediaKind.Sticker, Caption: not (null or "") } =>
            NotSupported("A sticker cannot have a caption."),
        MessageContent.Buttons { Items: var items } when items.Any(item => item.Request is not null) =>
            NotSupported("Buttons that ask for a phone number or a location belong into a menu, not under a message."),
        MessageContent.Menu { Items: var items } when items.Any(item => item.Url is not null) =>
            NotSupported("Buttons that open a page belong under a message, not into a menu."),
        _ => null,
    };

    /// <summary>Why <paramref name="content"/> cannot replace a sent one; null when it can.</summary>
    public static SendError? EditRefusal(MessageContent content) => content switch
    {
        MessageContent.Text or MessageContent.Buttons or MessageContent.Media => Refusal(content),
        _ => NotSupported("Telegram changes texts, buttons and captions only; delete the message and send a new one."),
    };

    /// <summary>
    /// The call that sends <paramref name="message"/>. Words go out as HTML with everything escaped, so they arrive as they were
    /// written; <paramref name="asHtml"/> is false for the second try, after Telegram could not read the first.
    /// </summary>
    public static TelegramCall Send(OutboundMessage message, ChatAddress address, bool asHtml = true)
    {
        var body = new MessageRequest
        {
            ChatId = address.Chat,
            MessageThreadId = address.Topic,
            BusinessConnectionId = address.Connection,
            ReplyParameters = ReplyTo(message),
        };
        return message.Content switch
        {
            MessageContent.Text { Body: var text } => new("sendMessage", WithText(body, text, asHtml)),
            MessageContent.Buttons { Body: var text, Items: var items } => new(
                "sendMessage", WithText(body, text, asHtml) with { ReplyMarkup = TelegramKeyboards.Inline(items) }),
            MessageContent.Menu { Body: var text, Items: var items } => new(
                "sendMessage", WithText(body, text, asHtml) with { ReplyMarkup = TelegramKeyboards.Reply(items) }),
            MessageContent.Media { Caption: var caption } media => Upload(media, WithCaption(body, caption, asHtml)),
            MessageContent.Location location => Place(location, body),
            MessageContent.ContactCard card => new(
                "sendContact", body with { PhoneNumber = card.Phone, FirstName = card.Name }),
            _ => throw new UnreachableException($"{message.Content} is refused before it comes here."),
        };
    }

    /// <summary>The call that changes message <paramref name="target"/>. Of a file only the caption changes.</summary>
    public static TelegramCall Edit(MessageContent content, ChatAddress address, long target, bool asHtml = true)
    {
        var body = new MessageRequest { ChatId = address.Chat, BusinessConnectionId = address.Connection, MessageId = target };
        return content switch
        {
            MessageContent.Text { Body: var text } => new("editMessageText", WithText(body, text, asHtml)),
            MessageContent.Buttons { Body: var text, Items: var items } => new(
                "editMessageText", WithText(body, text, asHtml) with { ReplyMarkup = TelegramKeyboards.Inline(items) }),
            MessageContent.Media { Caption: var caption } => new("editMessageCaption", WithCaption(body, caption, asHtml)),
            _ => throw new UnreachableException($"{content} is refused before it comes here."),
        };
    }

    private static TelegramCall Upload(MessageContent.Media media, MessageRequest body) => media.Kind switch
    {
        MediaKind.Image when media.File.MimeType == "image/gif" => new("sendAnimation", body, "animation"), // photos stand still
        MediaKind.Image => new("sendPhoto", body, "photo"),
        MediaKind.Audio => new("sendAudio", body, "audio"),
        MediaKind.Voice => new("sendVoice", body, "voice"),
        MediaKind.Video => new("sendVideo", body, "video"),
        MediaKind.Sticker => new("sendSticker", body, "sticker"),
        _ => new("sendDocument", body, "document"),
    };

    /// <summary>A place with a name is a venue, whose address is required: the coordinates are the one we have.</summary>
    private static TelegramCall Place(MessageContent.Location location, MessageRequest body)
    {
        var point = body with { Latitude = location.Latitude, Longitude = location.Longitude };
        var address = string.Create(CultureInfo.InvariantCulture, $"{location.Latitude}, {location.Longitude}");
        return string.IsNullOrWhiteSpace(location.Name)
            ? new TelegramCall("sendLocation", point)
            : new TelegramCall("sendVenue", point with { Title = location.Name, Address = address });
    }

    private static MessageRequest WithText(MessageRequest body, string text, bool asHtml) =>
        asHtml ? body with { Text = Escape(text), ParseMode = "HTML" } : body with { Text = text };

    private static MessageRequest WithCaption(MessageRequest body, string? caption, bool asHtml) => caption switch
    {
        null or "" => body,
        _ when asHtml => body with { Caption = Escape(caption), ParseMode = "HTML" },
        _ => body with { Caption = caption },
    };

    /// <summary>Telegram knows only these three (and quotes, which are harmless outside of tags).</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A pressed button has an id of ours that Telegram does not know; an answer to it is an ordinary message.</summary>
    private static ReplyParameters? ReplyTo(OutboundMessage message) =>
        long.TryParse(message.ReplyTo?.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ReplyParameters(id)
            : null;

    private static SendError NotSupported(string detail) => new(SendErrors.NotSupported, detail);
}
