using System.Text.Json;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>Checks a bot's token and tells Viber where to call us.</summary>
internal sealed class ViberConnector(ViberClient client, ILogger<ViberConnector> logger)
{
    /// <summary>Longer than usual: before it answers set_webhook, Viber calls our address and waits for the 200.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    private static readonly string[] EventTypes =
        ["delivered", "seen", "failed", "subscribed", "unsubscribed", "conversation_started"];

    public async Task<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var account = await client.CallAsync(channel, "get_account_info", "{}"u8.ToArray(), CallTimeout, cancellationToken);
        if (account is not PlatformAnswer.Accepted && !IsWithoutWebhook(account))
        {
            return ViberOutcome.ReportOf(account);
        }

        return channel.WebhookUrl is { } url
            ? await RegisterAsync(channel, url, cancellationToken)
            : new ConnectionReport(
                ConnectionState.Connected, "Set PublicUrl to have the webhook registered, or call set_webhook yourself.");
    }

    /// <summary>Where we never registered one, it is not ours to remove.</summary>
    public async Task DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        if (channel.WebhookUrl is null)
        {
            return;
        }

        var answer = await SetWebhookAsync(channel, new SetWebhookRequest { Url = string.Empty }, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.WebhookNotRemoved(channel.Id, answer.Summary);
        }
    }

    private async Task<ConnectionReport> RegisterAsync(ChannelConnection channel, Uri url, CancellationToken cancellationToken)
    {
        var request = new SetWebhookRequest { Url = url.AbsoluteUri, EventTypes = EventTypes, SendName = true, SendPhoto = true };
        var answer = await SetWebhookAsync(channel, request, cancellationToken);
        if (answer is PlatformAnswer.Accepted)
        {
            logger.WebhookRegistered(channel.Id);
        }

        return ViberOutcome.ReportOf(answer);
    }

    private Task<PlatformAnswer> SetWebhookAsync(
        ChannelConnection channel, SetWebhookRequest request, CancellationToken cancellationToken) => client.CallAsync(
        channel,
        "set_webhook",
        JsonSerializer.SerializeToUtf8Bytes(request, ViberWriter.Json.SetWebhookRequest),
        CallTimeout,
        cancellationToken);

    /// <summary>The one refusal that the next call mends.</summary>
    private static bool IsWithoutWebhook(PlatformAnswer answer) => answer is ViberRejection { Status: ViberStatus.WebhookNotSet };
}
