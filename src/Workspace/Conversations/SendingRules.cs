using System.Globalization;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Conversations;

/// <summary>Whether a platform can take a message: asked before it is stored, so that the writer hears it at once.</summary>
internal static class SendingRules
{
    public static Refusal? Check(
        PlatformCapabilities platform, MessageContent content, bool isReply, Conversation conversation, Uri? publicAddress,
        DateTimeOffset now)
    {
        if (conversation.IsErased)
        {
            return new Refusal.Erased();
        }

        if (!platform.Has(content.TypeName()))
        {
            return new Refusal.NotSupported($"This platform does not send messages of type {content.TypeName()}.");
        }

        if (isReply && !platform.Has("reply"))
        {
            return new Refusal.NotSupported("This platform cannot answer a particular message.");
        }

        if (TooMuch(platform, content) is { } detail)
        {
            return new Refusal.NotSupported(detail);
        }

        if (content.Attached is not null && (platform.FetchesFiles || content is MessageContent.Media { Link: not null }) && publicAddress is null)
        {
            return new Refusal.PublicUrlNeeded();
        }

        return ClosedAt(platform, content, conversation) is { } closed && closed <= now ? new Refusal.WindowClosed(closed) : null;
    }

    /// <summary>What exceeds the platform's limits, as a sentence; null when all is well.</summary>
    public static string? TooMuch(PlatformCapabilities platform, MessageContent content) => content switch
    {
        MessageContent.Text text => TooLong(platform, text.Body),
        MessageContent.Media { Link: not null } media => TooLarge(platform, media), // its caption is a title and a description
        MessageContent.Media media => TooLong(media.Caption, platform.MaxCaptionLength, "caption") ?? TooLarge(platform, media),
        MessageContent.Buttons buttons => TooLong(platform, buttons.Body) ?? TooMany(platform, buttons.Items),
        MessageContent.Menu menu => TooLong(platform, menu.Body) ?? TooMany(platform, menu.Items),
        MessageContent.Template { Header: MessageContent.Media header } => TooLarge(platform, header),
        _ => null,
    };

    // A template is what a platform takes outside its window, and what opens it again.
    private static DateTimeOffset? ClosedAt(PlatformCapabilities platform, MessageContent content, Conversation conversation) =>
        content is MessageContent.Template || platform.ReplyWindow is not { } window
            ? null
            : (conversation.LastInboundAt ?? DateTimeOffset.UnixEpoch) + window;

    private static string? TooLong(PlatformCapabilities platform, string text) =>
        TooLong(text, platform.MaxTextLength, "text")
        ?? (Encoding.UTF8.GetByteCount(text) is var bytes && bytes > platform.MaxTextBytes
            ? Sentence($"The text has {bytes} bytes; this platform takes {platform.MaxTextBytes}.")
            : null);

    private static string? TooLong(string? text, int most, string what) => text?.Length > most
        ? Sentence($"The {what} has {text.Length} characters; this platform takes {most}.")
        : null;

    private static string? TooLarge(PlatformCapabilities platform, MessageContent.Media media) =>
        platform.MaxFileBytes.TryGetValue(media.Kind, out var most) && media.File.Size > most
            ? Sentence($"The file has {media.File.Size} bytes; this platform takes {most} for type {media.Kind.TypeName()}.")
            : null;

    private static string? TooMany(PlatformCapabilities platform, IReadOnlyList<Button> buttons)
    {
        if (buttons.Count > platform.MaxButtons)
        {
            return Sentence($"There are {buttons.Count} buttons; this platform takes {platform.MaxButtons}.");
        }

        var longest = buttons.Select(button => Encoding.UTF8.GetByteCount(button.Key ?? "")).DefaultIfEmpty().Max();
        return longest > platform.MaxButtonKeyBytes
            ? Sentence($"A button's key has {longest} bytes; this platform takes {platform.MaxButtonKeyBytes}.")
            : null;
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
