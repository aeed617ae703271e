using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>When something is tried again, and when no more.</summary>
internal static class WebimRetries
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
    ];

    /// <summary>The wait before the next try, <paramref name="wished"/> where the other side says; null when it is given up.</summary>
    public static TimeSpan? NextWait(this DeskTask task, TimeSpan? wished, DateTimeOffset now) =>
        now - task.CreatedAt >= GiveUpAfter ? null : wished ?? Waits[Math.Clamp(task.Attempts, 0, Waits.Length - 1)];
}
