using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Platforms.Telegram;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>Buttons that many screens have.</summary>
internal static class Keys
{
    private const int LongestLabel = 60;

    public static InlineButton Of(string text, DeskAction action) => new(Html.Cut(text, LongestLabel), action.Write(), null);

    public static IReadOnlyList<InlineButton> Row(params ReadOnlySpan<InlineButton?> buttons)
    {
        var row = new List<InlineButton>(buttons.Length);
        foreach (var button in buttons)
        {
            if (button is not null)
            {
                row.Add(button);
            }
        }

        return row;
    }

    /// <summary>Previous and Next of a list, where there are such pages.</summary>
    public static IReadOnlyList<InlineButton> Paging(DeskTexts texts, int page, bool hasMore, Func<int, DeskAction> to) => Row(
        page > 0 ? Of(texts.Previous, to(page - 1)) : null,
        hasMore ? Of(texts.Next, to(page + 1)) : null);

    public static InlineButton Home(DeskTexts texts) => Of(texts.Home, new DeskAction.Home());

    /// <summary>Rows without those that are empty.</summary>
    public static IReadOnlyList<IReadOnlyList<InlineButton>> Rows(params ReadOnlySpan<IReadOnlyList<InlineButton>> rows)
    {
        var kept = new List<IReadOnlyList<InlineButton>>(rows.Length);
        foreach (var row in rows)
        {
            if (row.Count > 0)
            {
                kept.Add(row);
            }
        }

        return kept;
    }
}
