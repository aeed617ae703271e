using System.Diagnostics;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>A message of ours to a body of the Cloud API. Pure.</summary>
internal static class WhatsAppOutbound
{
    /// <summary>Why WhatsApp cannot take <paramref name="content"/>; null when it can.</summary>
    public static SendError? Refusal(MessageContent content) => content switch
    {
        MessageContent.Unsupported or MessageContent.Event or MessageContent.Withheld => NotSupported("This can be shown but not sent."),
        MessageContent.Buttons buttons => NotSupported(WhatsAppButtons.Refusal(buttons.Body, buttons.Items)),
        MessageContent.Menu menu => NotSupported(WhatsAppButtons.Refusal(menu.Body, menu.Items)),
        MessageContent.Media media => RefusalOf(media),
        MessageContent.Template template => NotSupported(WhatsAppTemplateMessage.Refusal(template)),
        _ => null,
    };

    /// <summary>
    /// The body that sends <paramref name="message"/>, but for its address; of a file, <paramref name="fileId"/> is the upload.
    /// </summary>
    public static WhatsAppMessage Write(OutboundMessage message, string? fileId) => Write(message.Content, fileId) with
    {
        BizOpaqueCallbackData = message.Id.ToString(),
        Context = message.ReplyTo is { } answered ? new MessageContext(MessageIdOf(answered)) : null,
    };

    /// <summary>
    /// What the file is to WhatsApp: it has a few types for each kind, and takes any other as a document ("Cloud API, Media").
    /// </summary>
    public static string TypeOf(MessageContent.Media media) => (media.Kind, media.File.MimeType) switch
    {
        (MediaKind.Image, "image/jpeg" or "image/png") => "image",
        (MediaKind.Video, "video/mp4" or "video/3gpp") => "video",
        (MediaKind.Audio or MediaKind.Voice, "audio/aac" or "audio/amr" or "audio/mpeg" or "audio/mp4" or "audio/ogg") => "audio",
        (MediaKind.Sticker, _) => "sticker",
        _ => "document",
    };

    private static WhatsAppMessage Write(MessageContent content, string? fileId) => content switch
    {
        MessageContent.Text { Body: var text } => OfText(text),
        MessageContent.Menu { Items.Count: 0, Body: var text } => OfText(text), // there is no keyboard to take away
        MessageContent.Buttons { Items.Count: 0, Body: var text } => OfText(text),
        MessageContent.Menu { Body: var text, Items: var items } => OfButtons(text, items),
        MessageContent.Buttons { Body: var text, Items: var items } => OfButtons(text, items),
        MessageContent.Media media => OfFile(media, fileId),
        MessageContent.Location place => new()
        {
            Type = "location",
            Location = new PlaceBody(place.Latitude, place.Longitude, place.Name),
        },
        MessageContent.ContactCard { Name: var name, Phone: var phone } => new()
        {
            Type = "contacts",
            Contacts = [new CardBody(new CardBodyName(name, name), phone is null or "" ? null : [new CardBodyPhone(phone)])],
        },
        MessageContent.Template template => new() { Type = "template", Template = WhatsAppTemplateMessage.Of(template, fileId) },
        _ => throw new UnreachableException($"{content} is refused before it comes here."),
    };

    private static WhatsAppMessage OfText(string text) =>
        new() { Type = "text", Text = new TextBody(text, PreviewUrl: text.Contains("://", StringComparison.Ordinal)) };

    private static WhatsAppMessage OfButtons(string text, IReadOnlyList<Button> items) =>
        new() { Type = "interactive", Interactive = WhatsAppButtons.Write(text, items) };

    private static WhatsAppMessage OfFile(MessageContent.Media media, string? fileId)
    {
        var type = TypeOf(media);
        var file = new FileBody { Id = fileId, Caption = string.IsNullOrEmpty(media.Caption) ? null : media.Caption };
        return type switch
        {
            "image" => new() { Type = type, Image = file },
            "video" => new() { Type = type, Video = file },
            "audio" => new() { Type = type, Audio = file with { Voice = IsVoiceNote(media) ? true : null } },
            "sticker" => new() { Type = type, Sticker = file },
            _ => new() { Type = type, Document = file with { Filename = media.File.FileName } },
        };
    }

    /// <summary>Only this format makes one; others arrive as sound files.</summary>
    private static bool IsVoiceNote(MessageContent.Media media) => media is { Kind: MediaKind.Voice, File.MimeType: "audio/ogg" };

    private static SendError? RefusalOf(MessageContent.Media media) => media switch
    {
        { Caption: not (null or "") } when TypeOf(media) is "audio" or "sticker" =>
            NotSupported("WhatsApp takes no caption with sounds and stickers; send the words as a message of their own."),
        { Kind: MediaKind.Sticker, File.MimeType: not (null or "image/webp") } =>
            NotSupported("WhatsApp's stickers are WebP pictures of 512 by 512 points; send this one as an image."),
        _ => null,
    };

    /// <summary>The message a part of it belongs to: several cards in one message have ids of our making.</summary>
    /// <summary>A reaction at a message; an empty one takes ours back.</summary>
    public static WhatsAppMessage Reaction(PlatformMessageId target, string? emoji) => new()
    {
        Type = "reaction",
        Reaction = new ReactionBody(MessageIdOf(target), emoji ?? ""),
    };

    public static string MessageIdOf(PlatformMessageId id) => id.Id.Split('#')[0];

    private static SendError? NotSupported(string? detail) =>
        detail is null ? null : new SendError(SendErrors.NotSupported, detail);
}
