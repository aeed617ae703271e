using System.Globalization;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// Checks a number's token and id, and has Meta send the business account's events to the app ("Cloud API, Subscribed apps"). The
/// app's callback address is set by hand in its dashboard: there is one for all numbers.
/// </summary>
internal sealed class WhatsAppConnector(WhatsAppClient client, ILogger<WhatsAppConnector> logger)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var path = $"{WhatsAppClient.PhoneOf(channel)}?fields=id,display_phone_number,verified_name,quality_rating";
        var number = await client.GetAsync(channel, path, CallTimeout, cancellationToken);
        if (number is not PlatformAnswer.Accepted { Body: var body })
        {
            return ReportOf(number);
        }

        if (PlatformJson.Read(body, WhatsAppJson.Default.PhoneNumber) is not { Id: not null } found)
        {
            return ConnectionReport.Failed("What answers is not the Cloud API; check baseUrl and apiVersion.");
        }

        return string.IsNullOrEmpty(channel.Text(WhatsAppSettings.AppSecret))
            ? ConnectionReport.Failed(
                "Set appSecret (App settings, Basic): without it nothing is accepted, as anybody could have sent it.")
            : new ConnectionReport(
                ConnectionState.Connected, await SubscribeAsync(channel, cancellationToken) ?? QualityOf(found));
    }

    /// <summary>What is left for the admin to do; null when nothing is.</summary>
    private async Task<string?> SubscribeAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(channel.Text(WhatsAppSettings.VerifyToken)))
        {
            return "Set verifyToken: Meta asks for it before it sends messages to the webhook.";
        }

        if (channel.Text(WhatsAppSettings.BusinessAccountId) is not { Length: > 0 } account)
        {
            return null; // subscribed by hand, or by another of the account's numbers
        }

        var answer = await client.PostAsync(channel, $"{account}/subscribed_apps", content: null, CallTimeout, cancellationToken);
        if (answer is PlatformAnswer.Accepted)
        {
            return null;
        }

        logger.NotSubscribed(channel.Id, answer.Summary);
        return "Sends, but the app could not be subscribed to the business account, so nothing may arrive; "
            + "check businessAccountId, and the token's permission whatsapp_business_management.";
    }

    private static string? QualityOf(PhoneNumber number) =>
        number.QualityRating == "RED"
            ? "The number's quality is low: customers block or report it, and WhatsApp may limit it."
            : null;

    private static ConnectionReport ReportOf(PlatformAnswer answer) => answer switch
    {
        MetaRejection { Error: var error } when WhatsAppOutcome.ChannelTrouble(error) is { } trouble =>
            ConnectionReport.Failed(trouble),
        MetaRejection { Error.Code: 4 or 80007 or 130429, RetryAfter: var wait } =>
            ConnectionReport.Failed("WhatsApp asks us to wait.", wait),
        MetaRejection { Error: var error, RetryAfter: var wait } =>
            ConnectionReport.Failed(string.Create(CultureInfo.InvariantCulture, $"WhatsApp says: {error.Quote}."), wait),
        PlatformAnswer.NoAnswer { Detail: var detail } => ConnectionReport.Failed(detail),
        _ => ConnectionReport.Failed("WhatsApp's answer could not be read."),
    };
}
