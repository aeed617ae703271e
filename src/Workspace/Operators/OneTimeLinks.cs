using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>
/// Tokens of links that do something once: let the first admin in, or an invited operator choose a password, or tie an operator to an
/// account elsewhere. Only hashes are kept.
/// </summary>
internal sealed class OneTimeLinks(ISettingStore settings, TimeProvider time)
{
    private const string SetupSetting = "setup-token";
    private const string Invite = "invite";
    private const string Tie = "tie";
    private static readonly TimeSpan InviteLength = TimeSpan.FromDays(7);
    private static readonly TimeSpan TieLength = TimeSpan.FromDays(1);

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
    public async ValueTask<string> CreateInviteAsync(Transaction transaction, OperatorId id) =>
        (await CreateAsync(transaction, Invite, id, InviteLength)).Token;

    /// <summary>Whose invitation this is; null when it is none, used or too old.</summary>
    public ValueTask<OperatorId?> FindInviteAsync(string token, CancellationToken cancellationToken) =>
        FindAsync(Invite, token, cancellationToken);

    /// <summary>Uses an invitation up. False when somebody just has.</summary>
    public ValueTask<bool> TakeInviteAsync(Transaction transaction, string token, CancellationToken cancellationToken) =>
        TakeAsync(transaction, Invite, token, cancellationToken);

    /// <summary>A new token that ties one operator to an account, and how long it is good.</summary>
    public ValueTask<(string Token, DateTimeOffset Until)> CreateTieAsync(Transaction transaction, OperatorId id) =>
        CreateAsync(transaction, Tie, id, TieLength);

    /// <summary>Whom it ties; null when it is none, used or too old.</summary>
    public ValueTask<OperatorId?> FindTieAsync(string token, CancellationToken cancellationToken) =>
        FindAsync(Tie, token, cancellationToken);

    /// <summary>Uses it up. False when somebody just has.</summary>
    public ValueTask<bool> TakeTieAsync(Transaction transaction, string token, CancellationToken cancellationToken) =>
        TakeAsync(transaction, Tie, token, cancellationToken);

    private async ValueTask<(string Token, DateTimeOffset Until)> CreateAsync(
        Transaction transaction, string kind, OperatorId id, TimeSpan length)
    {
        var token = ApiKeySecret.CreateToken();
        var until = time.GetUtcNow() + length;
        await settings.SetAsync(
            transaction, Setting(kind, token), string.Create(CultureInfo.InvariantCulture, $"{id} {until.ToUnixTimeSeconds()}"));
        return (token, DateTimeOffset.FromUnixTimeSeconds(until.ToUnixTimeSeconds()));
    }

    private async ValueTask<OperatorId?> FindAsync(string kind, string token, CancellationToken cancellationToken) =>
        await settings.FindAsync(Setting(kind, token), cancellationToken) is { } value ? Read(value) : null;

    private async ValueTask<bool> TakeAsync(Transaction transaction, string kind, string token, CancellationToken cancellationToken) =>
        await settings.FindAsync(Setting(kind, token), cancellationToken) is { } value
        && await settings.TakeAsync(transaction, Setting(kind, token), value);

    private OperatorId? Read(string value)
    {
        var parts = value.Split(' ');
        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
        return until > time.GetUtcNow() ? new OperatorId(Guid.Parse(parts[0])) : null;
    }

    private static string Setting(string kind, string token) => $"{kind}:{Hash(token)}";

    private static string Hash(string token) => Convert.ToHexString(ApiKeySecret.Hash(token));
}
