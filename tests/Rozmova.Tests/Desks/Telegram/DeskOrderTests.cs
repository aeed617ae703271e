using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Tests.SellerCrm;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>What a buyer's conversation is about, in the group and in the private chat. No message of theirs waits for it.</summary>
public sealed class DeskOrderTests(SellerCrmHouse house) : IClassFixture<SellerCrmHouse>, IAsyncLifetime
{
    private TelegramScene _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramScene.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task The_groups_notice_and_the_opened_conversation_show_what_was_bought()
    {
        var (scene, shop) = await OpenAsync();
        var vira = await scene.HireAsync("Order-reading Vira", language: "uk");
        var order = shop.Seller.AddOrder("card@example.com", "Peonies & <tulips>");

        order.Write("Where is my key?");

        var notice = await NoticeAsync(scene, "card@example.com", "Where is my key?");
        var complete = await NoticeAsync(scene, "card@example.com", "🧾 Order: ");
        complete.Id.ShouldBe(notice.Id);
        complete.Text!.ShouldContain($"#{order.Number} · Peonies & <tulips> · 9.9 USD · ✅ Paid · Plati");
        scene.Group.BotMessages.Count.ShouldBe(1);

        scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply");
        var opened = await vira.SeesAsync(message => Tells(message, "🧾 Замовлення: ") && Tells(message, "Where is my key?"));
        opened.Text!.ShouldContain("Peonies & <tulips> · 9.9 USD · ✅ Оплачено · Plati");
        (await NoticeAsync(scene, "card@example.com", "Taken by")).Text!.ShouldContain("🧾 Order: ");
    }

    [Fact]
    public async Task A_conversation_opened_before_its_order_is_known_shows_it_once_it_is()
    {
        var (scene, shop) = await OpenAsync();
        var vira = await scene.HireAsync("Early Vira");
        var hang = Hang(shop);
        var order = shop.Seller.AddOrder("early@example.com");
        order.Write("Anybody here?");
        var notice = await NoticeAsync(scene, "early@example.com", "Anybody here?");
        await hang.Reached.Soon();

        scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply");
        var opened = await vira.SeesAsync(message => IsScreen(message) && Tells(message, "Anybody here?"));
        opened.Text!.ShouldNotContain("🧾 Order");
        hang.Release();

        (await vira.SeesAsync(message => IsScreen(message) && Tells(message, $"#{order.Number}"))).Id.ShouldBe(opened.Id);
    }

    [Fact]
    public async Task Whoever_has_gone_on_to_another_screen_stays_there_when_the_order_comes()
    {
        var (scene, shop) = await OpenAsync();
        var vira = await scene.HireAsync("Hasty Vira");
        var hang = Hang(shop);
        var order = shop.Seller.AddOrder("hasty@example.com");
        order.Write("One moment, please");
        var notice = await NoticeAsync(scene, "hasty@example.com", "One moment, please");
        await hang.Reached.Soon();
        scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply");
        var opened = await vira.SeesAsync(message => IsScreen(message) && Tells(message, "One moment, please"));
        await vira.PressAsync("Menu");

        hang.Release();

        await NoticeAsync(scene, "hasty@example.com", $"#{order.Number}");
        await vira.PressAsync("My conversations");
        await vira.PressAsync("hasty@example.com");
        await vira.SeesAsync(message => message.Id == opened.Id && Tells(message, $"#{order.Number}"));
        _telegram.Simulator.Calls.Of("editMessageText")
            .Count(call => call.ChatId == vira.Phone.Id && (int?)call.Parameters["message_id"] == opened.Id).ShouldBe(3, "one for each press");
    }

    [Fact]
    public async Task A_CRM_that_tells_nothing_of_the_order_holds_nothing_up_and_an_answer_goes_out()
    {
        var (scene, shop) = await OpenAsync();
        var vira = await scene.HireAsync("Patient Vira");
        house.Simulator.Faults.Add(new Fault.HttpStatus(503) { Method = "order", Whom = $"{shop.Seller.Id}", Count = 1000 });
        var order = shop.Seller.AddOrder("silent@example.com");
        order.Write("Is it broken?");
        var notice = await NoticeAsync(scene, "silent@example.com", "Is it broken?");

        scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply");
        await vira.SeesAsync(message => IsScreen(message) && Tells(message, "Is it broken?"));
        vira.Phone.SendText("It works now");

        (await order.WaitForAnswerAsync(_ => true, CancellationToken.None).Soon()).Text.ShouldBe("It works now");
        var answered = await NoticeAsync(scene, "silent@example.com", "Answered by Patient Vira");
        answered.Text!.ShouldNotContain("🧾 Order");
    }

    private Fault.Hang Hang(ConnectedSeller shop) => house.Simulator.Faults.Add(new Fault.Hang { Method = "order", Whom = $"{shop.Seller.Id}" });

    private async Task<(DeskScene Scene, ConnectedSeller Shop)> OpenAsync()
    {
        var shop = await house.ConnectAsync(pollSeconds: 1);
        var bot = await _telegram.ConnectAsync(house.Server.Client);
        return (await DeskHouse.OpenAsync(house.Server, _telegram, bot, shop.Id), shop);
    }

    private static Task<ChatMessage> NoticeAsync(DeskScene scene, string buyer, string words) => scene.Group.WaitForMessageAsync(
        message => message.Buttons.Count > 0 && Tells(message, buyer) && Tells(message, words), CancellationToken.None).Soon();

    private static bool IsScreen(ChatMessage message) => message.Text?.StartsWith("💬", StringComparison.Ordinal) == true;

    private static bool Tells(ChatMessage message, string words) => message.Text?.Contains(words, StringComparison.Ordinal) == true;
}
