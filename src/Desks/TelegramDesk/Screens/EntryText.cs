using System.Globalization;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>An entry with what it says; null content where that is not to be had any more.</summary>
internal sealed record ShownEntry(MessageBody Message, MessageContent? Content)
{
    /// <summary>Whether it carries a file that can be sent: in the media folder, or, where nothing is kept, still at its platform.</summary>
    public bool HasFile => Message is { DeletedAt: null } && Content is MessageContent.Media { File.State: var state }
        && (state == MediaState.Ready || Message.Content.Withheld);
}

/// <summary>What entries say, in a line or a few. Pure.</summary>
internal static class EntryText
{
    /// <summary>The words as HTML, at most so many characters of them.</summary>
    public static string Words(ShownEntry entry, DeskTexts texts, int most) => entry switch
    {
        { Message.DeletedAt: not null } => Html.Italic(texts.Deleted),
        { Content: null or MessageContent.Withheld } => Html.Italic(texts.Withheld),
        { Content: MessageContent.Text text } => Html.Escape(Html.Cut(text.Body, most)),
        { Content: MessageContent.Media media } => WithCaption(FileLine(media, texts), media.Caption, most),
        { Content: MessageContent.Location place } => PlaceLine(place, texts),
        { Content: MessageContent.ContactCard card } => Html.Escape($"👤 {card.Name} {card.Phone}".TrimEnd()),
        { Content: MessageContent.Buttons buttons } => Html.Escape(Html.Cut(buttons.Body, most)),
        { Content: MessageContent.Menu menu } => Html.Escape($"🔘 {Html.Cut(menu.Body, most)}"),
        { Content: MessageContent.Template template } => Html.Escape($"📄 {template.Key}"),
        { Content: MessageContent.Unsupported unsupported } => Html.Italic(texts.Unsupported(unsupported.Kind)),
        { Content: MessageContent.Event happened } => Html.Italic(texts.Happened(happened.Key, entry.Message.Author.Name)),
        _ => "",
    };

    /// <summary>A line of the history: when, who, what.</summary>
    public static string HistoryLine(ShownEntry entry, string customer, DeskTexts texts, TimeZoneInfo zone, int most)
    {
        var message = entry.Message;
        var at = TimeZoneInfo.ConvertTime(message.SentAt ?? message.CreatedAt, zone).ToString("dd.MM HH:mm", CultureInfo.InvariantCulture);
        var words = Words(entry, texts, most);
        var edited = message.EditedAt is not null ? $" <i>({Html.Escape(texts.Edited)})</i>" : "";
        return message.Direction switch
        {
            MessageDirection.Inbound => $"<i>{at}</i> {Html.Bold(customer)}: {words}{edited}",
            MessageDirection.Outbound => $"<i>{at}</i> ↩ {Html.Bold(message.Author.Name ?? "🤖")}: {words}{edited}{StateOf(message)}",
            MessageDirection.Note => $"<i>{at}</i> 🗒 {Html.Bold(message.Author.Name)}: {words}",
            _ => $"<i>{at}</i> · {words}",
        };
    }

    private static string StateOf(MessageBody message) => message.Status switch
    {
        MessageStatus.Failed => " ❌",
        MessageStatus.Unknown => " ❓",
        MessageStatus.Read => " ✓✓",
        _ => "",
    };

    private static string FileLine(MessageContent.Media media, DeskTexts texts)
    {
        var name = media.Kind == MediaKind.File && media.File.FileName is { } called ? $" {called}" : "";
        return texts.Media(media.Kind) + Html.Cut(name, 80);
    }

    private static string WithCaption(string line, string? caption, int most) =>
        Html.Escape(caption is null ? line : $"{line}: {Html.Cut(caption, most)}");

    private static string PlaceLine(MessageContent.Location place, DeskTexts texts)
    {
        var point = string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######},{place.Longitude:0.######}");
        return $"<a href=\"https://maps.google.com/?q={point}\">{Html.Escape(texts.Place)}</a> {Html.Escape(place.Name ?? point)}";
    }
}
