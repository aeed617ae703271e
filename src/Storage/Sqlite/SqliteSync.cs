using Microsoft.Win32.SafeHandles;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// Brings commits to the disk: at once, or, where all of a commit is repeatable, a moment later and beside the writer, which goes on.
/// HOT: measured by the intake and end-to-end benchmarks.
/// </summary>
internal sealed class SqliteSync(string walPath, TimeProvider time) : IDisposable
{
    /// <summary>How long a repeatable commit may stay in the operating system's memory only.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private List<Transaction> _waiting = [];
    private SafeFileHandle? _wal;
    private ITimer? _timer;

    /// <summary>Whether the last run ended without closing the database. Asked before it is opened.</summary>
    public bool WasCutOff => new FileInfo(walPath) is { Exists: true, Length: > 0 };

    /// <summary>Opens the log, which is there as long as the database is open.</summary>
    public void Open()
    {
        _wal = File.OpenHandle(walPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _timer = time.CreateTimer(_ => SyncLater(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Returns once the writers may be told that theirs is written. Throws when the disk refuses.</summary>
    public void Committed(IReadOnlyList<Transaction> transactions)
    {
        if (transactions.All(transaction => transaction.Repeatable))
        {
            Wait(transactions);
        }
        else
        {
            Sync([.. Take(), .. transactions]);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _wal?.Dispose();
    }

    private void Wait(IReadOnlyList<Transaction> transactions)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _timer!.Change(Longest, Timeout.InfiniteTimeSpan);
            }

            _waiting.AddRange(transactions);
        }
    }

    private List<Transaction> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    // What was committed before this call is on the disk after it; what is written meanwhile waits for the next.
    private void Sync(IReadOnlyList<Transaction> committed)
    {
        RandomAccess.FlushToDisk(_wal!);
        foreach (var transaction in committed)
        {
            transaction.RunAfterSync();
        }
    }

    private void SyncLater()
    {
        var taken = Take();
        try
        {
            Sync(taken);
        }
        catch (IOException) // the journal keeps them; the next write that waits for the disk has somebody to tell
        {
            Wait(taken);
        }
        catch (ObjectDisposedException)
        {
            // Closed meanwhile: the next start replays them.
        }
    }
}
