using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>From the bodies our own endpoints hand in to events. Pure.</summary>
internal static class WebChatInbound
{
    /// <summary>How much of a visitor's id stands in for a name.</summary>
    private const int ShownOfVisitor = 6;

    /// <summary>
    /// An id inside one visitor's chat: the widget makes the ids of its messages, and no visitor may touch another's.
    /// </summary>
    public static PlatformMessageId IdOf(string id, string visitor) => new(id, Scope: visitor);

    public static IReadOnlyList<InboundEvent> Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, WebChatJson.Default.VisitorBody) is { Visitor.Length: >= ShownOfVisitor } read
                ? Read(read)
                : throw Missing("visitor");
        }
        catch (JsonException malformed)
        {
            // Not passed on as the inner exception: its text may quote the content. The path does not.
            throw new UnreadableWebhookException(
                $"The body is not what a visitor's session writes: look at {malformed.Path ?? "$"}.");
        }
    }

    private static List<InboundEvent> Read(VisitorBody body) => body.Type switch
    {
        VisitorBody.Message => [Message(body, new MessageContent.Text(body.Text ?? throw Missing("text")))],
        VisitorBody.Press =>
            [Message(body, new MessageContent.Menu(body.Text ?? body.Key ?? throw Missing("key"), body.Key, []))],
        VisitorBody.File => [Message(body, FileOf(body.Attachment ?? throw Missing("attachment")))],
        VisitorBody.Typing => [new InboundEvent.Typing { Chat = body.Visitor }],
        VisitorBody.Delivered => Receipts(body, DeliveryReport.Delivered),
        VisitorBody.Read => Receipts(body, DeliveryReport.Read),
        _ => throw new UnreadableWebhookException("The type is unknown."),
    };

    private static InboundEvent.MessageReceived Message(VisitorBody body, MessageContent content) => new()
    {
        Chat = body.Visitor,
        Id = IdOf(body.Id ?? throw Missing("id"), body.Visitor),
        From = new Profile { Username = $"visitor-{body.Visitor[..ShownOfVisitor]}", Language = body.Language },
        Content = content,
    };

    private static MessageContent.Media FileOf(FilePayload file) => new(
        KindOf(file.MimeType),
        new Attachment
        {
            Id = new MediaId(file.MediaId),
            State = MediaState.Ready,
            MimeType = file.MimeType,
            FileName = file.FileName,
            Size = file.Size,
        },
        Caption: null);

    // Types that browsers show are the checked ones; everything else, SVG too, is a file to download.
    private static MediaKind KindOf(string? type) => type switch
    {
        "image/png" or "image/jpeg" or "image/gif" or "image/webp" => MediaKind.Image,
        not null when type.StartsWith("video/", StringComparison.Ordinal) => MediaKind.Video,
        not null when type.StartsWith("audio/", StringComparison.Ordinal) => MediaKind.Audio,
        _ => MediaKind.File,
    };

    private static List<InboundEvent> Receipts(VisitorBody body, DeliveryReport report) =>
    [
        .. (body.Ids ?? []).Select(id => new InboundEvent.DeliveryReported
        {
            Chat = body.Visitor,
            Id = IdOf(id.ToString(), body.Visitor),
            Report = report,
        }),
    ];

    private static UnreadableWebhookException Missing(string field) => new($"'{field}' is missing.");
}
