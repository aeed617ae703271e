using System.Collections.Concurrent;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>A token to call with, or why there is none.</summary>
internal readonly record struct TokenOutcome(string? Token, PlatformAnswer? Failure);

/// <summary>
/// The tokens, one per seller, shared by all who call. Two sign-ins within a second collide at the CRM, so there is one at a time, and none
/// with the time stamp of the one before.
/// </summary>
internal sealed class SellerCrmTokens(SellerCrmClient client, TimeProvider time)
{
    private const string Path = "/api/apilogin";

    private static readonly TimeSpan AssumedLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SellerCrmAccount, Slot> _slots = [];

    /// <summary>
    /// The seller's token, fetched by one caller at a time. <paramref name="refused"/> is one that the CRM did not accept: whoever comes late
    /// with it gets what another has fetched meanwhile.
    /// </summary>
    public async ValueTask<TokenOutcome> GetAsync(ChannelConnection channel, string? refused, CancellationToken cancellationToken)
    {
        var account = SellerCrmAccount.Of(channel);
        var slot = _slots.GetOrAdd(account, _ => new Slot());
        if (Usable(slot, refused) is { } token)
        {
            return new TokenOutcome(token, Failure: null);
        }

        await slot.Gate.WaitAsync(cancellationToken);
        try
        {
            return Usable(slot, refused) is { } fetched
                ? new TokenOutcome(fetched, Failure: null)
                : await SignInAsync(channel, account, slot, cancellationToken);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private string? Usable(Slot slot, string? refused) =>
        slot.Current is { } current && current.Token != refused && time.GetUtcNow() < current.Until ? current.Token : null;

    private async Task<TokenOutcome> SignInAsync(
        ChannelConnection channel, SellerCrmAccount account, Slot slot, CancellationToken cancellationToken)
    {
        var request = new SignInRequest(account.SellerId, 0, "");
        var answer = await client.CallAsync(
            channel,
            HttpMethod.Post,
            Path,
            async token =>
            {
                var stamp = await NextStampAsync(slot, token);
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

        slot.Current = new Granted(token, UntilOf(signedIn.ValidThru));
        return new TokenOutcome(token, Failure: null);
    }

    /// <summary>A sign-in that is refused, by whichever words, is about the key.</summary>
    private static PlatformAnswer AsRefusedKey(PlatformAnswer answer) => answer is SellerCrmRejection { Kind: RejectionKind.Request } refused
        ? refused with { Kind = RejectionKind.Token }
        : answer;

    private async ValueTask<long> NextStampAsync(Slot slot, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = DateTimeOffset.FromUnixTimeSeconds(slot.LastStamp + 1);
        if (now < next && next - now < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(next - now, time, cancellationToken);
            now = next;
        }

        return slot.LastStamp = now.ToUnixTimeSeconds();
    }

    /// <summary>A time without a zone is UTC here; one that says nothing of use stands for half an hour.</summary>
    private DateTimeOffset UntilOf(string? validThru)
    {
        var now = time.GetUtcNow();
        var told = SellerCrmTime.Read(validThru, TimeSpan.Zero);
        var life = told > now ? told.Value - now : AssumedLife;
        return now + (life > 2 * RenewBefore ? life - RenewBefore : life / 2);
    }

    private sealed record Granted(string Token, DateTimeOffset Until)
    {
        public override string ToString() => nameof(Granted);
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Granted? Current { get; set; }

        public long LastStamp { get; set; }
    }
}
