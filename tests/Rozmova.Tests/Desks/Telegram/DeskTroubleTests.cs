using System.Net;
using System.Text;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>When Telegram is slow, asks to wait, or the program stops in between.</summary>
public sealed class DeskTroubleTests
{
    [Fact]
    public async Task When_the_group_asks_to_wait_private_chats_do_not_and_nothing_is_lost()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var scene = await DeskHouse.OpenAsync(server, telegram);
        var vira = await scene.HireAsync("Patient Vira");
        telegram.Simulator.Faults.Add(Refusal.TooManyRequests(2) with { Method = "sendMessage", Whom = $"{scene.Group.Id}" });

        var customer = scene.Shop.AddCustomer();
        customer.SendText("Anybody?");
        await new Inbox(server.Client).ConversationOfAsync(customer.Profile.FullName);
        vira.Phone.SendText("/stats");
        await vira.SeesAsync(message => message.Text!.Contains("Statistics", StringComparison.Ordinal));
        scene.Group.BotMessages.ShouldBeEmpty();

        await scene.NoticeAsync(customer);
        scene.Group.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_morning_stays_within_what_a_group_takes()
    {
        await using var telegram = await TelegramScene.StartAsync(new TelegramSimulatorOptions { RateLimits = true });
        await using var server = await RozmovaServer.StartAsync();
        var scene = await DeskHouse.OpenAsync(server, telegram);
        var customers = Enumerable.Range(0, 10).Select(_ => scene.Shop.AddCustomer()).ToList();

        foreach (var customer in customers.Concat(customers).Concat(customers))
        {
            customer.SendText("Good morning");
        }

        foreach (var customer in customers)
        {
            await scene.NoticeAsync(customer);
        }

        var calls = telegram.Simulator.Calls.Of("sendMessage").Where(call => call.ChatId == scene.Group.Id).ToList();
        calls.Count.ShouldBe(scene.Group.BotMessages.Count); // none was refused
    }

    [Fact]
    public async Task A_hanging_Telegram_holds_up_neither_the_console_nor_the_customers()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var scene = await DeskHouse.OpenAsync(server, telegram);
        await using var console = await LiveListener.ConnectAsync(server.Address);
        var hang = telegram.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage", Whom = $"{scene.Group.Id}" });
        var customer = scene.Shop.AddCustomer();

        customer.SendText("One");
        await hang.Reached.Soon();
        customer.SendText("Two");

        await console.NextAsync("message.created", data => data.Says() == "Two");
        scene.Group.BotMessages.ShouldBeEmpty();
        hang.Release();
        await scene.NoticeAsync(customer, message => message.Text!.Contains("Two", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task After_a_restart_in_the_middle_the_notice_is_edited_and_not_sent_again(Engine engine)
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        var setup = new RozmovaSetup { Data = folder.Path, Database = await engine.CreateAsync() };
        var first = await RozmovaServer.StartAsync(setup);
        var scene = await DeskHouse.OpenAsync(first, telegram);
        var vira = await scene.HireAsync("Restarting Vira");
        var (customer, notice) = await scene.AskedAsync();
        await first.DisposeAsync();
        var press = scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply");

        await using var second = await RozmovaServer.StartAsync(setup);
        await telegram.PushToAsync(scene.Shop, second.Address);

        await vira.HearsAsync(press);
        await scene.NoticeAsync(customer, message => message.Text!.Contains("Taken by", StringComparison.Ordinal));
        await vira.OpenedAsync(customer);
        scene.Group.BotMessages.Count.ShouldBe(1);
        vira.Phone.SendText("Still here");
        await customer.WaitForMessageAsync(message => message.Text == "Still here", CancellationToken.None).Soon();
    }

    [Fact]
    public async Task By_webhook_updates_are_taken_with_the_secret_only_and_once()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var scene = await DeskHouse.OpenAsync(server, telegram, "webhook");
        var path = scene.Desk.Text("webhookPath");
        const string Update = """
            {"update_id":77,"message":{"message_id":5,"date":1767225600,"chat":{"id":991,"type":"private"},
             "from":{"id":991,"is_bot":false,"first_name":"Hooked","language_code":"en"},"text":"/start"}}
            """;

        var forged = await PostAsync(server, path, Update, "wrong");
        var taken = await PostAsync(server, path, Update, DeskScene.Secret);
        await PostAsync(server, path, Update, DeskScene.Secret);
        var unreadable = await PostAsync(server, path, "not json", DeskScene.Secret);

        forged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        unreadable.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.Is("they wait for approval", async () => (await PendingAsync(server)) == 1, CancellationToken.None);
        (await PendingAsync(server)).ShouldBe(1);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_is_followed()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var scene = await DeskHouse.OpenAsync(server, telegram);
        await scene.AskedAsync();

        var moved = scene.Group.Upgrade();
        var customer = scene.Shop.AddCustomer();
        customer.SendText("After the move");

        await moved.WaitForMessageAsync(
            message => message.Text!.Contains(customer.Profile.FullName, StringComparison.Ordinal), CancellationToken.None).Soon();
    }

    [Fact]
    public async Task A_group_tells_its_id_and_nothing_else_of_it_is_heard()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var scene = await DeskHouse.OpenAsync(server, telegram);
        var somebody = scene.AddPerson("Asking Anna");
        var other = scene.Bot.AddGroup("Another group");
        other.BotReadsAll = true;

        other.Write(somebody, "a word among us");
        other.Write(somebody, "/id");

        await other.WaitForMessageAsync(message => message.Text!.Contains($"{other.Id}", StringComparison.Ordinal), CancellationToken.None).Soon();
        other.BotMessages.Count.ShouldBe(1);
    }

    private static Task<HttpResponseMessage> PostAsync(RozmovaServer server, string path, string body, string secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return server.Client.SendAsync(request);
    }

    private static async Task<int> PendingAsync(RozmovaServer server) =>
        (await (await server.Client.GetAsync("/api/v1/operators")).JsonAsync())["items"]!.AsArray().Count(one => one!.Text("role") == "pending");
}
