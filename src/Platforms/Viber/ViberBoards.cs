using Rozmova.Messaging;

namespace Rozmova.Platforms.Viber;

/// <summary>Our buttons as Viber's: a keyboard below the chat, or the blocks of a rich media message inside it.</summary>
internal static class ViberBoards
{
    private const int RowColumns = 6;
    private const int MaxBlockRows = 7;
    private const int MaxTextRows = 5;
    private const int MaxBlockText = 250;
    private const int LettersPerRow = 60;

    /// <summary>
    /// Whether text and buttons can stand in the chat together. There Viber shows no long texts, and asks for no phone number or
    /// location; a keyboard can do both.
    /// </summary>
    public static bool FitsRichMedia(string text, IReadOnlyList<Button> items) =>
        text.Length is > 0 and <= MaxBlockText && items.Count > 0 && items.All(item => item.Request is null);

    /// <summary>The text above its buttons, full width. What one block cannot hold goes on in the next: a carousel.</summary>
    public static ButtonBoard RichMedia(string text, IReadOnlyList<Button> items)
    {
        var textRows = Math.Min(MaxTextRows, 1 + (text.Length / LettersPerRow));
        var heading = new BoardButton
        {
            Columns = RowColumns,
            Rows = textRows,
            ActionType = "none",
            Text = Escape(text),
            TextHAlign = "left",
        };
        return new ButtonBoard
        {
            Type = "rich_media",
            ButtonsGroupColumns = RowColumns,
            ButtonsGroupRows = Math.Min(MaxBlockRows, textRows + items.Count),
            Buttons = [heading, .. items.Select(item => ToButton(item, RowColumns))],
        };
    }

    /// <summary>Short labels share a row, and whatever stands in a row fills it.</summary>
    public static ButtonBoard Keyboard(IReadOnlyList<Button> items)
    {
        var perRow = items.Max(item => item.Text.Length) switch
        {
            <= 8 => 3,
            <= 16 => 2,
            _ => 1,
        };
        return new ButtonBoard
        {
            Type = "keyboard",
            Buttons = [.. items.Chunk(perRow).SelectMany(row => row.Select(item => ToButton(item, RowColumns / row.Length)))],
        };
    }

    private static BoardButton ToButton(Button item, int columns)
    {
        var (action, body) = item switch
        {
            { Url: { } url } => ("open-url", url),
            { Request: "phone" } => ("share-phone", "phone"),
            { Request: "location" } => ("location-picker", "location"),
            _ => ("reply", item.Key ?? item.Text),
        };
        return new BoardButton
        {
            Columns = columns,
            Rows = 1,
            ActionType = action,
            ActionBody = body,
            Text = Escape(item.Text),
            // Otherwise the chat would show the data as the customer's words.
            Silent = action == "reply" && body != item.Text ? true : null,
        };
    }

    /// <summary>Buttons know a little HTML. Words without a tag's beginning are left as they are.</summary>
    private static string Escape(string text) => !text.Contains('<', StringComparison.Ordinal) ? text : text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
