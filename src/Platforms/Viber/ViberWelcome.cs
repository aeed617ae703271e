using System.Text.Json;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>
/// The one message a person may get before they have written: the answer to conversation_started ("Sending a welcome message").
/// Reading the callback and answering it decide by the same rule, so that the conversation shows what was sent.
/// </summary>
internal static class ViberWelcome
{
    private const string MediaType = "application/json";

    /// <summary>What to say to whoever opened the chat; null where there is nothing to say, or they are no newcomer.</summary>
    public static string? For(Callback callback, string? welcome) =>
        callback is { Event: "conversation_started", Subscribed: not true } ? welcome : null;

    public static WebhookAnswer? Answer(ChannelConnection channel, ReadOnlySpan<byte> body)
    {
        // Looked for before anything is parsed: nearly all requests are something else.
        if (channel.Text(ViberSettings.Welcome) is not { Length: > 0 } welcome || body.IndexOf("conversation_started"u8) < 0)
        {
            return null;
        }

        if (ViberJson.Read(body, ViberJson.Default.Callback) is not { } callback || For(callback, welcome) is not { } text)
        {
            return null;
        }

        var message = new SendRequest { Sender = ViberOutbound.SenderOf(channel), Type = "text", Text = text };
        return new WebhookAnswer(JsonSerializer.SerializeToUtf8Bytes(message, ViberWriter.Json.SendRequest), MediaType);
    }
}
