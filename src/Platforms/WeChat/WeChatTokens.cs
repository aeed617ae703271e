using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// The access tokens, one per account, shared by all who call. They come from the stable endpoint, which gives every program
/// and every node the same one (page "Get stable access token"), so nobody's renewal ends the token of another.
/// </summary>
internal sealed class WeChatTokens(WeChatClient client, TimeProvider time)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>From here on WeChat gives a new one while the old one still works.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SharedTokens<Account> _tokens = new(time);

    /// <inheritdoc cref="SharedTokens{TAccount}.GetAsync"/>
    public ValueTask<TokenOutcome> GetAsync(ChannelConnection channel, string? refused, CancellationToken cancellationToken) =>
        _tokens.GetAsync(Account.Of(channel), refused, keep => RenewAsync(channel, keep, refused, cancellationToken), cancellationToken);

    /// <summary>Twice at most: where WeChat insists on the token it just refused, it is made to give another.</summary>
    private async Task<TokenOutcome> RenewAsync(
        ChannelConnection channel, Action<string, DateTimeOffset> keep, string? refused, CancellationToken cancellationToken)
    {
        var outcome = await FetchAsync(channel, keep, force: false, cancellationToken);
        return outcome.Token is { } token && token == refused
            ? await FetchAsync(channel, keep, force: true, cancellationToken)
            : outcome;
    }

    private async Task<TokenOutcome> FetchAsync(
        ChannelConnection channel, Action<string, DateTimeOffset> keep, bool force, CancellationToken cancellationToken)
    {
        var request = new TokenRequest
        {
            AppId = channel.RequiredText(WeChatSettings.AppId),
            Secret = channel.RequiredText(WeChatSettings.AppSecret),
            ForceRefresh = force,
        };
        var body = WeChatJson.Body(request, WeChatJson.Default.TokenRequest);
        var asked = time.GetUtcNow();
        var answer = await client.CallAsync(channel, "/cgi-bin/stable_token", body, CallTimeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var granted })
        {
            return new TokenOutcome(Token: null, answer.BeforeSending());
        }

        if (PlatformJson.Read(granted, WeChatJson.Default.GrantedToken)
            is not { AccessToken: { Length: > 0 } token, ExpiresIn: var seconds })
        {
            return new TokenOutcome(Token: null, new PlatformAnswer.Unreachable("WeChat's answer holds no access token."));
        }

        var lifetime = TimeSpan.FromSeconds(seconds);
        keep(token, asked + (lifetime > 2 * RenewBefore ? lifetime - RenewBefore : lifetime / 2));
        return new TokenOutcome(token, Failure: null);
    }

    /// <summary>A changed secret is another account: its tokens begin anew.</summary>
    private readonly record struct Account(string BaseUrl, string AppId, string Secret)
    {
        public static Account Of(ChannelConnection channel) => new(
            channel.RequiredText(WeChatSettings.BaseUrl),
            channel.RequiredText(WeChatSettings.AppId),
            channel.RequiredText(WeChatSettings.AppSecret));

        public override string ToString() => nameof(Account);
    }
}
