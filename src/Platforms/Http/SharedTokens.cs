using System.Collections.Concurrent;

namespace Rozmova.Platforms.Http;

/// <summary>A token to call with, or why there is none.</summary>
internal readonly record struct TokenOutcome(string? Token, PlatformAnswer? Failure);

/// <summary>Tokens that a platform gives for a while, one per account, shared by all who call; fetched by one caller at a time.</summary>
internal sealed class SharedTokens<TAccount>(TimeProvider time) where TAccount : notnull
{
    private readonly ConcurrentDictionary<TAccount, Slot> _slots = [];

    /// <summary>
    /// The account's token; <paramref name="renew"/> fetches one and hands it to the keeper it is given. <paramref name="refused"/> is one that
    /// the platform did not accept: whoever comes late with it gets what another has fetched meanwhile.
    /// </summary>
    public async ValueTask<TokenOutcome> GetAsync(
        TAccount account, string? refused, Func<Action<string, DateTimeOffset>, Task<TokenOutcome>> renew, CancellationToken cancellationToken)
    {
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
                : await renew((granted, until) => slot.Current = new Granted(granted, until));
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private string? Usable(Slot slot, string? refused) =>
        slot.Current is { } current && current.Token != refused && time.GetUtcNow() < current.Until ? current.Token : null;

    private sealed record Granted(string Token, DateTimeOffset Until)
    {
        public override string ToString() => nameof(Granted);
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Granted? Current { get; set; }
    }
}
