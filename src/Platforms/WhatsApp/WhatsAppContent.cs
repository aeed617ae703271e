using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>What a message says.</summary>
internal static class WhatsAppContent
{
    /// <summary>The contents of a message: one, or a card for each contact it shares.</summary>
    public static IReadOnlyList<MessageContent> ReadAll(MessagePayload message) =>
        message is { Type: "contacts", Contacts: { Length: > 1 } cards } ? [.. cards.Select(ReadCard)] : [Read(message)];

    public static MessageContent Read(MessagePayload message) => message switch
    {
        { Type: "text", Text.Body: { } text } => new MessageContent.Text(text),
        { Type: "image", Image: { Id: not null } file } => Media(MediaKind.Image, file),
        { Type: "audio", Audio: { Id: not null, Voice: true } file } => Media(MediaKind.Voice, file),
        { Type: "audio", Audio: { Id: not null } file } => Media(MediaKind.Audio, file),
        { Type: "voice", Voice: { Id: not null } file } => Media(MediaKind.Voice, file),
        { Type: "video", Video: { Id: not null } file } => Media(MediaKind.Video, file),
        { Type: "document", Document: { Id: not null } file } => Media(MediaKind.File, file),
        { Type: "sticker", Sticker: { Id: not null } file } => Media(MediaKind.Sticker, file),
        { Type: "location", Location: { Latitude: { } latitude, Longitude: { } longitude } place } =>
            new MessageContent.Location(latitude, longitude, NameOf(place)),
        { Type: "contacts", Contacts: [var card, ..] } => ReadCard(card),
        { Type: "button", Button: { } press } when (press.Payload ?? press.Text) is { } key =>
            new MessageContent.Menu(press.Text ?? key, key, []),
        { Type: "interactive", Interactive: { } interactive } => ReadInteractive(interactive),
        { Type: "order", Order: { } order } => new MessageContent.Text(Words(order)),
        { Type: "system", System.Type: { } kind } => new MessageContent.Unsupported(kind),
        { Type: "unsupported", Unsupported.Type: { } kind } => new MessageContent.Unsupported(kind),
        _ => new MessageContent.Unsupported(message.Type ?? "unknown"),
    };

    private static MessageContent.Media Media(MediaKind kind, FilePayload file)
    {
        var attachment = new Attachment
        {
            RemoteKey = file.Id,
            MimeType = file.MimeType?.Split(';')[0].Trim(), // "audio/ogg; codecs=opus"
            FileName = file.Filename,
        };
        return new MessageContent.Media(kind, attachment, file.Caption);
    }

    private static MessageContent ReadCard(CardPayload? card)
    {
        var phone = card?.Phones?.FirstOrDefault(each => each is not null);
        var number = phone?.Phone ?? phone?.WaId;
        return (card?.Name?.FormattedName ?? number) is { } name
            ? new MessageContent.ContactCard(name, number)
            : new MessageContent.Unsupported("contacts");
    }

    private static MessageContent ReadInteractive(InteractivePayload interactive) => interactive switch
    {
        { ButtonReply: { Id: { } id } choice } => new MessageContent.Menu(choice.Title ?? id, id, []),
        { ListReply: { Id: { } id } choice } => new MessageContent.Menu(choice.Title ?? id, id, []),
        { NfmReply: { } form } => ReadForm(form),
        { Type: var kind } => new MessageContent.Unsupported(kind ?? "interactive"),
    };

    /// <summary>A form's answers, one a line; its token is for programs.</summary>
    private static MessageContent.Text ReadForm(FlowPayload form)
    {
        try
        {
            using var answers = JsonDocument.Parse(form.ResponseJson ?? "{}");
            var lines = answers.RootElement.EnumerateObject()
                .Where(answer => answer.Name != "flow_token")
                .Select(answer => $"{answer.Name}: {answer.Value}");
            return new MessageContent.Text(string.Join('\n', lines.Prepend(form.Body ?? "Form")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text is not the JSON of an object: it is shown as it came.
            return new MessageContent.Text(form.ResponseJson!);
        }
    }

    /// <summary>What somebody put into the basket, as a person would write it.</summary>
    private static string Words(OrderPayload order)
    {
        var lines = (order.ProductItems ?? []).OfType<OrderItem>().Select(WordsOf);
        return Join("\n", ["Order", .. lines, order.Text]);
    }

    private static string WordsOf(OrderItem item)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{item.Quantity} × {item.ProductRetailerId}");
        return item.ItemPrice is { } price
            ? string.Create(CultureInfo.InvariantCulture, $"{words}, {price} {item.Currency}").TrimEnd()
            : words;
    }

    private static string? NameOf(LocationPayload place) =>
        Join(", ", place.Name, place.Address) is { Length: > 0 } name ? name : null;

    private static string Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));
}
