using System.Diagnostics;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>A message of ours to a request. Pure.</summary>
internal static class DirectOutbound
{
    /// <summary>
    /// How long anything may be sent after the customer's last message ("Messenger Platform", Policy: 24-hour window).
    /// </summary>
    public static readonly TimeSpan OpenWindow = TimeSpan.FromHours(24);

    /// <summary>How long a person may still answer, under the human agent tag.</summary>
    public static readonly TimeSpan HumanWindow = TimeSpan.FromDays(7);

    /// <summary>Why neither platform can take it; null when they can.</summary>
    public static SendError? Refusal(OutboundMessage message, DateTimeOffset now) => message.Content switch
    {
        MessageContent.Template => null, // goes at any time where there are any, which only the platform knows
        _ when message.IsAutomatic && IsWindowOver(message, now) => new SendError(
            SendErrors.WindowClosed, "More than 24 hours after the customer's last message only a person may answer."),
        MessageContent.Unsupported or MessageContent.Event or MessageContent.Withheld => NotSupported("This can be shown but not sent."),
        MessageContent.Location => NotSupported("Places cannot be sent here; write the address."),
        MessageContent.ContactCard => NotSupported("Contact cards cannot be sent here; write the number."),
        MessageContent.Media { Kind: MediaKind.Sticker } =>
            NotSupported("Only Meta's own stickers can be sent; send it as a picture."),
        MessageContent.Media { Caption: not (null or "") } =>
            NotSupported("A file has no caption here; send the words as a message of their own."),
        MessageContent.Buttons buttons => DirectButtons.Refusal(buttons),
        MessageContent.Menu menu => DirectButtons.Refusal(menu),
        _ => null,
    };

    /// <summary>The request without its file, if it has one: how that is added is the sender's.</summary>
    public static SendRequest Write(OutboundMessage message, DateTimeOffset now)
    {
        var isLate = IsWindowOver(message, now);
        return new SendRequest
        {
            Recipient = new PartyRequest(message.Chat),
            MessagingType = isLate ? "MESSAGE_TAG" : "RESPONSE",
            Tag = isLate ? "HUMAN_AGENT" : null,
            Message = Write(message.Content),
        };
    }

    /// <summary>A message made of a file: a request of its own, as text and file never share one.</summary>
    public static MessageRequest Write(MessageContent.Media media, AttachmentDetailsRequest details) => new()
    {
        Attachment = new AttachmentRequest(TypeOf(media.Kind), details),
    };

    private static MessageRequest Write(MessageContent content) => content switch
    {
        MessageContent.Text { Body: var text } => new MessageRequest { Text = text },
        MessageContent.Media media => Write(media, new AttachmentDetailsRequest()),
        MessageContent.Buttons buttons => DirectButtons.Write(buttons),
        MessageContent.Menu menu => DirectButtons.Write(menu),
        MessageContent.Template => new MessageRequest(),
        _ => throw new UnreachableException($"{content} is refused before it comes here."),
    };

    private static bool IsWindowOver(OutboundMessage message, DateTimeOffset now) => message.LastInboundAt + OpenWindow <= now;

    private static string TypeOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Audio or MediaKind.Voice => "audio",
        MediaKind.Video => "video",
        _ => "file",
    };

    private static SendError NotSupported(string detail) => new(SendErrors.NotSupported, detail);
}
