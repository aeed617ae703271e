using System.Globalization;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>An order in one line: what was bought, for how much, how far it has come and where. Pure.</summary>
internal static class OrderText
{
    private const int MostOfGoods = 120;
    private const int MostOfOthers = 40;

    /// <summary>The line as HTML, without what the platform does not tell.</summary>
    public static string Line(Order order, DeskTexts texts)
    {
        string?[] facts =
        [
            Cut($"#{order.Number}"), GoodsOf(order), Cut(AmountOf(order)),
            Cut(order.Status == OrderStatus.Unknown ? order.StateText : texts.OrderState(order.Status)), Cut(order.SourceShop),
        ];
        return Html.Escape(string.Join(" · ", facts.OfType<string>()));
    }

    private static string? GoodsOf(Order order) => order.Goods is not { } goods ? null
        : order.Quantity is { } quantity and not 1 ? $"{Html.Cut(goods, MostOfGoods)} × {Number(quantity)}"
        : Html.Cut(goods, MostOfGoods);

    private static string? AmountOf(Order order) => order.Amount is { } amount ? $"{Number(amount)} {order.Currency}".TrimEnd() : null;

    private static string? Cut(string? fact) => fact is null ? null : Html.Cut(fact, MostOfOthers);

    private static string Number(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);
}
