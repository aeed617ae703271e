using System.Diagnostics;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>A message of ours to the body of send_message, by the pages "Send message" and "Keyboards". Pure.</summary>
internal static class ViberOutbound
{
    private const int MaxCardName = 28;
    private const int MaxCardPhone = 18;
    private const int MaxAddress = 2000;
    private const long MaxThumbnailBytes = 100 * 1024;

    // The level of Viber's API a receiver's client must have; it gets nothing otherwise.
    private const int AnyApiVersion = 1;
    private const int RequestsApiVersion = 3;
    private const int RichMediaApiVersion = 7;

    /// <summary>Why Viber cannot take <paramref name="message"/>; null when it can.</summary>
    public static SendError? Refusal(OutboundMessage message) => message.Content switch
    {
        MessageContent.Template => NotSupported("Viber has no templates; send the text itself."),
        MessageContent.Unsupported or MessageContent.Event or MessageContent.Withheld => NotSupported("This can be shown but not sent."),
        MessageContent.ContactCard { Phone: null or "" } => NotSupported("Viber sends contact cards with a phone number only."),
        MessageContent.ContactCard { Name.Length: > MaxCardName }
            or MessageContent.ContactCard { Phone.Length: > MaxCardPhone } =>
            NotSupported($"On Viber's contact cards a name has {MaxCardName} characters at most, a phone number {MaxCardPhone}."),
        MessageContent.Media media => Refusal(media, ViberFiles.KindOf(media), message.FileUrl),
        _ => null,
    };

    /// <summary>
    /// The body that sends <paramref name="message"/>; <paramref name="simple"/> for clients too old for rich media.
    /// </summary>
    public static SendRequest Write(ChannelConnection channel, OutboundMessage message, bool simple = false)
    {
        var body = new SendRequest { Receiver = message.Chat, Sender = SenderOf(channel), MinApiVersion = AnyApiVersion };
        return message.Content switch
        {
            MessageContent.Text { Body: var text } when IsAddress(text) => body with { Type = "url", Media = text },
            MessageContent.Text { Body: var text } => WithText(body, text),
            MessageContent.Buttons { Body: var text, Items: var items } when !simple && ViberBoards.FitsRichMedia(text, items) =>
                body with
                {
                    MinApiVersion = RichMediaApiVersion,
                    TrackingData = ViberLabels.Write(items),
                    Type = "rich_media",
                    AltText = text,
                    RichMedia = ViberBoards.RichMedia(text, items),
                },
            MessageContent.Buttons { Body: var text, Items: var items } => WithKeyboard(WithText(body, text), items),
            MessageContent.Menu { Body: var text, Items: var items } => WithKeyboard(WithText(body, text), items),
            MessageContent.Media media => WithFile(body, media, message.FileUrl),
            MessageContent.Location place => body with
            {
                Type = "location",
                Location = new Location { Lat = place.Latitude, Lon = place.Longitude },
            },
            MessageContent.ContactCard card => body with
            {
                Type = "contact",
                Contact = new Contact { Name = card.Name, PhoneNumber = card.Phone },
            },
            _ => throw new UnreachableException($"{message.Content} is refused before it comes here."),
        };
    }

    /// <summary>Whom the customer sees as the writer.</summary>
    public static Sender SenderOf(ChannelConnection channel) =>
        new(channel.RequiredText(ViberSettings.Name), channel.Text(ViberSettings.Avatar));

    private static SendError? Refusal(MessageContent.Media media, string kind, Uri? address) => kind switch
    {
        not ViberFiles.Picture when !string.IsNullOrEmpty(media.Caption) =>
            NotSupported("Viber shows words under JPEG, PNG and GIF pictures only; send them as a message of their own."),
        ViberFiles.Sticker => null,
        _ when address is null =>
            FileRefused("Viber fetches files from us, and we have no public address: set PublicUrl."),
        ViberFiles.Video or ViberFiles.File when media.File.Size is null =>
            FileRefused("Viber wants to know a file's size beforehand, and this one's is not known."),
        _ => null,
    };

    private static SendRequest WithText(SendRequest body, string text) => body with { Type = "text", Text = text };

    private static SendRequest WithKeyboard(SendRequest body, IReadOnlyList<Button> items) => items.Count == 0 ? body : body with
    {
        MinApiVersion = items.Any(item => item.Request is not null) ? RequestsApiVersion : AnyApiVersion,
        TrackingData = ViberLabels.Write(items),
        Keyboard = ViberBoards.Keyboard(items),
    };

    private static SendRequest WithFile(SendRequest body, MessageContent.Media media, Uri? url)
    {
        var kind = ViberFiles.KindOf(media);
        var address = url is null ? null : ViberFiles.AddressOf(url, media.File);
        return kind switch
        {
            ViberFiles.Sticker => body with { Type = kind, StickerId = ViberFiles.StickerIdOf(media) },
            ViberFiles.Picture => body with
            {
                Type = kind,
                Text = media.Caption ?? string.Empty,
                Media = address,
                Thumbnail = media.File.Size <= MaxThumbnailBytes ? address : null,
            },
            ViberFiles.Video => body with { Type = kind, Media = address, Size = media.File.Size },
            _ => body with { Type = kind, Media = address, Size = media.File.Size, FileName = ViberFiles.NameOf(media.File) },
        };
    }

    /// <summary>A text that is an address and nothing else: Viber shows what it leads to.</summary>
    private static bool IsAddress(string text) =>
        text.Length <= MaxAddress && !text.Any(char.IsWhiteSpace) && RemoteFile.AddressIn(text) is not null;

    private static SendError NotSupported(string detail) => new(SendErrors.NotSupported, detail);

    private static SendError FileRefused(string detail) => new(SendErrors.FileRefused, detail);
}
