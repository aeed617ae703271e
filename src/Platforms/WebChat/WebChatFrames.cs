using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>The frames to the widget.</summary>
internal static class WebChatFrames
{
    public static ReadOnlyMemory<byte> Typing { get; } = Write(new ServerFrame("typing"));

    public static ReadOnlyMemory<byte> Pong { get; } = Write(new ServerFrame("pong"));

    public static ReadOnlyMemory<byte> Welcome(string token, ChatPage page, IChatFiles files) => Write(new ServerFrame("welcome")
    {
        Token = token,
        Messages = Payloads(page, files),
        More = page.HasMore,
        Unread = page.Unread,
    });

    public static ReadOnlyMemory<byte> History(ChatPage page, IChatFiles files) => Write(new ServerFrame("history")
    {
        Messages = Payloads(page, files),
        More = page.HasMore,
    });

    public static ReadOnlyMemory<byte> Message(ChatEntry entry, IChatFiles files) =>
        Write(new ServerFrame("message") { Message = ToPayload(entry, files) });

    public static ReadOnlyMemory<byte> Seen(int unread) => Write(new ServerFrame("seen") { Unread = unread });

    public static ReadOnlyMemory<byte> Accepted(string id) => Write(new ServerFrame("accepted") { Id = id });

    /// <summary>With a wait it is worth another try, without one it never will be.</summary>
    public static ReadOnlyMemory<byte> Refused(string? id, string code, TimeSpan? wait = null) => Write(new ServerFrame("refused")
    {
        Id = id,
        Code = code,
        Wait = (int?)wait?.TotalMilliseconds,
    });

    private static List<MessagePayload> Payloads(ChatPage page, IChatFiles files) =>
        [.. page.Entries.Select(entry => ToPayload(entry, files))];

    private static MessagePayload ToPayload(ChatEntry entry, IChatFiles files) => new()
    {
        Id = entry.Id.Value,
        ClientId = entry.IsOurs ? null : entry.PlatformId,
        Mine = !entry.IsOurs,
        Name = entry.Operator,
        At = entry.At.UtcDateTime,
        Content = ToPayload(entry.Content, files),
        ReplyTo = entry.ReplyTo?.Value,
        Edited = entry.EditedAt is null ? null : true,
        Deleted = entry.IsDeleted ? true : null,
        Report = entry.Report switch
        {
            DeliveryReport.Delivered => "delivered",
            DeliveryReport.Read => "read",
            _ => null,
        },
    };

    private static ContentPayload ToPayload(MessageContent content, IChatFiles files) => content switch
    {
        MessageContent.Text text => new("text") { Text = text.Body },
        MessageContent.Media media => new(TypeOf(media.Kind))
        {
            Text = media.Caption,
            Url = media.File is { Id: { } id, State: MediaState.Ready } ? files.AddressOf(id) : null,
            MimeType = media.File.MimeType,
            FileName = media.File.FileName,
            Size = media.File.Size,
        },
        MessageContent.Location place =>
            new("location") { Latitude = place.Latitude, Longitude = place.Longitude, Name = place.Name },
        MessageContent.ContactCard card => new("contact") { Name = card.Name, Phone = card.Phone },
        MessageContent.Buttons buttons => new("buttons") { Text = buttons.Body, Buttons = ToPayloads(buttons.Items) },
        MessageContent.Menu menu => new("menu") { Text = menu.Body, Buttons = ToPayloads(menu.Items) },
        _ => new("unsupported"),
    };

    private static string TypeOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Audio => "audio",
        MediaKind.Voice => "voice",
        MediaKind.Video => "video",
        MediaKind.Sticker => "sticker",
        _ => "file",
    };

    private static List<ButtonPayload> ToPayloads(IReadOnlyList<Button> buttons) =>
        [.. buttons.Select(button => new ButtonPayload(button.Text, button.Key, button.Url))];

    private static byte[] Write(ServerFrame frame) => JsonSerializer.SerializeToUtf8Bytes(frame, WebChatJson.Default.ServerFrame);
}
