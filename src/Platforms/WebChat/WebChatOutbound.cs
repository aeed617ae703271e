using Rozmova.Messaging;

namespace Rozmova.Platforms.WebChat;

/// <summary>What the widget cannot show.</summary>
internal static class WebChatOutbound
{
    /// <summary>Why a content cannot be sent; null when it can.</summary>
    public static SendError? ObjectionTo(MessageContent content) => content switch
    {
        MessageContent.Template =>
            new(SendErrors.NotSupported, "A web chat has no templates: it may always be written to freely."),
        MessageContent.Unsupported or MessageContent.Event or MessageContent.Withheld =>
            new(SendErrors.NotSupported, "A web chat cannot show this kind of message."),
        MessageContent.Buttons buttons => ObjectionTo(buttons.Items),
        MessageContent.Menu menu => ObjectionTo(menu.Items),
        _ => null,
    };

    private static SendError? ObjectionTo(IReadOnlyList<Button> buttons) => buttons.Any(button => button.Request is not null)
        ? new(SendErrors.NotSupported, "A button of a web chat cannot ask for a phone number or a location.")
        : null;
}
