using System.Collections.Concurrent;
using System.Net;

namespace Rozmova.Workspace.Sessions;

/// <summary>
/// Slows down who guesses passwords: so many failures in a while, for one e-mail address and for one network address.
/// </summary>
internal sealed class SignInLimits(TimeProvider time)
{
    private const int MostPerEmail = 10;
    private const int MostPerAddress = 50;

    // Full means somebody tries very many names; the oldest are forgotten, as they would be a little later anyway.
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long to wait before the next try; null when none is needed.</summary>
    public TimeSpan? WaitFor(string email, IPAddress? address)
    {
        var forEmail = Wait(email, MostPerEmail);
        var forAddress = Wait(Key(address), MostPerAddress);
        return forEmail is null || forAddress > forEmail ? forAddress : forEmail;
    }

    public void Failed(string email, IPAddress? address)
    {
        Count(email);
        Count(Key(address));
        if (_failures.Count > MostRemembered)
        {
            ForgetOld();
        }
    }

    public void Succeeded(string email) => _failures.TryRemove(email, out _);

    private static string Key(IPAddress? address) => $"from {address}";

    private TimeSpan? Wait(string key, int most) =>
        _failures.TryGetValue(key, out var failures) && failures.Count >= most && failures.Since + While - time.GetUtcNow() is { Ticks: > 0 } left
            ? left
            : null;

    private void Count(string key)
    {
        var now = time.GetUtcNow();
        _failures.AddOrUpdate(
            key,
            _ => new Failures(1, now),
            (_, before) => now - before.Since > While ? new Failures(1, now) : before with { Count = before.Count + 1 });
    }

    private void ForgetOld()
    {
        foreach (var (key, _) in _failures.OrderBy(entry => entry.Value.Since).Take(MostRemembered / 2))
        {
            _failures.TryRemove(key, out _);
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Since);
}
