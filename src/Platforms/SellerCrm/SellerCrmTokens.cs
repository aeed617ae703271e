using System.Collections.Concurrent;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// The tokens, one per seller, shared by all who call. Two sign-ins within a second collide at the CRM, so there is one at a time, and none
/// with the time stamp of the one before.
/// </summary>
internal sealed class SellerCrmTokens(SellerCrmClient client, TimeProvider time)
{
    private const string Path = "/api/apilogin";

    private static readonly TimeSpan AssumedLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SharedTokens<SellerCrmAccount> _tokens = new(time);

    /// <summary>The time stamp of each seller's last sign-in, in Unix seconds.</summary>
    private readonly ConcurrentDictionary<SellerCrmAccount, long> _stamps = [];

    /// <inheritdoc cref="SharedTokens{TAccount}.GetAsync"/>
    public ValueTask<TokenOutcome> GetAsync(ChannelConnection channel, string? refused, CancellationToken cancellationToken)
    {
        var account = SellerCrmAccount.Of(channel);
        return _tokens.GetAsync(account, refused, keep => SignInAsync(channel, account, keep, cancellationToken), cancellationToken);
    }

    private async Task<TokenOutcome> SignInAsync(
        ChannelConnection channel, SellerCrmAccount account, Action<string, DateTimeOffset> keep, CancellationToken cancellationToken)
    {
        var request = new SignInRequest(account.SellerId, 0, "");
        var answer = await client.CallAsync(
            channel,
            HttpMethod.Post,
            Path,
            async token =>
            {
                var stamp = await NextStampAsync(account, token);
                return SellerCrmApi.Body(
                    request with { Timestamp = stamp, Sign = SellerCrmSignature.Of(account.ApiKey, stamp) }, SellerCrmJson.Default.SignInRequest);
            },
            Due.Object,
            SellerCrmClient.CallTimeout,
            cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var granted })
        {
            return new TokenOutcome(Token: null, AsRefusedKey(answer).BeforeSending());
        }

        if (PlatformJson.Read(granted, SellerCrmJson.Default.SignInAnswer) is not { Token: { Length: > 0 } token } signedIn)
        {
            return new TokenOutcome(Token: null, new PlatformAnswer.Unreachable("The CRM's answer to the sign-in holds no token."));
        }

        keep(token, UntilOf(signedIn.ValidThru));
        return new TokenOutcome(token, Failure: null);
    }

    /// <summary>A sign-in that is refused, by whichever words, is about the key.</summary>
    private static PlatformAnswer AsRefusedKey(PlatformAnswer answer) => answer is SellerCrmRejection { Kind: RejectionKind.Request } refused
        ? refused with { Kind = RejectionKind.Token }
        : answer;

    private async ValueTask<long> NextStampAsync(SellerCrmAccount account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = DateTimeOffset.FromUnixTimeSeconds(_stamps.GetValueOrDefault(account) + 1);
        if (now < next && next - now < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(next - now, time, cancellationToken);
            now = next;
        }

        return _stamps[account] = now.ToUnixTimeSeconds();
    }

    /// <summary>A time without a zone is UTC here; one that says nothing of use stands for half an hour.</summary>
    private DateTimeOffset UntilOf(string? validThru)
    {
        var now = time.GetUtcNow();
        var told = SellerCrmTime.Read(validThru, TimeSpan.Zero);
        var life = told > now ? told.Value - now : AssumedLife;
        return now + (life > 2 * RenewBefore ? life - RenewBefore : life / 2);
    }
}
