using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>Our buttons as Telegram's keyboards, laid out so that labels stay readable on a phone.</summary>
internal static class TelegramKeyboards
{
    private const int MaxRowButtons = 3;
    private const int MaxRowLetters = 30;

    /// <summary>The buttons under a message. One without a key sends its label.</summary>
    public static ReplyMarkup Inline(IReadOnlyList<Button> items) => new()
    {
        InlineKeyboard = Rows(items, ToInlineButton),
    };

    /// <summary>The keyboard in place of the customer's own; no items take it away. A key sends its label as text.</summary>
    public static ReplyMarkup Reply(IReadOnlyList<Button> items) => items.Count == 0
        ? new ReplyMarkup { RemoveKeyboard = true }
        : new ReplyMarkup { Keyboard = Rows(items, ToKeyboardButton), ResizeKeyboard = true };

    private static InlineButton ToInlineButton(Button item) =>
        new(item.Text, item.Url is null ? item.Key ?? item.Text : null, item.Url);

    private static KeyboardButton ToKeyboardButton(Button item) =>
        new(item.Text, item.Request == "phone" ? true : null, item.Request == "location" ? true : null);

    private static List<List<T>> Rows<T>(IReadOnlyList<Button> items, Func<Button, T> convert)
    {
        List<List<T>> rows = [];
        var letters = 0;
        foreach (var item in items)
        {
            letters += item.Text.Length;
            if (rows.Count == 0 || rows[^1].Count == MaxRowButtons || letters > MaxRowLetters)
            {
                rows.Add([]);
                letters = item.Text.Length;
            }

            rows[^1].Add(convert(item));
        }

        return rows;
    }
}
