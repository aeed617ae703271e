using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Chats;

/// <summary>From entries as operators see them to entries as the customer may.</summary>
internal static class ChatEntries
{
    /// <summary>The customer's view; null for what is not for their eyes: notes, events, and what has not left us.</summary>
    public static ChatEntry? Of(MessageBody message) => message switch
    {
        { Direction: MessageDirection.Inbound } => Entry(message),
        { Direction: MessageDirection.Outbound, Status: MessageStatus.Sent or MessageStatus.Delivered or MessageStatus.Read } => Entry(message),
        _ => null,
    };

    private static ChatEntry Entry(MessageBody message) => new()
    {
        Id = message.Id,
        IsOurs = message.Direction == MessageDirection.Outbound,
        PlatformId = message.PlatformMessageId,
        Operator = message.Author.Kind == AuthorKind.Operator ? message.Author.Name : null,
        Content = ContentOf(message.Content),
        ReplyTo = message.ReplyTo,
        At = message.CreatedAt,
        EditedAt = message.EditedAt,
        IsDeleted = message.DeletedAt is not null,
        Report = message.Status switch
        {
            MessageStatus.Delivered => DeliveryReport.Delivered,
            MessageStatus.Read => DeliveryReport.Read,
            _ => null,
        },
    };

    private static MessageContent ContentOf(ContentBody body) => body.Type switch
    {
        "text" => new MessageContent.Text(body.Text ?? ""),
        "location" => new MessageContent.Location(body.Latitude ?? 0, body.Longitude ?? 0, body.Name),
        "contact" => new MessageContent.ContactCard(body.Name ?? "", body.Phone),
        "buttons" => new MessageContent.Buttons(body.Text ?? "", ButtonsOf(body)),
        "menu" => new MessageContent.Menu(body.Text ?? "", body.Key, ButtonsOf(body)),
        _ when ContentMapping.ToMediaKind(body.Type) is { } kind => new MessageContent.Media(kind, FileOf(body), body.Text),
        _ => new MessageContent.Unsupported(body.Key ?? body.Type ?? ""),
    };

    private static Attachment FileOf(ContentBody body) => new()
    {
        Id = body.MediaId,
        State = body.Media ?? MediaState.Pending,
        MimeType = body.MimeType,
        FileName = body.FileName,
        Size = body.Size,
    };

    private static List<Button> ButtonsOf(ContentBody body) =>
        [.. (body.Buttons ?? []).Select(button => new Button(button.Text ?? "", button.Key, button.Url, button.Request))];
}
