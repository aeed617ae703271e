using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Hours;

/// <summary>Tells platforms the hours a channel keeps.</summary>
internal sealed class ChannelHours(IHoursStore store) : IChannelHours
{
    /// <inheritdoc/>
    public async ValueTask<OpeningState?> FindAsync(ChannelId channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        await store.FindByChannelAsync(channel, cancellationToken) is { } hours && Timetable.Read(hours, out var timetable) is null
            ? timetable!.At(now)
            : null;
}
