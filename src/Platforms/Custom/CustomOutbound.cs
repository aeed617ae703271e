using System.Net;
using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Custom;

/// <summary>From a message to the bytes the receiver gets, and from its answer to an outcome. Pure.</summary>
internal static class CustomOutbound
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>What keeps a message from being sent; null for nothing.</summary>
    public static SendError? ObjectionTo(OutboundMessage message) => message switch
    {
        { Content: MessageContent.Template or MessageContent.Unsupported or MessageContent.Withheld } =>
            new(SendErrors.NotSupported, "A custom channel does not take this kind of message."),
        { Content: MessageContent.Media, FileUrl: null } =>
            new(SendErrors.FileRefused, "The receiver fetches files from us, and we have no public address: set PublicUrl."),
        _ => null,
    };

    public static byte[] Write(OutboundMessage message) => JsonSerializer.SerializeToUtf8Bytes(
        new OutboundPayload
        {
            Id = message.Id.ToString(),
            To = new PersonPayload { Id = message.Chat },
            ConversationId = message.ConversationId.ToString(),
            Content = ToPayload(message.Content, message.FileUrl),
            SentAt = message.CreatedAt.UtcDateTime,
            ReplyTo = message.ReplyTo?.Id,
        },
        CustomJson.Default.OutboundPayload);

    public static SendOutcome ToOutcome(CustomAnswer answer, MessageId ours) => answer.Status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new SendOutcome.Sent(IdOf(answer, ours)),
        HttpStatusCode.Gone => new SendOutcome.ChannelRejected(
            "The receiver answers 410: it is gone. Give the channel another callbackUrl."),
        _ when IsPassing(answer.Status) => answer.RetryAfter is { } wait
            ? new SendOutcome.Throttled(wait < LongestWait ? wait : LongestWait, ThrottleScope.Channel)
            : new SendOutcome.NotDelivered($"The receiver answered {(int)answer.Status}."),
        < HttpStatusCode.BadRequest => Rejected($"The receiver answered {(int)answer.Status}; redirects are not followed."),
        _ => Rejected($"The receiver answered {(int)answer.Status}."),
    };

    /// <summary>Whether a status speaks of the moment and not of the request.</summary>
    public static bool IsPassing(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or TooEarly or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    // Scoped by our own id: the receiver may number its answers from the same range as what it brings in, or say the same each
    // time, and then one message must not pass for another.
    private static PlatformMessageId IdOf(CustomAnswer answer, MessageId ours) => ReceiptIn(answer.Body) is { } receipt
        ? new PlatformMessageId(receipt, Scope: ours.ToString())
        : new PlatformMessageId(ours.ToString());

    /// <summary>Our own id of a message that went by <see cref="IdOf"/>.</summary>
    public static string OurIdIn(PlatformMessageId id) => id.Scope.Length > 0 ? id.Scope : id.Id;

    private static SendOutcome.Refused Rejected(string detail) => new(new SendError(SendErrors.Rejected, detail));

    /// <summary>The receiver's id of the message, where its answer has one.</summary>
    private static string? ReceiptIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var id = JsonSerializer.Deserialize(body, CustomJson.Default.ReceiptPayload)?.Id ?? default;
            var text = id.ValueKind switch
            {
                JsonValueKind.String => id.GetString(),
                JsonValueKind.Number => id.GetRawText(),
                _ => null,
            };
            return text is { Length: > 0 and <= CustomInbound.MaxIdLength } ? text : null;
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            // A receiver may answer anything: its 2xx is what counts, and our own id stands in.
            return null;
        }
    }

    public static ContentPayload ToPayload(MessageContent content, Uri? file) => content switch
    {
        MessageContent.Text text => new() { Type = ContentTypes.Text, Text = text.Body },
        MessageContent.Media media => new()
        {
            Type = ContentTypes.Of(media.Kind),
            Text = media.Caption,
            Url = file?.AbsoluteUri,
            MimeType = media.File.MimeType,
            FileName = media.File.FileName,
            Size = media.File.Size,
        },
        MessageContent.Location place => new()
        {
            Type = ContentTypes.Location,
            Latitude = place.Latitude,
            Longitude = place.Longitude,
            Name = place.Name,
        },
        MessageContent.ContactCard card => new() { Type = ContentTypes.Contact, Name = card.Name, Phone = card.Phone },
        MessageContent.Buttons buttons => new()
        {
            Type = ContentTypes.Buttons,
            Text = buttons.Body,
            Buttons = ToPayload(buttons.Items),
        },
        MessageContent.Menu menu => new()
        {
            Type = ContentTypes.Menu,
            Text = menu.Body,
            Key = menu.Key,
            Buttons = ToPayload(menu.Items),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.GetType().Name, "Refused before it gets here."),
    };

    private static ButtonPayload[] ToPayload(IReadOnlyList<Button> buttons) =>
        [.. buttons.Select(button => new ButtonPayload
        {
            Text = button.Text,
            Key = button.Key,
            Url = button.Url,
            Request = button.Request,
        })];
}
