using System.Diagnostics;
using System.Text;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// A message of ours to what WeChat's API takes (pages "Customer service messages" and "Template messages"). Pure.
/// </summary>
internal static class WeChatOutbound
{
    /// <summary>WeChat counts bytes.</summary>
    public const int MaxTextBytes = 2048;

    /// <summary>Why WeChat cannot take <paramref name="content"/>; null when it can.</summary>
    public static SendError? Refusal(MessageContent content) => content switch
    {
        MessageContent.Text { Body: var text } => TooLong(text),
        MessageContent.Buttons { Body: var text, Items: var items } => TooLong(text) ?? Unwanted(items),
        MessageContent.Menu { Body: var text, Items: var items } => TooLong(text) ?? Unwanted(items),
        MessageContent.Media media => RefusalOf(media),
        MessageContent.Template => null,
        MessageContent.Location => NotSupported("WeChat has no places to send; write the address, or a link to a map."),
        MessageContent.ContactCard => NotSupported("WeChat has no contact cards to send; write the name and number."),
        _ => NotSupported("This can be shown but not sent."),
    };

    /// <summary>What is sent to <c>message/custom/send</c>. A file was uploaded before and goes by its id.</summary>
    public static CustomMessage Custom(OutboundMessage message, string? mediaId) => message.Content switch
    {
        MessageContent.Text { Body: var text } => OfText(message, text),
        MessageContent.Buttons { Body: var text, Items: var items } => WithMenu(message, text, items),
        MessageContent.Menu { Body: var text, Items: var items } => WithMenu(message, text, items),
        MessageContent.Media { Link: { } link } media => OfNews(message, media, link),
        MessageContent.Media { Kind: MediaKind.Image } =>
            new() { ToUser = message.Chat, Type = "image", Image = new MediaBody(mediaId!) },
        MessageContent.Media { Kind: MediaKind.Voice } =>
            new() { ToUser = message.Chat, Type = "voice", Voice = new MediaBody(mediaId!) },
        MessageContent.Media { Kind: MediaKind.Video, File.FileName: var name } =>
            new() { ToUser = message.Chat, Type = "video", Video = new VideoBody(mediaId!, name) },
        _ => throw new UnreachableException($"{message.Content} is refused before it comes here."),
    };

    /// <summary>What is sent to <c>message/template/send</c>.</summary>
    public static TemplateMessage Template(
        OutboundMessage message, MessageContent.Template template, IEnumerable<string> fields) => new()
    {
        ToUser = message.Chat,
        TemplateId = template.Key,
        ClientMsgId = message.Id.Value.ToString("N"),
        Data = fields.Zip(template.Parameters).ToDictionary(pair => pair.First, pair => new TemplateValue(pair.Second)),
    };

    private static CustomMessage OfText(OutboundMessage message, string text) =>
        new() { ToUser = message.Chat, Type = "text", Text = new TextBody(text) };

    /// <summary>
    /// WeChat's menu in a message: lines to tap, each of which comes back with its key. It has none that open a page; those
    /// stand below as links, and alone they make an ordinary text.
    /// </summary>
    private static CustomMessage WithMenu(OutboundMessage message, string text, IReadOnlyList<Button> items)
    {
        var links = string.Join('\n', items.Where(item => item.Url is not null).Select(Link));
        MenuEntry[] entries =
            [.. items.Where(item => item.Url is null).Select(item => new MenuEntry(item.Key ?? item.Text, item.Text))];
        return entries.Length == 0
            ? OfText(message, links.Length == 0 ? text : $"{text}\n{links}")
            : new()
            {
                ToUser = message.Chat,
                Type = "msgmenu",
                Menu = new MenuBody(text, entries, links.Length == 0 ? null : links),
            };
    }

    /// <summary>An image-text message of one article: the caption's first line is its title, the others its description.</summary>
    private static CustomMessage OfNews(OutboundMessage message, MessageContent.Media media, Button link)
    {
        string[] lines = [.. (media.Caption ?? "").Trim().Split('\n', 2), ""];
        var title = lines[0].Trim();
        return new()
        {
            ToUser = message.Chat,
            Type = "news",
            News = new NewsBody([new Article(
                title.Length == 0 ? link.Text : title, lines[1].Trim(), link.Url!, message.FileUrl!.AbsoluteUri)]),
        };
    }

    private static string Link(Button button) =>
        $"<a href=\"{button.Url!.Replace("\"", "%22", StringComparison.Ordinal)}\">{button.Text}</a>";

    private static SendError? RefusalOf(MessageContent.Media media) => media switch
    {
        { Link: not null } => null,
        { Caption: not (null or "") } =>
            NotSupported("WeChat's files have no captions; send the words as a message of their own."),
        { Kind: MediaKind.Image } => null,
        { Kind: MediaKind.Voice, File.MimeType: null or "audio/amr" or "audio/mpeg" or "audio/mp3" } => null,
        { Kind: MediaKind.Voice } => new(SendErrors.FileRefused, "WeChat takes voice as AMR or MP3, up to 60 seconds."),
        { Kind: MediaKind.Video, File.MimeType: null or "video/mp4" } => null,
        { Kind: MediaKind.Video } => new(SendErrors.FileRefused, "WeChat takes videos as MP4."),
        _ => NotSupported("WeChat sends pictures, voice and videos only; write a link to the file."),
    };

    private static SendError? TooLong(string text) => Encoding.UTF8.GetByteCount(text) > MaxTextBytes
        ? NotSupported($"The text has {Encoding.UTF8.GetByteCount(text)} bytes; WeChat takes {MaxTextBytes}.")
        : null;

    private static SendError? Unwanted(IReadOnlyList<Button> items) => items.Any(item => item.Request is not null)
        ? NotSupported("WeChat has no buttons that ask for a phone number or a location.")
        : null;

    private static SendError NotSupported(string detail) => new(SendErrors.NotSupported, detail);
}
