using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// Checks whose token it is, has Meta send that page's or account's events to the app, and publishes the menu. The address they
/// go to is the app's, set in its dashboard.
/// </summary>
internal sealed class DirectConnector(MetaClient client, DirectMenus menus, ILogger<DirectConnector> logger)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    // (1) whose token, (2) events on, (3) menu. Only the first decides: the others can be done in Meta's dashboard too,
    // by whoever may.
    public async Task<ConnectionReport> ConnectAsync(
        DirectDialect dialect, ChannelConnection channel, CancellationToken cancellationToken)
    {
        var owner = await CallAsync(
            dialect, channel, HttpMethod.Get, $"me?fields={dialect.OwnerFields(channel)}", null, cancellationToken);
        if (owner is not PlatformAnswer.Accepted { Body: var body })
        {
            return ReportOf(owner);
        }

        if (PlatformJson.Read(body, DirectJson.Default.OwnerAnswer) is { } answer
            && dialect.ObjectionTo(channel, answer) is { } objection)
        {
            return ConnectionReport.Failed(objection);
        }

        var subscribed = await CallAsync(
            dialect, channel, HttpMethod.Post, SubscriptionOf(dialect, channel), null, cancellationToken);
        return subscribed is PlatformAnswer.Accepted
            ? new ConnectionReport(ConnectionState.Connected, await PublishMenuAsync(dialect, channel, cancellationToken))
            : new ConnectionReport(
                ConnectionState.Connected, "Events could not be switched on; do it in the app's dashboard. "
                + $"{DirectAdvice.Sentence(subscribed)}");
    }

    public async Task DisconnectAsync(DirectDialect dialect, ChannelConnection channel, CancellationToken cancellationToken)
    {
        var path = $"{dialect.SenderOf(channel)}/subscribed_apps";
        var answer = await CallAsync(dialect, channel, HttpMethod.Delete, path, null, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.NotUnsubscribed(channel.Id, answer.Summary);
        }
    }

    private static string SubscriptionOf(DirectDialect dialect, ChannelConnection channel) =>
        $"{dialect.SenderOf(channel)}/subscribed_apps?subscribed_fields={dialect.SubscribedFields(channel)}";

    /// <summary>What went wrong, for the admin; null for nothing.</summary>
    private async Task<string?> PublishMenuAsync(
        DirectDialect dialect, ChannelConnection channel, CancellationToken cancellationToken)
    {
        var items = MenuLines.Read(channel.List(MenuLines.Setting));
        var answer = await menus.OfferAsync(dialect, channel, items, cancellationToken);
        return answer is PlatformAnswer.Accepted ? null : $"The menu could not be published. {DirectAdvice.Sentence(answer)}";
    }

    private static ConnectionReport ReportOf(PlatformAnswer answer) => answer switch
    {
        MetaRejection { RetryAfter: var wait } => ConnectionReport.Failed(DirectAdvice.Sentence(answer), wait),
        _ => ConnectionReport.Failed(DirectAdvice.Sentence(answer)),
    };

    private Task<PlatformAnswer> CallAsync(
        DirectDialect dialect,
        ChannelConnection channel,
        HttpMethod method,
        string path,
        HttpContent? body,
        CancellationToken cancellationToken) =>
        client.CallAsync(method, dialect.Address(channel, path), dialect.TokenOf(channel), body, CallTimeout, cancellationToken);
}
