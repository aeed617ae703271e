using System.Text.Json;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>
/// Sends a message; buttons the customer's Viber is too old for once more, as a keyboard, which any version shows.
/// </summary>
internal sealed class ViberSender(ViberClient client, ILogger<ViberSender> logger)
{
    private const int LargestRequest = 30 * 1024;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    private static readonly SendOutcome TooLarge = new SendOutcome.Refused(new SendError(
        SendErrors.NotSupported, "With everything around it the message has more than the 30 KB Viber takes; make it shorter."));

    public async Task<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        var body = ToBytes(ViberOutbound.Write(channel, message));
        if (body.Length > LargestRequest)
        {
            return TooLarge;
        }

        var answer = await CallAsync(channel, body, cancellationToken);
        if (message.Content is MessageContent.Buttons && IsTooNew(answer))
        {
            logger.SentAsKeyboard(channel.Id);
            answer = await CallAsync(channel, ToBytes(ViberOutbound.Write(channel, message, simple: true)), cancellationToken);
        }

        return ViberOutcome.OfSend(answer);
    }

    private Task<PlatformAnswer> CallAsync(ChannelConnection channel, byte[] body, CancellationToken cancellationToken) =>
        client.CallAsync(channel, "send_message", body, CallTimeout, cancellationToken);

    private static byte[] ToBytes(SendRequest request) =>
        JsonSerializer.SerializeToUtf8Bytes(request, ViberWriter.Json.SendRequest);

    private static bool IsTooNew(PlatformAnswer answer) => answer is ViberRejection
    {
        Status: ViberStatus.ApiVersionNotSupported or ViberStatus.IncompatibleWithVersion,
    };
}
