using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Rozmova.Simulators.Telegram.Methods;

namespace Rozmova.Simulators.Telegram;

/// <summary>A webhook may answer with a call instead of making one; whoever does never learns what became of it.</summary>
internal static class WebhookAnswer
{
    private static readonly string[] NeverThisWay = ["setWebhook", "deleteWebhook", "close", "logOut"];

    public static async Task RunAsync(BotAccount bot, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var values = Read(body, response.Content.Headers.ContentType?.MediaType);
        var method = MethodTable.Find(values?["method"]?.ToString() ?? "");
        if (values is null || method is null || !IsAllowed(method))
        {
            return;
        }

        try
        {
            await new BotCall(bot, method, new CallParameters(values, files: null)).RunAsync(cancellationToken);
        }
        catch (RefusedCallException)
        {
            // The real one keeps such refusals to itself, too.
        }
    }

    private static bool IsAllowed(BotMethod method) =>
        !method.Name.StartsWith("get", StringComparison.Ordinal) && !NeverThisWay.Contains(method.Name);

    private static JsonObject? Read(string body, string? mediaType)
    {
        try
        {
            return mediaType switch
            {
                "application/json" when body.Length > 0 => JsonNode.Parse(body) as JsonObject,
                "application/x-www-form-urlencoded" => new JsonObject(QueryHelpers.ParseQuery(body)
                    .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()))),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // A plain acknowledgment that happens to call itself JSON.
            return null;
        }
    }
}
