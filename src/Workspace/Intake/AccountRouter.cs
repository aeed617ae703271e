using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Intake;

/// <summary>
/// Whom an authentic request is for. <paramref name="HasStrangers"/>: parts of it are for no channel that could take them.
/// <paramref name="IsPassing"/>: others are, or may be, for a pass-through channel, so it must not be kept for those.
/// </summary>
internal sealed record Destinations(IReadOnlyList<LiveChannel> Channels, bool HasStrangers, bool IsPassing);

/// <summary>
/// Finds the channels a request of an <see cref="IRoutedPlatform"/> is for by the account ids in it, wherever it came in. Each reads its
/// own part only, so each has to find it authentic by its own secret.
/// </summary>
internal sealed class AccountRouter(ChannelDirectory directory)
{
    /// <param name="platform">Reads the ids.</param>
    /// <param name="request">The request, not checked yet where it was addressed to no channel.</param>
    /// <param name="accounts">Those it speaks of.</param>
    /// <param name="addressed">The channel whose own address it came to, which has found it authentic; null where it came to the platform's.</param>
    /// <returns>Null when it is not authentic.</returns>
    public Destinations? Find(
        IRoutedPlatform platform, WebhookRequest request, IReadOnlyList<string> accounts, LiveChannel? addressed)
    {
        if (addressed is not null && accounts.All(account => Has(platform, addressed, account)))
        {
            return new Destinations([addressed], HasStrangers: false, PassingEvents.Concerns(addressed));
        }

        var takers = new List<LiveChannel>();
        var (refused, unknown) = (0, accounts.Count == 0 ? 1 : 0);
        foreach (var account in accounts)
        {
            var named = Named(platform, account, addressed);
            if (named.Find(channel => platform.IsAuthentic(channel.Connection, request)) is { } taker)
            {
                takers.Add(taker);
            }
            else if (named.Count > 0)
            {
                refused++;
            }
            else
            {
                unknown++;
            }
        }

        // What is for nobody, or not yet, is kept when any channel vouches for it: by then its own may have been connected.
        var authentic = takers.Count > 0 || (unknown > 0 && (addressed is not null || IsVouchedFor(platform, request)));
        var strangers = refused + unknown > 0;
        return authentic ? new Destinations(takers, strangers, strangers && IsPassing(platform, accounts, addressed)) : null;
    }

    /// <summary>The channels that read a request which was found authentic before. Null while one of its accounts has none.</summary>
    public IReadOnlyList<LiveChannel>? FindAgain(IRoutedPlatform platform, ReadOnlyMemory<byte> body)
    {
        var found = platform.Open(body).Accounts.Select(account => Named(platform, account, null).FirstOrDefault()).ToArray();
        return found.Length == 0 || found.Contains(null) ? null : [.. found.OfType<LiveChannel>()];
    }

    // Of two channels of one account the addressed one reads it.
    private List<LiveChannel> Named(IRoutedPlatform platform, string account, LiveChannel? addressed) =>
    [
        .. directory.Of(platform.Key)
            .Where(channel => channel.Row.Enabled && Has(platform, channel, account))
            .OrderByDescending(channel => channel == addressed),
    ];

    /// <summary>Whether it speaks, or where it cannot be read may speak, of a pass-through channel, be it switched off.</summary>
    private bool IsPassing(IRoutedPlatform platform, IReadOnlyList<string> accounts, LiveChannel? addressed) =>
        directory.Of(platform.Key).Where(PassingEvents.Concerns).Any(channel =>
            channel == addressed || accounts.Count == 0 || accounts.Any(account => Has(platform, channel, account)));

    private bool IsVouchedFor(IRoutedPlatform platform, WebhookRequest request) =>
        directory.Of(platform.Key).Any(channel => platform.IsAuthentic(channel.Connection, request));

    private static bool Has(IRoutedPlatform platform, LiveChannel channel, string account) =>
        channel.Connection.Text(platform.AccountSetting) == account;
}
