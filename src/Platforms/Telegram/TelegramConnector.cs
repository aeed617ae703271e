using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>Checks a bot's token, tells Telegram how its updates should reach us, and publishes the menu of the settings.</summary>
internal sealed class TelegramConnector(TelegramClient client, TelegramMenu menu, ILogger<TelegramConnector> logger)
{
    private const int MaxConnections = 100;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var me = await client.CallAsync(channel, "getMe", content: null, CallTimeout, cancellationToken);
        if (me is not PlatformAnswer.Accepted)
        {
            return ReportOf(me);
        }

        var report = TelegramSettings.IsPolled(channel)
            ? ReportOf(await DeleteWebhookAsync(channel, cancellationToken))
            : await ConnectWebhookAsync(channel, cancellationToken);
        return report.State == ConnectionState.Connected && await PublishMenuAsync(channel, cancellationToken) is { } objection
            ? report with { Detail = $"The menu could not be published. {objection}" }
            : report;
    }

    public async Task DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var answer = await DeleteWebhookAsync(channel, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.WebhookNotRemoved(channel.Id, answer.Summary);
        }
    }

    /// <summary>What an answer that matters to the whole channel says about it.</summary>
    public static ConnectionReport ReportOf(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted => ConnectionReport.Connected,
        TelegramRejection { Code: 401 or 404 } => ConnectionReport.Failed(
            "Telegram does not accept the token; get a new one from @BotFather and put it into the settings."),
        TelegramRejection { Code: 409 } rejected when rejected.Says("webhook") => ConnectionReport.Failed(
            "This bot has a webhook, so it cannot be polled. Check the channel to remove it; if it returns, look who sets it."),
        TelegramRejection { Code: 409 } => ConnectionReport.Failed(
            "Another program polls this bot too. Stop it, or get a new token from @BotFather."),
        TelegramRejection { Code: 429, RetryAfter: var wait } => ConnectionReport.Failed("Telegram asks us to wait.", wait),
        TelegramRejection { Code: var code, Description: var description, RetryAfter: var wait } => ConnectionReport.Failed(
            string.Create(CultureInfo.InvariantCulture, $"Telegram says: {code} {description}."), wait),
        PlatformAnswer.NoAnswer { Detail: var detail } => ConnectionReport.Failed(detail),
        _ => ConnectionReport.Failed("Telegram's answer could not be read."),
    };

    private async Task<ConnectionReport> ConnectWebhookAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        if (channel.Text(TelegramSettings.WebhookSecret) is not { Length: > 0 } secret)
        {
            return ConnectionReport.Failed("Set webhookSecret: without it nothing is accepted, as anybody could have sent it.");
        }

        if (channel.WebhookUrl is null)
        {
            return new ConnectionReport(
                ConnectionState.Connected, "Set PublicUrl to have the webhook registered, or call setWebhook yourself.");
        }

        var answer = await SetWebhookAsync(channel, channel.WebhookUrl, secret, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            return ReportOf(answer);
        }

        logger.WebhookRegistered(channel.Id);
        return new ConnectionReport(ConnectionState.Connected, await LastTroubleAsync(channel, cancellationToken));
    }

    private async Task<PlatformAnswer> SetWebhookAsync(
        ChannelConnection channel, Uri url, string secret, CancellationToken cancellationToken)
    {
        var request = new SetWebhookRequest
        {
            Url = url.AbsoluteUri,
            SecretToken = secret,
            MaxConnections = MaxConnections,
            AllowedUpdates = TelegramPolling.AllowedUpdates,
        };
        if (channel.Text(TelegramSettings.Certificate) is not { Length: > 0 } certificate)
        {
            var body = PlatformJson.Body(request, TelegramJson.Default.SetWebhookRequest);
            return await client.CallAsync(channel, "setWebhook", body, CallTimeout, cancellationToken);
        }

        using var file = new MemoryStream(Encoding.UTF8.GetBytes(certificate));
        using var form = TelegramForm.From(request, TelegramJson.Default.SetWebhookRequest)
            .WithFile("certificate", file, "certificate.pem", "application/x-pem-file");
        return await client.CallAsync(channel, "setWebhook", form, CallTimeout, cancellationToken);
    }

    /// <summary>What went wrong, for the admin; null for nothing.</summary>
    private async Task<string?> PublishMenuAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var items = MenuLines.Read(channel.List(MenuLines.Setting));
        return items.Count == 0 ? null : (await menu.PublishAsync(channel, items, cancellationToken)).Objection;
    }

    /// <summary>The last delivery that failed, for the admin: Telegram can reach us or not, and only Telegram knows.</summary>
    private async Task<string?> LastTroubleAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(channel, "getWebhookInfo", content: null, CallTimeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var body })
        {
            return null;
        }

        var status = PlatformJson.Read(body, TelegramJson.Default.GrantedWebhookStatus)?.Result;
        if (status is not { LastErrorMessage: { } message, LastErrorDate: { } seconds })
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Telegram's last failed delivery, {at:u}: {message}. Waiting: {status.PendingUpdateCount}.");
    }

    /// <summary>Updates that are waiting stay: they come by the other way, or when the channel returns.</summary>
    private Task<PlatformAnswer> DeleteWebhookAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        client.CallAsync(channel, "deleteWebhook", content: null, CallTimeout, cancellationToken);
}
