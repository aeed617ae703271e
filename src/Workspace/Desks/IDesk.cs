using System.Collections.Frozen;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Desks;

/// <summary>
/// A kind of place outside the console where conversations are answered: a messenger's group of operators, a help-desk. One instance
/// serves all desks of its kind and is called in parallel, so it keeps no state of a desk. To its own server a desk is an account like
/// a channel is: both are a <see cref="ChannelConnection"/>.
/// </summary>
public interface IDesk
{
    /// <summary>Its name in addresses, settings and the API: lower case, words joined by hyphens.</summary>
    string Kind { get; }

    /// <summary>The settings a desk of it has. Drives validation, masking, encryption and the set-up form.</summary>
    IReadOnlyList<SettingField> Settings { get; }

    /// <summary>
    /// How long its marks are remembered since they were last put, by their kind, or the beginning of it and a <c>*</c>. Those of other
    /// kinds stay as long as the desk.
    /// </summary>
    IReadOnlyDictionary<string, TimeSpan> MarksKept => FrozenDictionary<string, TimeSpan>.Empty;

    /// <summary>How many pieces of work may be under way at once at one desk.</summary>
    int Parallelism { get; }

    /// <summary>Whether the request comes from the desk's server. Constant time, no I/O, before anything else is looked at.</summary>
    bool IsAuthentic(ChannelConnection desk, WebhookRequest request);

    /// <summary>
    /// Checks the credentials and registers our address where that is possible. Safe to repeat: called on creation, on a change of settings,
    /// by the check endpoint and while the desk is not connected.
    /// </summary>
    ValueTask<ConnectionReport> ConnectAsync(ChannelConnection desk, CancellationToken cancellationToken);

    /// <summary>Takes our address back when the desk is disabled or deleted. Best effort.</summary>
    ValueTask DisconnectAsync(ChannelConnection desk, CancellationToken cancellationToken);

    /// <summary>
    /// Takes one request, or one polled update, apart: what it asks us to do, and what its sender hears once that is durable. Looks at
    /// our own store at most; the sender waits.
    /// </summary>
    ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>What the desk's server hears with a refusal of ours (401, 404, 503); null for problem details.</summary>
    ReadOnlyMemory<byte>? Refusal(int status) => null;

    /// <summary>
    /// What a change in a conversation of the desk's channels asks it to do. Called in the order of the live numbers, again after a crash;
    /// the work is stored together with the place in that order. Quick; may read the store.
    /// </summary>
    ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken);

    /// <summary>
    /// Does one piece of work: never two of one lane at once, and those of a lane in order. A crash may have it done again, so it looks
    /// whether it was done where that matters. An exception is logged and counts as <see cref="DeskOutcome.Again"/>.
    /// </summary>
    ValueTask<DeskOutcome> PerformAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken);
}

/// <summary>A desk we ask for news.</summary>
public interface IPolledDesk : IDesk
{
    /// <summary>Whether this desk is set to polling.</summary>
    bool IsPolled(ChannelConnection desk);

    /// <summary>Asks once, as <see cref="IPollingPlatform.PollAsync"/>; each update goes through <see cref="IDesk.ReceiveAsync"/>.</summary>
    ValueTask<PollResult> PollAsync(ChannelConnection desk, string? offset, CancellationToken cancellationToken);
}
