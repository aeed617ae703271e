using Microsoft.Win32.SafeHandles;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// Brings commits to the disk: at once, or, where all of a commit is repeatable, together with the next that is not, a moment later at
/// most. Used by the writer alone. HOT: measured by the intake benchmark.
/// </summary>
internal sealed class SqliteSync(string walPath, Action requestSync, TimeProvider time) : IDisposable
{
    /// <summary>How long a repeatable commit may stay in the operating system's memory only.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly List<Transaction> _waiting = [];
    private SafeFileHandle? _wal;
    private ITimer? _timer;
    private long _waitingSince;

    /// <summary>Whether the last run ended without closing the database. Asked before it is opened.</summary>
    public bool WasCutOff => new FileInfo(walPath) is { Exists: true, Length: > 0 };

    /// <summary>Opens the log, which is there as long as the database is open.</summary>
    public void Open()
    {
        _wal = File.OpenHandle(walPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _timer = time.CreateTimer(_ => requestSync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Returns once these may be told that they are written. Throws when the disk refuses.</summary>
    public void Committed(IReadOnlyList<Transaction> transactions)
    {
        if (transactions.All(transaction => transaction.Repeatable) && MayWait())
        {
            _waiting.AddRange(transactions);
            return;
        }

        RandomAccess.FlushToDisk(_wal!);
        foreach (var transaction in _waiting.Concat(transactions))
        {
            transaction.RunAfterSync();
        }

        _waiting.Clear();
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _wal?.Dispose();
    }

    private bool MayWait()
    {
        if (_waiting.Count > 0)
        {
            return time.GetElapsedTime(_waitingSince) < Longest;
        }

        _waitingSince = time.GetTimestamp();
        _timer!.Change(Longest, Timeout.InfiniteTimeSpan);
        return true;
    }
}
