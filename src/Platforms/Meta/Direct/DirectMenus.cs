using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>Reads and changes the menu of a page or account ("Messenger Platform", Messenger Profile API).</summary>
internal sealed class DirectMenus(MetaClient client)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<MenuAnswer> ReadAsync(DirectDialect dialect, ChannelConnection channel, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            dialect, channel, HttpMethod.Get, $"?fields=persistent_menu{dialect.ProfileQuery(channel)}", body: null, cancellationToken);
        return answer is PlatformAnswer.Accepted { Body: var body }
            ? new MenuAnswer.Standing(
                PlatformJson.Read(body, DirectJson.Default.ProfileAnswer) is { } profile ? DirectMenu.Read(profile) : [])
            : new MenuAnswer.Refused(DirectAdvice.Sentence(answer));
    }

    public async Task<MenuAnswer> PublishAsync(
        DirectDialect dialect, ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken)
    {
        if (items.Any(item => item.Items is not null))
        {
            return new MenuAnswer.NotSupported("Meta's menus have one level: lines hold no others.");
        }

        var answer = items.Count == 0
            ? await DeleteAsync(dialect, channel, cancellationToken)
            : await OfferAsync(dialect, channel, items, cancellationToken);
        return answer is PlatformAnswer.Accepted
            ? new MenuAnswer.Standing(items)
            : new MenuAnswer.Refused(DirectAdvice.Sentence(answer));
    }

    /// <summary>Publishes all that is offered before anybody wrote, with this menu.</summary>
    public async Task<PlatformAnswer> OfferAsync(
        DirectDialect dialect, ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken) =>
        dialect.MenuOf(channel, items) is { } menu
            ? await CallAsync(
                dialect, channel, HttpMethod.Post, "", PlatformJson.Body(menu, DirectJson.Default.MenuRequest), cancellationToken)
            : new PlatformAnswer.Accepted(ReadOnlyMemory<byte>.Empty);

    private Task<PlatformAnswer> DeleteAsync(
        DirectDialect dialect, ChannelConnection channel, CancellationToken cancellationToken)
    {
        var body = PlatformJson.Body(new FieldsRequest(["persistent_menu"]), DirectJson.Default.FieldsRequest);
        var query = dialect.ProfileQuery(channel) is { Length: > 0 } more ? $"?{more[1..]}" : "";
        return CallAsync(dialect, channel, HttpMethod.Delete, query, body, cancellationToken);
    }

    private Task<PlatformAnswer> CallAsync(
        DirectDialect dialect,
        ChannelConnection channel,
        HttpMethod method,
        string query,
        HttpContent? body,
        CancellationToken cancellationToken)
    {
        var address = dialect.Address(channel, $"me/messenger_profile{query}");
        return client.CallAsync(method, address, dialect.TokenOf(channel), body, CallTimeout, cancellationToken);
    }
}
