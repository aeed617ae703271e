using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// Buttons in the three shapes Meta has: under a text ("Button template"), as quick replies above the composer, and on cards
/// ("Generic template"). Each message takes the first that holds it.
/// </summary>
internal static class DirectButtons
{
    /// <summary>Under a text or on one card.</summary>
    public const int MostTogether = 3;

    public const int MostQuickReplies = 13;

    private const int LongestLabel = 20;
    private const int LongestText = 640;
    private const int LongestCardTitle = 80;

    public static SendError? Refusal(MessageContent.Buttons buttons) => LabelTooLong(buttons.Items) ?? buttons switch
    {
        { Items: var items } when items.Any(item => item.Request is not null) =>
            NotSupported("Buttons that ask for a phone number or a location belong into a menu, not under a message."),
        _ when FitsTemplate(buttons) || !OpensPages(buttons) || FitsCards(buttons) => null,
        _ => NotSupported("With buttons that open a page a text has 640 characters at most, with more than three of them 80."),
    };

    public static SendError? Refusal(MessageContent.Menu menu) => LabelTooLong(menu.Items) ?? menu switch
    {
        { Items: var items } when items.Any(item => item.Url is not null) =>
            NotSupported("Buttons that open a page belong under a message, not into a menu."),
        { Items: var items } when items.Any(item => item.Request is not (null or "phone")) =>
            NotSupported("Meta's menus can ask for a phone number only."),
        _ => null,
    };

    public static MessageRequest Write(MessageContent.Buttons buttons)
    {
        if (FitsTemplate(buttons))
        {
            return Template(new AttachmentDetailsRequest
            {
                TemplateType = "button",
                Text = buttons.Body,
                Buttons = [.. buttons.Items.Select(Write)],
            });
        }

        return !OpensPages(buttons)
            ? WithQuickReplies(buttons.Body, buttons.Items)
            : Template(new AttachmentDetailsRequest
            {
                TemplateType = "generic",
                Elements =
                [
                    .. buttons.Items.Select(Write).Chunk(MostTogether).Select(some => new CardRequest(buttons.Body, some)),
                ],
            });
    }

    public static MessageRequest Write(MessageContent.Menu menu) => WithQuickReplies(menu.Body, menu.Items);

    private static MessageRequest WithQuickReplies(string text, IReadOnlyList<Button> items) => new()
    {
        Text = text,
        QuickReplies = items.Count == 0 ? null : [.. items.Select(WriteQuickReply)],
    };

    private static QuickReplyRequest WriteQuickReply(Button button) => button.Request is "phone"
        ? new QuickReplyRequest("user_phone_number")
        : new QuickReplyRequest("text", button.Text, button.Key ?? button.Text);

    private static ButtonRequest Write(Button button) => button.Url is { } url
        ? new ButtonRequest("web_url", button.Text, Url: url)
        : new ButtonRequest("postback", button.Text, Payload: button.Key ?? button.Text);

    private static MessageRequest Template(AttachmentDetailsRequest details) =>
        new() { Attachment = new AttachmentRequest("template", details) };

    private static bool FitsTemplate(MessageContent.Buttons buttons) =>
        buttons.Items.Count is > 0 and <= MostTogether && buttons.Body.Length <= LongestText;

    private static bool FitsCards(MessageContent.Buttons buttons) => buttons.Body.Length <= LongestCardTitle;

    private static bool OpensPages(MessageContent.Buttons buttons) => buttons.Items.Any(item => item.Url is not null);

    private static SendError? LabelTooLong(IReadOnlyList<Button> items) =>
        items.Any(item => item.Text.Length > LongestLabel) ? NotSupported("A button's label has 20 characters at most.") : null;

    private static SendError NotSupported(string detail) => new(SendErrors.NotSupported, detail);
}
