using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Demo;

/// <summary>A flower shop with a simulated Telegram bot and three customers, all invented.</summary>
internal sealed class DemoShop(TelegramSimulator telegram)
{
    public const string Email = "demo@rozmova.example";
    public const string Password = "rozmova-demo";
    public const string Key = "rk_demo_key_for_the_simulated_shop_only";

    private const string Token = "7000000001:demo-bot-of-a-simulated-telegram";
    private const string ChannelName = "Flower shop bot";

    private readonly BotAccount _bot = telegram.AddBot(Token, "flower_shop_bot");

    /// <summary>Connects the bot, or tells an already connected one where its Telegram now is.</summary>
    public async Task ConnectAsync(DemoClient client, CancellationToken cancellationToken)
    {
        var address = telegram.BaseAddress.ToString();
        var channels = await client.GetAsync("/api/v1/channels", cancellationToken);
        if (channels["items"]!.AsArray().FirstOrDefault(channel => (string?)channel!["name"] == ChannelName) is { } known)
        {
            await client.PatchAsync($"/api/v1/channels/{known["id"]}",
                new JsonObject { ["settings"] = new JsonObject { ["baseUrl"] = address } }, cancellationToken);
            return;
        }

        await client.PostAsync("/api/v1/channels", new JsonObject
        {
            ["platform"] = "telegram",
            ["name"] = ChannelName,
            ["settings"] = new JsonObject { ["token"] = Token, ["mode"] = "polling", ["baseUrl"] = address },
        }, cancellationToken);
    }

    /// <summary>Someone who may write to the shop.</summary>
    public Customer Invite(string firstName, string lastName, long id) => telegram.AddCustomer(_bot, firstName, lastName, id: id);

    /// <summary>Three people write, as on any morning.</summary>
    public void OpenTheDoors()
    {
        var olena = Invite("Олена", "Коваль", 5_551_000_001);
        var andriy = Invite("Андрій", "Мельник", 5_551_000_002);
        var emma = Invite("Emma", "Brown", 5_551_000_003);
        olena.Start("spring");
        olena.SendText("Доброго дня! Чи є у вас півонії на завтра?");
        andriy.SendText("Привіт. Замовляв букет №1042, а кур'єра ще нема 🙁");
        emma.SendText("Hi! Do you deliver on Sundays?");
        emma.SendLocation(50.4501, 30.5234);
        andriy.SendPhoto(new SimulatedFile("order.png", "image/png", DemoPicture.Png) { Width = 320, Height = 200 }, "Ось чек");
    }
}
