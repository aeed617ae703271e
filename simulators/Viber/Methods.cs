using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>What the API can do besides sending.</summary>
internal static class Methods
{
    private const int MaxOnlineIds = 100;
    private const int MaxLookups = 2;
    private static readonly TimeSpan LookupPeriod = TimeSpan.FromHours(12);

    public static Func<BotCall, Task<JsonObject>>? Find(string method) => method switch
    {
        "set_webhook" => SetWebhookAsync,
        "send_message" => call => Task.FromResult(SendMessage.Run(call)),
        "get_account_info" => call => Task.FromResult(GetAccount(call)),
        "get_user_details" => call => Task.FromResult(GetUser(call)),
        "get_online" => call => Task.FromResult(GetOnline(call)),
        _ => null,
    };

    private static async Task<JsonObject> SetWebhookAsync(BotCall call)
    {
        var url = call.Text("url") ?? throw new RefusedCallException(4, "url is missing");
        if (url.Length == 0)
        {
            call.Bot.Webhook = null;
            return [];
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            throw new RefusedCallException(1, "The url is not https");
        }

        var webhook = new ViberWebhook(
            address,
            (call.Body["event_types"] as JsonArray)?.Select(kind => (string)kind!).ToArray(),
            (bool?)call.Body["send_name"] ?? false,
            (bool?)call.Body["send_photo"] ?? false);
        if (!await call.Bot.IsThereAsync(webhook, call.CancellationToken))
        {
            throw new RefusedCallException(1, "Result for webhook url is not valid");
        }

        call.Bot.Webhook = webhook;
        return new JsonObject { ["chat_hostname"] = "SN-CHAT-02_", ["event_types"] = EventTypes(webhook) };
    }

    private static JsonObject GetAccount(BotCall call) => new()
    {
        ["id"] = "pa:5741311803571721",
        ["name"] = call.Bot.Name,
        ["uri"] = "acme",
        ["country"] = "UA",
        ["webhook"] = call.Bot.Webhook?.Url.AbsoluteUri,
        ["event_types"] = call.Bot.Webhook is { } webhook ? EventTypes(webhook) : null,
        ["subscribers_count"] = call.Bot.Customers.Count(customer => customer.IsSubscribed),
    };

    private static JsonObject GetUser(BotCall call)
    {
        var customer = call.Bot.FindCustomer(call.Text("id") ?? throw new RefusedCallException(4, "id is missing"));
        if (customer is null || customer.IsUnregistered)
        {
            throw new RefusedCallException(5, "receiver is not registered");
        }

        if (!customer.IsSubscribed)
        {
            throw new RefusedCallException(6, "receiver is not subscribed");
        }

        if (call.Bot.Simulator.Options.RateLimits)
        {
            CountLookup(customer, call.Bot.Time.GetUtcNow());
        }

        var user = customer.ToJson(withName: true, withPhoto: true);
        user["primary_device_os"] = "android 14";
        user["viber_version"] = "23.1.0";
        return new JsonObject { ["message_token"] = call.Bot.NextToken(), ["user"] = user };
    }

    private static JsonObject GetOnline(BotCall call)
    {
        var ids = call.Body["ids"] as JsonArray ?? throw new RefusedCallException(4, "ids is missing");
        if (ids.Count > MaxOnlineIds)
        {
            throw new RefusedCallException(3, "too many ids");
        }

        return new JsonObject
        {
            ["users"] = new JsonArray([.. ids.Select(id => new JsonObject
            {
                ["id"] = id?.DeepClone(),
                ["online_status"] = call.Bot.FindCustomer((string?)id)?.IsSubscribed is true ? 0 : 4,
                ["online_status_message"] = call.Bot.FindCustomer((string?)id)?.IsSubscribed is true ? "online" : "unavailable",
            })]),
        };
    }

    private static void CountLookup(ViberCustomer customer, DateTimeOffset now)
    {
        lock (customer.Lookups)
        {
            while (customer.Lookups.TryPeek(out var oldest) && now - oldest >= LookupPeriod)
            {
                customer.Lookups.Dequeue();
            }

            if (customer.Lookups.Count >= MaxLookups)
            {
                throw new RefusedCallException(12, "Too many requests");
            }

            customer.Lookups.Enqueue(now);
        }
    }

    private static JsonArray EventTypes(ViberWebhook webhook) =>
        [.. (webhook.EventTypes ?? []).Append("message").Select(kind => JsonValue.Create(kind))];
}
