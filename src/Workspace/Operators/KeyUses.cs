using System.Collections.Concurrent;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>Notes when a key was last used, now and then: a busy key would otherwise write with every request.</summary>
internal sealed class KeyUses(IOperatorStore operators, ITransactions transactions, TimeProvider time)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);

    public async ValueTask NoteAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var key = Convert.ToHexString(hash);
        if (_noted.TryGetValue(key, out var noted) && now - noted < Often)
        {
            return;
        }

        _noted[key] = now;
        await transactions.WriteAsync(async transaction =>
        {
            await operators.NoteUseAsync(transaction, hash, now);
            return true;
        }, cancellationToken);
    }
}
