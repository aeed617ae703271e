using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>Tells a customer that we have read, or are answering ("Cloud API, Typing indicators"). Best effort.</summary>
internal sealed class WhatsAppReceipts(WhatsAppClient client, ILogger<WhatsAppReceipts> logger)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public Task MarkReadAsync(ChannelConnection channel, PlatformMessageId newest, CancellationToken cancellationToken) =>
        TryAsync(channel, newest, indicator: null, cancellationToken);

    /// <summary>WhatsApp knows typing only as the answer to a message, which it also marks as read.</summary>
    public Task ShowTypingAsync(ChannelConnection channel, PlatformMessageId newest, CancellationToken cancellationToken) =>
        TryAsync(channel, newest, new TypingIndicator(), cancellationToken);

    private async Task TryAsync(
        ChannelConnection channel, PlatformMessageId newest, TypingIndicator? indicator, CancellationToken cancellationToken)
    {
        var request = new ReadRequest(WhatsAppOutbound.MessageIdOf(newest), indicator);
        var body = PlatformJson.Body(request, WhatsAppJson.Default.ReadRequest);
        var path = $"{WhatsAppClient.PhoneOf(channel)}/messages";
        var answer = await client.PostAsync(channel, path, body, Timeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.BestEffortFailed(channel.Id, answer.Summary);
        }
    }
}
