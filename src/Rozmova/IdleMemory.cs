using System.Runtime.InteropServices;
using Rozmova.Storage;

namespace Rozmova;

/// <summary>
/// Gives memory back once a busy time is over: until the next collection, which on an idle machine may be hours away, the process would keep
/// what its busiest moment needed. Collecting everything takes some ten milliseconds, so it waits until next to nothing happens.
/// </summary>
internal sealed class IdleMemory(Database database, TimeProvider time) : BackgroundService
{
    /// <summary>Who allocates less in an interval is idle.</summary>
    private const long Quiet = 1 << 20;

    /// <summary>So much has to be allocated since the last time for another to be worth its while.</summary>
    private const long Worth = 24 << 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.5);

    /// <summary>glibc keeps what SQLite freed, an arena for each thread that ever ran it; other libraries have no such call and no such need.</summary>
    private static readonly MallocTrim? TrimHeap = FindTrim();

    private delegate int MallocTrim(nuint kept);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (last, given) = (GC.GetTotalAllocatedBytes(), 0L);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - last < Quiet && now - given > Worth)
            {
                await GiveBackAsync(stoppingToken);
                given = now;
            }

            last = now;
        }
    }

    private async ValueTask GiveBackAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.ReleaseMemoryAsync(stoppingToken);
        }
        catch (Exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The store is in trouble, which whoever wants something of it hears: then its pages stay.
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        TrimHeap?.Invoke(0);
    }

    private static MallocTrim? FindTrim() =>
        NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "malloc_trim", out var address)
            ? Marshal.GetDelegateForFunctionPointer<MallocTrim>(address)
            : null;
}
