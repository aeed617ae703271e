using System.Globalization;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>The order behind a chat.</summary>
public sealed class SellerCrmOrderTests
{
    [Fact]
    public async Task It_tells_goods_amount_status_and_shop()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var bought = crm.Seller.AddOrder("buyer@example.com", "Game key & more");
        bought.Owner = 1271;

        var answer = await crm.Platform.FindOrderAsync(crm.Channel, SellerCrmUnderTest.ChatOf(bought), CancellationToken.None);

        var order = answer.ShouldBeOfType<OrderAnswer.Found>().Order;
        (order.Number, order.Goods, order.Quantity, order.Amount, order.Currency)
            .ShouldBe((bought.Number.ToString(CultureInfo.InvariantCulture), "Game key & more", 1m, 9.90m, "USD"));
        (order.Status, order.StateText, order.SourceShop, order.BuyerEmail).ShouldBe((OrderStatus.Paid, "Paid", "GGSel", "buyer@example.com"));
        order.PurchasedAt!.Value.ShouldBe(crm.Clock.GetUtcNow(), TimeSpan.FromSeconds(30));
        order.Options.ShouldBe([new OrderFact("Region", "EU")]);
        order.Details.ShouldContain(new OrderFact("payment_method", "card"));
        order.Details.ShouldNotContain(fact => fact.Name == "ip_address");
    }

    [Theory]
    [InlineData(1, OrderStatus.AwaitingPayment)]
    [InlineData(2, OrderStatus.Declined)]
    [InlineData(4, OrderStatus.Expired)]
    [InlineData(5, OrderStatus.Refunded)]
    [InlineData(35, OrderStatus.RefundPending)]
    public async Task Its_state_is_told_by_a_word(int number, OrderStatus status) => (await StateAsync(number)).Status.ShouldBe(status);

    [Fact]
    public async Task A_state_nobody_knows_is_shown_by_its_number()
    {
        var order = await StateAsync(77);

        (order.Status, order.StateText).ShouldBe((OrderStatus.Unknown, "77"));
    }

    [Fact]
    public async Task While_the_CRM_is_away_it_says_so()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var bought = crm.Seller.AddOrder("buyer@example.com");
        crm.Simulator.Faults.Add(new Fault.HttpStatus(503) { Method = "order" });

        var answer = await crm.Platform.FindOrderAsync(crm.Channel, SellerCrmUnderTest.ChatOf(bought), CancellationToken.None);

        answer.ShouldBeOfType<OrderAnswer.Unavailable>().Detail.ShouldContain("503");
    }

    private static async Task<Order> StateAsync(int number)
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var bought = crm.Seller.AddOrder("buyer@example.com");
        bought.State = number;
        var answer = await crm.Platform.FindOrderAsync(crm.Channel, SellerCrmUnderTest.ChatOf(bought), CancellationToken.None);
        return answer.ShouldBeOfType<OrderAnswer.Found>().Order;
    }
}
