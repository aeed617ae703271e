using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>The order behind a chat: for the card beside it, and for the buyer's address where the list did not tell it.</summary>
internal sealed class SellerCrmOrders(SellerCrmApi api)
{
    public async Task<OrderAnswer> FindAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        if (!SellerCrmOutbound.TryOrder(chat, out var number))
        {
            return new OrderAnswer.NotFound();
        }

        return await api.FindOrderAsync(channel, number, cancellationToken) switch
        {
            PlatformAnswer.Accepted { Body: var body } when PlatformJson.Read(body, SellerCrmJson.Default.OrderReply) is { Content: { } content } =>
                new OrderAnswer.Found(ToOrder(chat, content, SellerCrmSettings.Ahead(channel))),
            PlatformAnswer.Accepted => new OrderAnswer.Unavailable("The CRM's answer tells nothing of the order."),
            SellerCrmRejection { Kind: RejectionKind.Missing } => new OrderAnswer.NotFound(),
            var failure => new OrderAnswer.Unavailable(SellerCrmOutcome.OfChannel(failure).Detail!),
        };
    }

    /// <summary>The buyer, where the order tells their address.</summary>
    public async Task<Profile?> FindProfileAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await FindAsync(channel, chat, cancellationToken) switch
        {
            OrderAnswer.Found { Order.BuyerEmail: { } address } => new Profile { Name = address },
            OrderAnswer.Unavailable { Detail: var detail } => throw new HttpRequestException(detail),
            _ => null,
        };

    private static Order ToOrder(string number, PurchaseContent content, TimeSpan ahead)
    {
        var (status, text) = StateOf(content.InvoiceState);
        var buyer = FactsIn(content.BuyerInfo).ToList();
        return new Order
        {
            Number = number,
            Goods = content.Name is { } name ? SellerCrmText.Read(name) : null,
            Quantity = content.CntGoods,
            Amount = content.Amount,
            Currency = content.CurrencyType,
            Status = status,
            StateText = text,
            SourceShop = ShopOf(content.Owner),
            PurchasedAt = SellerCrmTime.Read(content.PurchaseDate, ahead),
            PaidAt = SellerCrmTime.Read(content.DatePay, ahead),
            BuyerEmail = buyer.Find(fact => fact.Name == "email")?.Value,
            Options = OptionsIn(content.Options),
            Details =
            [
                .. buyer.Where(fact => fact.Name is not ("email" or "ip_address")),
                .. FactsOf(
                    ("unit_goods", content.UnitGoods), ("promo_code", content.PromoCode), ("bonus_code", content.BonusCode),
                    ("external_order_id", content.ExternalOrderId), ("lock_state", content.LockState)),
                .. FactsIn(content.UniqueCodeState, "unique_code_"),
                .. content.Feedback.ValueKind == JsonValueKind.Object
                    ? FactsIn(content.Feedback, "feedback_")
                    : FactsOf(("feedback", TextOf(content.Feedback))),
            ],
        };
    }

    private static (OrderStatus Status, string? Text) StateOf(long? state) => state switch
    {
        null => (OrderStatus.Unknown, null),
        1 => (OrderStatus.AwaitingPayment, "Awaiting payment"),
        2 => (OrderStatus.Declined, "Declined"),
        3 => (OrderStatus.Paid, "Paid"),
        4 => (OrderStatus.Expired, "Expired"),
        5 => (OrderStatus.Refunded, "Refunded"),
        35 => (OrderStatus.RefundPending, "Refund not completed by the buyer"),
        { } other => (OrderStatus.Unknown, other.ToString(CultureInfo.InvariantCulture)),
    };

    private static string? ShopOf(long? owner) => owner switch
    {
        null => null,
        1 => "Plati",
        1271 => "GGSel",
        9295 => "WMCenter",
        { } other => other.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What the buyer chose: by a name and their words, under whichever member those stand.</summary>
    private static IReadOnlyList<OrderFact> OptionsIn(JsonElement options) => options.ValueKind != JsonValueKind.Array ? [] :
    [
        .. options.EnumerateArray().Where(option => option.ValueKind == JsonValueKind.Object)
            .Select(option => (Name: Member(option, "name"), Value: Member(option, "user_data") ?? Member(option, "value")))
            .Where(option => option is { Name: not null, Value: not null })
            .Select(option => new OrderFact(SellerCrmText.Read(option.Name), SellerCrmText.Read(option.Value))),
    ];

    private static IEnumerable<OrderFact> FactsIn(JsonElement element, string prefix = "") => element.ValueKind != JsonValueKind.Object
        ? []
        : FactsOf([.. element.EnumerateObject().Select(member => (prefix + member.Name, TextOf(member.Value)))]);

    private static IEnumerable<OrderFact> FactsOf(params IEnumerable<(string Name, string? Value)> facts) =>
        facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new OrderFact(fact.Name, SellerCrmText.Read(fact.Value)));

    private static string? Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? TextOf(member) : null;

    private static string? TextOf(JsonElement element) => element.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True
        ? element.ToString()
        : null;
}
