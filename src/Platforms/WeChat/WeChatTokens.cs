using System.Collections.Concurrent;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>A token to call with, or why there is none.</summary>
internal readonly record struct TokenOutcome(string? Token, PlatformAnswer? Failure);

/// <summary>
/// The access tokens, one per account, shared by all who call. They come from the stable endpoint, which gives every program
/// and every node the same one (page "Get stable access token"), so nobody's renewal ends the token of another.
/// </summary>
internal sealed class WeChatTokens(WeChatClient client, TimeProvider time)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>From here on WeChat gives a new one while the old one still works.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Account, Slot> _slots = [];

    /// <summary>
    /// The account's token, fetched by one caller at a time. <paramref name="refused"/> is one that WeChat did not accept:
    /// whoever comes late with it gets what another has fetched meanwhile.
    /// </summary>
    public async ValueTask<TokenOutcome> GetAsync(ChannelConnection channel, string? refused, CancellationToken cancellationToken)
    {
        var slot = _slots.GetOrAdd(Account.Of(channel), _ => new Slot());
        if (Usable(slot, refused) is { } token)
        {
            return new TokenOutcome(token, Failure: null);
        }

        await slot.Gate.WaitAsync(cancellationToken);
        try
        {
            return Usable(slot, refused) is { } fetched
                ? new TokenOutcome(fetched, Failure: null)
                : await RenewAsync(channel, slot, refused, cancellationToken);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private string? Usable(Slot slot, string? refused) =>
        slot.Current is { } current && current.Token != refused && time.GetUtcNow() < current.Until ? current.Token : null;

    /// <summary>Twice at most: where WeChat insists on the token it just refused, it is made to give another.</summary>
    private async Task<TokenOutcome> RenewAsync(
        ChannelConnection channel, Slot slot, string? refused, CancellationToken cancellationToken)
    {
        var outcome = await FetchAsync(channel, slot, force: false, cancellationToken);
        return outcome.Token is { } token && token == refused
            ? await FetchAsync(channel, slot, force: true, cancellationToken)
            : outcome;
    }

    private async Task<TokenOutcome> FetchAsync(
        ChannelConnection channel, Slot slot, bool force, CancellationToken cancellationToken)
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
        slot.Current = new Granted(token, asked + (lifetime > 2 * RenewBefore ? lifetime - RenewBefore : lifetime / 2));
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

    private sealed record Granted(string Token, DateTimeOffset Until);

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Granted? Current { get; set; }
    }
}
