using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Settings;

/// <summary>What the installation remembers about itself, by name.</summary>
public interface ISettingStore
{
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Sets it; null forgets it.</summary>
    ValueTask SetAsync(Transaction transaction, string key, string? value);

    /// <summary>Forgets it if it still is <paramref name="value"/>: of several who try at once, one gets true.</summary>
    ValueTask<bool> TakeAsync(Transaction transaction, string key, string value);
}
