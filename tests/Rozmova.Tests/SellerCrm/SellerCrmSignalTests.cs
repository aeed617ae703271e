using System.Net;
using System.Text;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Tests.SellerCrm;

/// <summary>A signal has the CRM looked at now, and nothing in it is believed but whom to ask about.</summary>
public sealed class SellerCrmSignalTests(SellerCrmHouse house) : IClassFixture<SellerCrmHouse>
{
    private const int Rarely = 3600;

    [Theory]
    [InlineData(SignalForm.Json)]
    [InlineData(SignalForm.Form)]
    [InlineData(SignalForm.Query)]
    [InlineData(SignalForm.Get)]
    public async Task In_each_of_its_forms_it_brings_the_message(SignalForm form)
    {
        var shop = await house.ConnectAsync(Rarely);
        shop.Seller.SignalAddress = new Uri(house.Server.Address, shop.SignalPath);
        var order = shop.Seller.AddOrder($"{form}@example.com".ToLowerInvariant());
        order.NoticeOfShop("Thank you");
        order.SendFile(new Simulators.SimulatedFile("screen.png", "image/png", PngBytes()), "What is this?");
        shop.Seller.SignalForm = form;

        (await shop.Seller.SignalAsync(order.Number, form)).ShouldBe(HttpStatusCode.OK);

        var conversation = await house.Inbox.ConversationOfAsync(order.Email);
        var picture = await house.Inbox.EntryAsync(conversation, "the picture is here", entry => entry["content"]!.Text("media") == "ready");
        picture.Says().ShouldBe("What is this?");
        (await house.Inbox.EntriesAsync(conversation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task It_is_answered_ok_and_comes_by_the_channels_own_path_too()
    {
        var shop = await house.ConnectAsync(Rarely, path: "/messages/of-the-shop");
        var order = shop.Seller.AddOrder("own-path@example.com");
        order.Write("by the short way");

        var answer = await house.Server.Anonymous.PostAsync(
            $"/messages/of-the-shop?key={ConnectedSeller.LinkKey}", new StringContent($"{{\"InvoiceId\":{order.Number}}}"));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("{\"ok\":true}");
        await house.Inbox.ConversationOfAsync("own-path@example.com");
    }

    [Theory]
    [InlineData("?key=wrong")]
    [InlineData("?key=")]
    [InlineData("")]
    public async Task Without_the_right_key_it_is_401_by_POST_and_by_GET(string query)
    {
        var shop = await house.ConnectAsync(Rarely);

        using var posted = await house.Server.Anonymous.PostAsync($"{shop.Path}{query}", new StringContent("{\"InvoiceId\":1}"));
        using var got = await house.Server.Anonymous.GetAsync($"{shop.Path}{query}");

        posted.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        got.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{\"InvoiceId\":\"1; rm -rf /\"}")]
    [InlineData("{\"InvoiceId\":20451")]
    [InlineData("neither this nor that")]
    public async Task What_cannot_be_read_is_200_and_in_quarantine_and_the_list_is_looked_at_all_the_same(string body)
    {
        var shop = await house.ConnectAsync(Rarely);
        var order = shop.Seller.AddOrder($"{Guid.CreateVersion7():N}@example.com");
        order.Write("found by the list");

        using var answer = await house.Server.Anonymous.PostAsync(shop.SignalPath, new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var quarantine = await house.Inbox.GetAsync("/api/v1/quarantine?limit=200");
        quarantine["items"]!.AsArray().Count(item => item!.Text("channelId") == shop.Id).ShouldBe(1);
        await house.Inbox.ConversationOfAsync(order.Email);
    }

    [Fact]
    public async Task Many_for_one_order_are_one_look_at_it()
    {
        var shop = await house.ConnectAsync(Rarely);
        shop.Seller.SignalAddress = new Uri(house.Server.Address, shop.SignalPath);
        var order = shop.Seller.AddOrder("many@example.com");
        order.Write("once"); // signals too

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.Seller.SignalAsync(order.Number, SignalForm.Json)));

        await house.Inbox.ConversationOfAsync("many@example.com");
        house.Simulator.Calls.All.Count(call => call.Method == "chats" && call.Seller == shop.Seller.Id && call.Query.Contains("pagesize=200", StringComparison.Ordinal))
            .ShouldBe(2, "the first look, and the one that was signalled");
    }

    private static byte[] PngBytes() => [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[64]];
}
