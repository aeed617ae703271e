using Rozmova.Messaging;

namespace Rozmova.Line;

/// <summary>From a message to LINE's message object. Pure.</summary>
internal static class LineOutbound
{
    public static PushPayload Write(OutboundMessage message) => new(message.Chat, [ToPayload(message)]);

    private static OutgoingPayload ToPayload(OutboundMessage message) => message.Content switch
    {
        MessageContent.Text text => new OutgoingPayload("text") { Text = text.Body },
        MessageContent.Media => new OutgoingPayload("image") { OriginalContentUrl = message.FileUrl, PreviewImageUrl = message.FileUrl },
        MessageContent.Location place => new OutgoingPayload("location")
        {
            Title = place.Name ?? "Location", // both must be there
            Address = place.Name ?? "Location",
            Latitude = place.Latitude,
            Longitude = place.Longitude,
        },
        MessageContent.Buttons buttons => new OutgoingPayload("text")
        {
            Text = buttons.Body,
            QuickReply = new QuickReplyPayload([.. buttons.Items.Select(button => new QuickReplyItem(ToAction(button)))]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(message), message.Content.GetType().Name, "Refused before it gets here."),
    };

    private static ActionPayload ToAction(Button button) => button.Url is { } url
        ? new ActionPayload("uri", Shorten(button.Text)) { Uri = url }
        : new ActionPayload("postback", Shorten(button.Text)) { Data = button.Key, DisplayText = button.Text };

    private static string Shorten(string label) =>
        label.Length <= LineCapabilities.MaxLabelLength ? label : $"{label.AsSpan(0, LineCapabilities.MaxLabelLength - 1)}…";
}
