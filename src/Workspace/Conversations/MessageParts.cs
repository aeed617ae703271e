using System.Globalization;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Conversations;

/// <summary>What one posted content becomes on a platform: several messages where its text is too long, numbered lines where it has no buttons.</summary>
internal static class MessageParts
{
    /// <summary>In the order they are sent. Nobody reads more of it.</summary>
    private const int Most = 20;

    public static MessageContent[] Of(PlatformCapabilities platform, MessageContent content) => content switch
    {
        MessageContent.Buttons buttons when platform.Has("text") && platform.MaxButtons < buttons.Items.Count =>
            Of(platform, InWords(buttons.Body, buttons.Items)),
        MessageContent.Menu menu when platform.Has("text") && (!platform.Has("menu") || platform.MaxButtons < menu.Items.Count) =>
            Of(platform, InWords(menu.Body, menu.Items)),
        MessageContent.Media { Link: { } link } media when !platform.Has("link") => Unlinked(platform, media, link),
        MessageContent.Text text when Split(platform, text.Body) is { } parts =>
            [.. parts.SkipLast(1).Select(part => new MessageContent.Text(part)), text with { Body = parts[^1] }],
        MessageContent.Buttons buttons when Split(platform, buttons.Body) is { } parts =>
            [.. parts.SkipLast(1).Select(part => new MessageContent.Text(part)), buttons with { Body = parts[^1] }],
        _ => [content],
    };

    /// <summary>Null where it fits, or must not be split: then the rules say what is wrong.</summary>
    private static IReadOnlyList<string>? Split(PlatformCapabilities platform, string text)
    {
        var mostBytes = platform.MaxTextBytes ?? int.MaxValue;
        if (!platform.SplitsText || (text.Length <= platform.MaxTextLength && Encoding.UTF8.GetByteCount(text) <= mostBytes))
        {
            return null;
        }

        var parts = TextSplitter.Split(text, platform.MaxTextLength, mostBytes);
        return parts.Count <= Most ? parts : null;
    }

    /// <summary>The address stands below the caption, or below the picture where there are no captions.</summary>
    private static MessageContent[] Unlinked(PlatformCapabilities platform, MessageContent.Media media, Button link)
    {
        var words = string.Join('\n', new[] { media.Caption, link.Url }.Where(line => !string.IsNullOrEmpty(line)));
        return words.Length <= platform.MaxCaptionLength
            ? [media with { Caption = words, Link = null }]
            : [media with { Caption = null, Link = null }, .. Of(platform, new MessageContent.Text(words))];
    }

    /// <summary>A number typed in answer counts as a press, so the text keeps what its lines stand for.</summary>
    public static MessageContent.Text InWords(string text, IReadOnlyList<Button> buttons)
    {
        var lines = buttons.Select((button, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {button.Text}{(button.Url is { } url ? $": {url}" : "")}"));
        return new MessageContent.Text(buttons.Count == 0 ? text : $"{text}\n\n{string.Join('\n', lines)}") { Choices = buttons };
    }
}
