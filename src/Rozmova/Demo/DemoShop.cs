using System.Text.Json.Nodes;
using Rozmova.Demo.Scenes;

namespace Rozmova.Demo;

/// <summary>A flower shop, invented, whose owner connects its channels over the API as any owner would.</summary>
internal static class DemoShop
{
    public const string Email = "demo@rozmova.example";
    public const string Password = "rozmova-demo";
    public const string Key = "rk_demo_key_for_the_simulated_shop_only";

    private const int Attempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Connects a scene's channel; one from an earlier start is told where the simulator now is.</summary>
    public static async Task<DemoChannel> ConnectAsync(DemoClient client, IDemoScene scene, CancellationToken cancellationToken)
    {
        var known = await FindAsync(client, scene.ChannelName, cancellationToken);
        var channel = known is null
            ? await CreateAsync(client, scene, cancellationToken)
            : await client.PatchAsync(
                $"/api/v1/channels/{known["id"]}", new JsonObject { ["settings"] = scene.Addresses }, cancellationToken);
        await scene.SignInAsync(client, (string)channel["id"]!, cancellationToken);
        await ConnectedAsync(client, channel, cancellationToken);
        var webhook = new Uri(client.Address, (string)channel["webhookPath"]!);
        var connected = new DemoChannel(client.Address, (string)channel["id"]!, webhook, IsNew: known is null);
        await scene.ConnectAsync(connected, cancellationToken);
        return connected;
    }

    /// <summary>What the shop answers every day; those of an earlier start are there already.</summary>
    public static async Task WriteCannedRepliesAsync(DemoClient client, CancellationToken cancellationToken)
    {
        (string Shortcut, string Title, string Language, string Text)[] replies =
        [
            ("hours", "Opening hours", "en", "Hello {{contact.firstName}}, we are open every day from eight until nine in the evening."),
            ("delivery", "Delivery", "en", "We deliver in the city within two hours, every day until eight. Where to, and for when?"),
            ("thanks", "Thank you", "en", "Thank you, {{contact.firstName}}! If anything is not right, just write. {{operator.firstName}}, {{channel.name}}"),
            ("години", "Години роботи", "uk", "Вітаємо, {{contact.firstName}}! Працюємо щодня з восьмої ранку до дев’ятої вечора."),
            ("доставка", "Доставка", "uk", "Доставляємо по місту за дві години, щодня до двадцятої. Куди й на коли?"),
        ];
        foreach (var (shortcut, title, language, text) in replies)
        {
            var reply = new JsonObject { ["shortcut"] = shortcut, ["title"] = title, ["language"] = language, ["text"] = text };
            using var answer = await client.SendAsync(HttpMethod.Post, "/api/v1/canned-replies", reply, cancellationToken);
        }
    }

    private static async Task<JsonNode?> FindAsync(DemoClient client, string name, CancellationToken cancellationToken)
    {
        var channels = await client.GetAsync("/api/v1/channels", cancellationToken);
        return channels["items"]!.AsArray().FirstOrDefault(channel => (string?)channel!["name"] == name);
    }

    private static Task<JsonNode> CreateAsync(DemoClient client, IDemoScene scene, CancellationToken cancellationToken)
    {
        var settings = scene.Settings;
        foreach (var (key, value) in scene.Addresses)
        {
            settings[key] = value?.DeepClone();
        }

        return client.PostAsync("/api/v1/channels",
            new JsonObject { ["platform"] = scene.Platform, ["name"] = scene.ChannelName, ["settings"] = settings }, cancellationToken);
    }

    /// <summary>A channel of an earlier start may just find nobody at its old address: so it is asked again.</summary>
    private static async Task ConnectedAsync(DemoClient client, JsonNode channel, CancellationToken cancellationToken)
    {
        for (var attempt = 0; (string?)channel["state"] != "connected"; attempt++)
        {
            if (attempt == Attempts)
            {
                throw new DemoFailedException($"The channel is {channel["state"]}: {channel["detail"]}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            channel = await client.PostAsync($"/api/v1/channels/{channel["id"]}/check", new JsonObject(), cancellationToken);
        }
    }
}
