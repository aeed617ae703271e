using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Desks;

/// <summary>
/// A piece of work to be stored. Those of one <paramref name="Lane"/> are done one after another, in order; what it is about is in
/// <paramref name="Kind"/>, <paramref name="Subject"/> and <paramref name="Payload"/>, whose meaning is the desk's own.
/// </summary>
public sealed record NewDeskTask(string Lane, string Kind, Guid? Subject = null, ReadOnlyMemory<byte>? Payload = null)
{
    /// <summary>What a repeat is recognised by, per desk, for <see cref="IDeskStore.KeysKept"/>; null where each is new.</summary>
    public string? Key { get; init; }

    /// <summary>When to begin; null for at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Its payload holds words that must touch no disk (a pass-through channel's): memory keeps it, and a crash loses it.</summary>
    public bool Volatile { get; init; }
}

/// <summary>A piece of work to do. <see cref="Payload"/> is null where there is none, or where a volatile one was lost with the process.</summary>
public sealed record DeskTask(
    long Id, string Lane, string Kind, Guid? Subject, ReadOnlyMemory<byte>? Payload, bool Volatile, int Attempts, DateTimeOffset CreatedAt)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Id}";
}

/// <summary>What came of a piece of work.</summary>
public abstract record DeskOutcome
{
    private protected DeskOutcome()
    {
    }

    /// <summary>It is done, or there was nothing to do.</summary>
    public static DeskOutcome Finished { get; } = new Done();

    /// <summary>It is done, or there was nothing to do.</summary>
    public sealed record Done : DeskOutcome;

    /// <summary>To be tried again after a while; its lane waits, others go on.</summary>
    public sealed record Again(TimeSpan Wait, string Detail) : DeskOutcome;

    /// <summary>It cannot be done and never will; the reason is logged and counted, so it holds no words of people's.</summary>
    public sealed record Dropped(string Reason) : DeskOutcome;

    /// <summary>The desk's credentials are not accepted: all its work waits until an admin mends it.</summary>
    public sealed record Rejected(string Detail) : DeskOutcome;
}

/// <summary>
/// What a request asks us to do, and what its sender hears: <see cref="Status"/> and <see cref="Answer"/> (JSON; empty for none), once
/// <see cref="Tasks"/> are durable.
/// </summary>
public sealed record DeskReception(int Status, ReadOnlyMemory<byte> Answer, IReadOnlyList<NewDeskTask> Tasks)
{
    /// <summary>Why it goes to quarantine; null when it does not.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Taken.</summary>
    public static DeskReception Taken(IReadOnlyList<NewDeskTask> tasks, ReadOnlyMemory<byte> answer = default) => new(200, answer, tasks);

    /// <summary>Turned away.</summary>
    public static DeskReception Refused(int status, ReadOnlyMemory<byte> answer) => new(status, answer, []);

    /// <summary>Authentic, but nothing can be made of it: 200 and quarantine. The reason does not quote it.</summary>
    public static DeskReception Quarantined(string reason) => new(200, default, []) { Unreadable = reason };
}

/// <summary>
/// A change in a conversation: <see cref="Message"/> for created and updated entries, else null. Read when it is told, so that it may
/// already look newer than the change itself.
/// </summary>
public sealed record DeskNews(LiveType Type, ConversationBody Conversation, MessageBody? Message);
