using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Demo;

/// <summary>A flower shop with a simulated Telegram bot, a web site with a chat, and three customers, all invented.</summary>
internal sealed class DemoShop(TelegramSimulator telegram, ShopSite site)
{
    public const string Email = "demo@rozmova.example";
    public const string Password = "rozmova-demo";
    public const string Key = "rk_demo_key_for_the_simulated_shop_only";

    private const string Token = "7000000001:demo-bot-of-a-simulated-telegram";
    private const string BotName = "Flower shop bot";
    private const string ChatName = "Flower shop site";

    private readonly BotAccount _bot = telegram.AddBot(Token, "flower_shop_bot");

    /// <summary>Connects the bot and the site's chat, or tells those already connected where Telegram and the site now are.</summary>
    public async Task ConnectAsync(DemoClient client, CancellationToken cancellationToken)
    {
        await ConnectAsync(client, "telegram", BotName,
            settings: new JsonObject { ["token"] = Token, ["mode"] = "polling" },
            addresses: new JsonObject { ["baseUrl"] = telegram.BaseAddress.ToString() }, cancellationToken);
        var chat = await ConnectAsync(client, "webchat", ChatName,
            settings: new JsonObject { ["title"] = "Півонія", ["colour"] = "#b03a64" },
            addresses: new JsonObject { ["allowedOrigins"] = new JsonArray(site.Origin) }, cancellationToken);
        site.Embed(client.Address, (string)chat["id"]!);
    }

    /// <summary>Someone who may write to the shop.</summary>
    public Customer Invite(string firstName, string lastName, long id) => telegram.AddCustomer(_bot, firstName, lastName, id: id);

    private static async Task<JsonNode> ConnectAsync(
        DemoClient client, string platform, string name, JsonObject settings, JsonObject addresses, CancellationToken cancellationToken)
    {
        var channels = await client.GetAsync("/api/v1/channels", cancellationToken);
        if (channels["items"]!.AsArray().FirstOrDefault(channel => (string?)channel!["name"] == name) is { } known)
        {
            return await client.PatchAsync($"/api/v1/channels/{known["id"]}", new JsonObject { ["settings"] = addresses }, cancellationToken);
        }

        foreach (var (key, value) in addresses)
        {
            settings[key] = value?.DeepClone();
        }

        return await client.PostAsync("/api/v1/channels",
            new JsonObject { ["platform"] = platform, ["name"] = name, ["settings"] = settings }, cancellationToken);
    }

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
