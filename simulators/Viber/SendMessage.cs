using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>send_message: who may be written to, and what a message must look like.</summary>
internal static class SendMessage
{
    private const int MaxUnanswered = 100;
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".gif"];

    public static JsonObject Run(BotCall call)
    {
        var receiver = call.Receiver ?? throw new RefusedCallException(4, "receiver is missing");
        if (((string?)call.Body["sender"]?["name"])?.Length is not (> 0 and <= 28))
        {
            throw new RefusedCallException(3, "sender.name is missing or too long");
        }

        if (Objection(call.Body) is { } objection)
        {
            throw new RefusedCallException(3, objection);
        }

        var customer = FindReceiver(call, receiver);
        if (call.Body["min_api_version"] is { } version && (int)version > customer.ApiVersion)
        {
            throw new RefusedCallException(13, "apiVersion is not supported");
        }

        var token = call.Bot.NextToken();
        customer.Put(call.Body, token);
        Report(call, customer, token);
        return new JsonObject { ["message_token"] = token, ["chat_hostname"] = "SN-CHAT-02_", ["billing_status"] = 1 };
    }

    /// <summary>Why Viber does not take a message; null when it does. A welcome, which is looked at here too, needs no sender.</summary>
    public static string? Objection(JsonObject message) => message switch
    {
        _ when ((string?)message["tracking_data"])?.Length > 4000 => "tracking_data is too long",
        _ => (string?)message["type"] switch
        {
            null when message["keyboard"] is not null => null,
            "text" when Length(message, "text") is > 0 and <= 7000 => null,
            "picture" when IsPicture(message) && (Length(message, "text") ?? 0) <= 768 => null,
            "video" when Length(message, "media") > 0 && (long?)message["size"] is > 0 and <= 26 * 1024 * 1024 => null,
            "file" when Length(message, "media") > 0 && (long?)message["size"] is > 0 and <= 50 * 1024 * 1024
                && Length(message, "file_name") is > 0 and <= 256 => null,
            "contact" when message["contact"] is JsonObject card && Length(card, "name") is > 0 and <= 28
                && Length(card, "phone_number") is > 0 and <= 18 => null,
            "location" when message["location"] is JsonObject place && place["lat"] is not null && place["lon"] is not null => null,
            "sticker" when (long?)message["sticker_id"] > 0 => null,
            "url" when Length(message, "media") is > 0 and <= 2000 => null,
            "rich_media" when (int?)message["min_api_version"] >= 2 && IsBoard(message["rich_media"], maxRows: 7) => null,
            var type => $"{type ?? "type"} is not valid",
        },
    };

    private static ViberCustomer FindReceiver(BotCall call, string receiver)
    {
        if (call.Bot.Webhook is null)
        {
            throw new RefusedCallException(10, "webhook is not set");
        }

        var customer = call.Bot.FindCustomer(receiver);
        if (customer is null || customer.IsUnregistered)
        {
            throw new RefusedCallException(5, "receiver is not registered");
        }

        if (!customer.IsSubscribed)
        {
            throw new RefusedCallException(6, "receiver is not subscribed");
        }

        return call.Bot.Simulator.Options.RateLimits && customer.UnansweredMessages >= MaxUnanswered
            ? throw new RefusedCallException(12, "Too many requests")
            : customer;
    }

    /// <summary>The phone looks at keyboards, Viber does not.</summary>
    private static void Report(BotCall call, ViberCustomer customer, long token)
    {
        if (call.Body["keyboard"] is { } keyboard && !IsBoard(keyboard, maxRows: 2))
        {
            customer.Fail(token, "keyboard is not valid");
        }
        else if (call.Bot.Simulator.Options.ReportsDelivery)
        {
            customer.Receive(token);
        }
    }

    private static bool IsPicture(JsonObject message) =>
        Uri.TryCreate((string?)message["media"], UriKind.Absolute, out var address)
        && Pictures.Any(extension => address.AbsolutePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static bool IsBoard(JsonNode? board, int maxRows) =>
        board?["Buttons"] is JsonArray { Count: > 0 } buttons && buttons.All(button => IsButton(button, maxRows));

    private static bool IsButton(JsonNode? button, int maxRows)
    {
        var action = (string?)button?["ActionType"] ?? "reply";
        var isRich = maxRows == 7;
        return button is JsonObject
            && ((int?)button["Columns"] ?? 6) is >= 1 and <= 6
            && ((int?)button["Rows"] ?? 1) is var rows && rows >= 1 && rows <= maxRows
            && (action == "none" || button["ActionBody"] is not null)
            && (action is "reply" or "open-url" or "none" || (!isRich && action is "share-phone" or "location-picker"))
            && (button["Text"] ?? button["Image"] ?? button["BgMedia"] ?? button["BgColor"]) is not null;
    }

    private static int? Length(JsonObject json, string name) => ((string?)json[name])?.Length;
}
