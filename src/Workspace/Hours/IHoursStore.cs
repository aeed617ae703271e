using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Hours;

/// <summary>Reads and writes hours.</summary>
public interface IHoursStore
{
    /// <summary>All of them, by name. There are few.</summary>
    ValueTask<IReadOnlyList<BusinessHours>> ListAsync(CancellationToken cancellationToken);

    ValueTask<BusinessHours?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Those a channel keeps.</summary>
    ValueTask<BusinessHours?> FindByChannelAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Writes it, new or not. Its channels keep no others from now on.</summary>
    ValueTask SaveAsync(Transaction transaction, BusinessHours hours);

    /// <summary>False when there is none.</summary>
    ValueTask<bool> DeleteAsync(Transaction transaction, Guid id);
}
