using System.Diagnostics;

namespace Rozmova.Diagnosis;

/// <summary>The disk under the data folder: is there room, and how long does a durable write take.</summary>
internal static class DiskCheck
{
    private const long Little = 1L << 30;
    private const int Writes = 20;

    public static Finding Space(string folder)
    {
        const string Check = "Disk space";
        try
        {
            Directory.CreateDirectory(folder);
            var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
            var words = $"{free / (double)Little:0.0} GiB free at {Path.GetFullPath(folder)}";
            return free < Little
                ? new Finding(Check, Health.Bad, $"{words}. Make room: a full disk refuses messages.")
                : new Finding(Check, Health.Good, words);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(Check, Health.Bad, $"{exception.Message} Give the program a folder it may write to with --data.");
        }
    }

    public static Finding Speed(string folder)
    {
        const string Check = "Disk speed";
        var probe = Path.Combine(folder, $"doctor-{Environment.ProcessId}.tmp");
        try
        {
            var median = MeasureSync(probe);
            var words = $"A durable write takes {median.TotalMilliseconds:0.0} ms";
            return median > TimeSpan.FromMilliseconds(50)
                ? new Finding(Check, Health.Doubtful, $"{words}: slow. Messages share writes, but each waits for one.")
                : new Finding(Check, Health.Good, words + ".");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(Check, Health.Bad, $"{exception.Message} The data folder must be writable.");
        }
        finally
        {
            File.Delete(probe);
        }
    }

    private static TimeSpan MeasureSync(string probe)
    {
        using var file = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var page = new byte[4096];
        var times = new TimeSpan[Writes];
        for (var i = 0; i < Writes; i++)
        {
            var started = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            times[i] = Stopwatch.GetElapsedTime(started);
        }

        Array.Sort(times);
        return times[Writes / 2];
    }
}
