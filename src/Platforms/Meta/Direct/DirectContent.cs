using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>What a message says: one <see cref="MessageContent"/> for each of its attachments, its text with the first.</summary>
internal static class DirectContent
{
    public static IReadOnlyList<MessageContent> Read(MessagePayload message)
    {
        if (message.QuickReply is { } pressed)
        {
            return [new MessageContent.Menu(message.Text ?? pressed.Payload ?? "", pressed.Payload, [])];
        }

        if (message.IsUnsupported)
        {
            return [new MessageContent.Unsupported("unsupported")];
        }

        if (message is { Text: { Length: > 0 } words, Attachments: null, ReplyTo: null or { Story: null } })
        {
            return [new MessageContent.Text(words)]; // nearly always, and what follows makes a dozen objects
        }

        var parts = AttachmentsOf(message).Select(Read).ToList();
        AddText(parts, message.Text);
        if (message.ReplyTo?.Story is { } story)
        {
            parts.Add(Link("In reply to your story", story.Url));
        }

        return parts.Count > 0 ? parts : [new MessageContent.Unsupported("empty")];
    }

    private static void AddText(List<MessageContent> parts, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (parts is [MessageContent.Media { Caption: null } media, ..])
        {
            parts[0] = media with { Caption = text };
        }
        else
        {
            parts.Insert(0, new MessageContent.Text(text));
        }
    }

    private static IEnumerable<AttachmentPayload> AttachmentsOf(MessagePayload message)
    {
        var all = (message.Attachments ?? []).OfType<AttachmentPayload>().ToList();
        return all.Where(each => !IsPreview(each, message) && !IsStickerAsImage(each, all));
    }

    /// <summary>A link in the text comes once more as an attachment.</summary>
    private static bool IsPreview(AttachmentPayload attachment, MessagePayload message) =>
        attachment.Type == "fallback" && !string.IsNullOrEmpty(message.Text);

    /// <summary>
    /// For a time in 2026 a sticker comes twice, as an image too ("Messenger Platform", changelog of June 2026).
    /// </summary>
    private static bool IsStickerAsImage(AttachmentPayload attachment, List<AttachmentPayload> all) =>
        attachment is { Type: "image", Payload.StickerId: { } id } &&
        all.Exists(other => other is { Type: "sticker", Payload.StickerId: { } same } && same == id);

    private static MessageContent Read(AttachmentPayload attachment) => attachment switch
    {
        { Type: "like_heart" } => new MessageContent.Text("❤️"),
        { Type: "fallback", Payload: { } page } when (page.Title ?? page.Url) is not null =>
            new MessageContent.Text(Lines(page.Title, page.Url)),
        { Type: "location", Payload: { Coordinates: { } point } place } =>
            new MessageContent.Location(point.Lat, point.Long, place.Title),
        { Type: "image", Payload.StickerId: not null } => File(MediaKind.Sticker, attachment),
        { Type: "image" } => File(MediaKind.Image, attachment),
        { Type: "audio" } => File(MediaKind.Audio, attachment),
        { Type: "video" } => File(MediaKind.Video, attachment),
        { Type: "file" } => File(MediaKind.File, attachment, NameIn(attachment.Payload?.Url)),
        { Type: "sticker" } => File(MediaKind.Sticker, attachment),
        { Type: "reel" or "ig_reel" } => File(MediaKind.Video, attachment),
        { Type: "share" or "post" or "ig_post" } => File(MediaKind.File, attachment),
        { Type: "template", Payload: { } template } when WordsOf(template) is { } words => new MessageContent.Text(words),
        // A story is gone after a day, and may not be kept: its address is all we show.
        { Type: "story_mention" } => Link("Mentioned you in their story", attachment.Payload?.Url),
        { Type: "ig_story" } => Link("Shared a story", attachment.Payload?.Url),
        _ => new MessageContent.Unsupported(attachment.Type ?? "attachment"),
    };

    private static MessageContent File(MediaKind kind, AttachmentPayload attachment, string? name = null) =>
        attachment.Payload is { Url: { Length: > 0 } url } details
            ? new MessageContent.Media(kind, new Attachment { RemoteKey = url, FileName = name }, Caption: details.Title)
            : new MessageContent.Unsupported(attachment.Type!);

    private static string? WordsOf(AttachmentDetails template) =>
        template.Text
        ?? template.Elements?.Select(card => card?.Title).FirstOrDefault(title => title is not null)
        ?? template.Title;

    private static MessageContent.Text Link(string what, string? url) => new(url is null ? $"{what}." : $"{what}: {url}");

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));

    /// <summary>A file's name is nowhere but in its address.</summary>
    private static string? NameIn(string? url)
    {
        var name = Uri.TryCreate(url, UriKind.Absolute, out var address) ? Uri.UnescapeDataString(address.Segments[^1]) : "";
        return name.Contains('.', StringComparison.Ordinal) ? name : null;
    }
}
