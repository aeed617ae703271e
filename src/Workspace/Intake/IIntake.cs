using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Intake;

/// <summary>The way in for authentic requests, from the webhook door and from pollers alike.</summary>
public interface IIntake
{
    /// <summary>
    /// Makes one raw body durable: in the journal, or in quarantine when nothing can be made of it. Completes once it is.
    /// <paramref name="opened"/> is the body taken apart, where the door has done that.
    /// </summary>
    /// <exception cref="CannotRelayException">It is for a pass-through channel that can relay nothing now: nothing was kept.</exception>
    ValueTask AcceptAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, IOpenedRequest? opened, CancellationToken cancellationToken);

    /// <summary>Keeps an authentic body of a channel that nothing can be made of, for an admin.</summary>
    ValueTask QuarantineAsync(LiveChannel channel, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps an authentic body that is for no channel, for an admin: one may be connected later. Only its size where it is
    /// <paramref name="withheld"/>.
    /// </summary>
    ValueTask QuarantineAsync(
        string platform, ReadOnlyMemory<byte> body, bool withheld, string reason, CancellationToken cancellationToken);
}
