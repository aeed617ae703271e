using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>
/// The one message a person may get before they have written: the answer to conversation_started ("Sending a welcome message").
/// It is whatever reading the callback says we sent, so that the conversation always shows it.
/// </summary>
internal static class ViberWelcome
{
    public static WebhookAnswer? Answer(ChannelConnection channel, ReadOnlyMemory<byte> body)
    {
        // Looked for before anything is parsed: nearly all requests are something else.
        var isNeeded = channel.Text(ViberSettings.Welcome) is { Length: > 0 } && body.Span.IndexOf("conversation_started"u8) >= 0;
        if (!isNeeded || WelcomeIn(channel, body) is not { } text)
        {
            return null;
        }

        var message = new SendRequest { Sender = ViberOutbound.SenderOf(channel), Type = "text", Text = text };
        return new WebhookAnswer(JsonSerializer.SerializeToUtf8Bytes(message, ViberWriter.Json.SendRequest), "application/json");
    }

    private static string? WelcomeIn(ChannelConnection channel, ReadOnlyMemory<byte> body)
    {
        try
        {
            var sent = ViberInbound.Read(body, channel.Text(ViberSettings.Welcome))
                .OfType<InboundEvent.MessageEchoed>().FirstOrDefault();
            return (sent?.Content as MessageContent.Text)?.Body;
        }
        catch (UnreadableWebhookException)
        {
            // It lies in quarantine, and nobody is known whom to welcome.
            return null;
        }
    }
}
