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
