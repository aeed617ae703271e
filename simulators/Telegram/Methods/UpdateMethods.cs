using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>How a bot gets its updates.</summary>
internal static class UpdateMethods
{
    private const int LongestPoll = 50;
    private const int MostUpdates = 100;

    private const string WebhookIsActive =
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    public static async ValueTask<Answer> GetUpdatesAsync(BotCall call, CancellationToken cancellationToken)
    {
        var bot = call.Bot;
        if (bot.Webhook is not null)
        {
            throw Conflict(WebhookIsActive);
        }

        var turn = bot.TakePollingTurn();
        try
        {
            SetAllowedUpdates(call);
            if (call.Parameters.Int("offset") is { } offset && offset != 0)
            {
                bot.Updates.ConfirmBefore(offset);
            }

            var updates = await WaitForUpdatesAsync(call, turn, cancellationToken);
            return new Answer(json =>
            {
                json.WriteStartArray();
                foreach (var update in updates)
                {
                    json.WriteRawValue(update.Json.Span, skipInputValidation: true);
                }

                json.WriteEndArray();
            });
        }
        finally
        {
            bot.LeavePollingTurn(turn);
        }
    }

    public static async ValueTask<Answer> SetWebhookAsync(BotCall call, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(call.Parameters.Text("url")))
        {
            return await DeleteWebhookAsync(call, cancellationToken);
        }

        var webhook = await WebhookRequest.ReadAsync(call.Parameters, cancellationToken);
        SetAllowedUpdates(call);
        DropPendingIfAsked(call);
        var isSame = call.Bot.Webhook == webhook;
        await call.Bot.ReplaceWebhookAsync(webhook, cancellationToken);
        return Answer.True with { Description = isSame ? "Webhook is already set" : "Webhook was set" };
    }

    public static async ValueTask<Answer> DeleteWebhookAsync(BotCall call, CancellationToken cancellationToken)
    {
        var wasSet = call.Bot.Webhook is not null;
        await call.Bot.ReplaceWebhookAsync(null, cancellationToken);
        DropPendingIfAsked(call);
        return Answer.True with { Description = wasSet ? "Webhook was deleted" : "Webhook is already deleted" };
    }

    public static Answer GetWebhookInfo(BotCall call)
    {
        var bot = call.Bot;
        var info = new JsonObject
        {
            ["url"] = bot.Webhook?.Url.OriginalString ?? "",
            ["has_custom_certificate"] = bot.Webhook?.Certificate is not null,
            ["pending_update_count"] = bot.PendingUpdates,
        };
        if (bot.Webhook is { } webhook)
        {
            info["max_connections"] = webhook.MaxConnections;
            info["ip_address"] = webhook.IpAddress ?? "127.0.0.1";
        }

        if (bot.LastFailure is { } failure)
        {
            info["last_error_date"] = failure.At.ToUnixTimeSeconds();
            info["last_error_message"] = failure.Message;
        }

        if (bot.AllowedUpdates.Count > 0)
        {
            info["allowed_updates"] = new JsonArray([.. bot.AllowedUpdates.Select(kind => (JsonNode)kind)]);
        }

        return Answer.Of(info);
    }

    private static async Task<IReadOnlyList<Update>> WaitForUpdatesAsync(
        BotCall call, PollingTurn turn, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(call.Parameters.Int("limit") ?? MostUpdates, 1, MostUpdates);
        var patience = TimeSpan.FromSeconds(Math.Clamp(call.Parameters.Int("timeout") ?? 0, 0, LongestPoll));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var expired = Task.Delay(patience, call.Bot.Time, ending.Token);
        try
        {
            while (true)
            {
                var changed = call.Bot.Updates.Changed.Next;
                var updates = call.Bot.Updates.Pending(limit);
                if (turn.Ended.IsCompleted)
                {
                    throw Conflict(await turn.Ended);
                }

                if (updates.Count > 0 || expired.IsCompleted)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return updates;
                }

                await Task.WhenAny(changed, expired, turn.Ended);
            }
        }
        finally
        {
            await ending.CancelAsync();
        }
    }

    /// <summary>Left out means as before; an empty list means the usual kinds.</summary>
    private static void SetAllowedUpdates(BotCall call)
    {
        if (call.Parameters.Structure("allowed_updates") is JsonArray kinds)
        {
            call.Bot.AllowedUpdates = [.. kinds.Select(kind => (string)kind!)];
        }
    }

    private static void DropPendingIfAsked(BotCall call)
    {
        if (call.Parameters.Flag("drop_pending_updates"))
        {
            call.Bot.Updates.Clear();
        }
    }

    private static RefusedCallException Conflict(string reason) => new(409, $"Conflict: {reason}");
}
