using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>
/// Tokens of links that let somebody in once: the first admin, or an invited operator to choose a password. Only hashes are kept.
/// </summary>
internal sealed class OneTimeLinks(ISettingStore settings, TimeProvider time)
{
    private const string SetupSetting = "setup-token";
    private static readonly TimeSpan InviteLength = TimeSpan.FromDays(7);

    /// <summary>The page that takes a token, below the address of the console.</summary>
    public static string PathOf(string token) => $"/setup?token={token}";

    /// <summary>A new token for the first admin. The one before is void.</summary>
    public async ValueTask<string> CreateSetupAsync(Transaction transaction)
    {
        var token = ApiKeySecret.CreateToken();
        await settings.SetAsync(transaction, SetupSetting, Hash(token));
        return token;
    }

    /// <summary>Uses up the first admin's token. False when it is not it.</summary>
    public ValueTask<bool> TakeSetupAsync(Transaction transaction, string token) =>
        settings.TakeAsync(transaction, SetupSetting, Hash(token));

    /// <summary>A new token for one operator.</summary>
    public async ValueTask<string> CreateInviteAsync(Transaction transaction, OperatorId id)
    {
        var token = ApiKeySecret.CreateToken();
        var until = (time.GetUtcNow() + InviteLength).ToUnixTimeSeconds();
        await settings.SetAsync(transaction, InviteSetting(token), string.Create(CultureInfo.InvariantCulture, $"{id} {until}"));
        return token;
    }

    /// <summary>Whose invitation this is; null when it is none, used or too old.</summary>
    public async ValueTask<OperatorId?> FindInviteAsync(string token, CancellationToken cancellationToken) =>
        await settings.FindAsync(InviteSetting(token), cancellationToken) is { } value ? Read(value) : null;

    /// <summary>Uses an invitation up. False when somebody just has.</summary>
    public async ValueTask<bool> TakeInviteAsync(Transaction transaction, string token, CancellationToken cancellationToken) =>
        await settings.FindAsync(InviteSetting(token), cancellationToken) is { } value
        && await settings.TakeAsync(transaction, InviteSetting(token), value);

    private OperatorId? Read(string value)
    {
        var parts = value.Split(' ');
        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
        return until > time.GetUtcNow() ? new OperatorId(Guid.Parse(parts[0])) : null;
    }

    private static string InviteSetting(string token) => $"invite:{Hash(token)}";

    private static string Hash(string token) => Convert.ToHexString(ApiKeySecret.Hash(token));
}
