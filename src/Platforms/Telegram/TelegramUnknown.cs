using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>Updates of kinds we do not know: shown in the chat they name, so that nothing a customer did is lost.</summary>
internal static class TelegramUnknown
{
    public static IReadOnlyList<InboundEvent> Read(Dictionary<string, JsonElement> kinds, long updateId)
    {
        foreach (var (kind, payload) in kinds)
        {
            if (payload.ValueKind == JsonValueKind.Object && Read(kind, payload, updateId) is { } received)
            {
                return [received];
            }
        }

        // It concerns nobody we could talk to (a poll closed, a new member of the API's own): nothing for us.
        return [];
    }

    private static InboundEvent.MessageReceived? Read(string kind, JsonElement payload, long updateId)
    {
        var chat = Find(payload, "chat")?.Deserialize(TelegramJson.Default.Chat);
        var user = (Find(payload, "from") ?? Find(payload, "user"))?.Deserialize(TelegramJson.Default.User);
        if ((chat?.Id ?? user?.Id) is not { } id || id == 0)
        {
            return null;
        }

        var address = new ChatAddress(id).ToString();
        return new InboundEvent.MessageReceived
        {
            Chat = address,
            Id = TelegramInbound.UpdateIdOf(updateId, address),
            From = user is null ? new Profile { ChatTitle = chat?.Title } : TelegramProfile.Of(user, chat),
            SentAt = payload.TryGetProperty("date", out var date) ? TelegramInbound.TimeOf(date.GetInt64()) : null,
            Content = new MessageContent.Unsupported(kind),
        };
    }

    private static JsonElement? Find(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;
}
