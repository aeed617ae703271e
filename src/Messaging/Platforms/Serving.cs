using Microsoft.AspNetCore.Routing;

namespace Rozmova.Messaging.Platforms;

/// <summary>A platform that is called by its customers' own devices, not by a messenger's servers, and so answers them itself.</summary>
public interface IServingPlatform : IReadingPlatform
{
    /// <summary>
    /// Maps its addresses. No key guards them and no session is looked at: the platform says who may do what. Handlers take what they
    /// need of this file from the request's services.
    /// </summary>
    void Map(IEndpointRouteBuilder routes);
}

/// <summary>The channels of a serving platform, and the way in for what it brings.</summary>
public interface IServedChannels
{
    /// <summary>A channel of this platform that is switched on; null when there is none.</summary>
    ChannelConnection? Find(string platform, ChannelId id);

    /// <summary>
    /// Makes a raw body durable, as the webhook door does; it is given to <see cref="IReadingPlatform.Read"/>. False when it could not
    /// be stored now: the customer keeps it and tries again.
    /// </summary>
    ValueTask<bool> AcceptAsync(ChannelConnection channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}

/// <summary>When somebody is there to answer a channel, where an admin has given it hours of the workspace.</summary>
public interface IChannelHours
{
    /// <summary>How it stands at a moment; null for a channel without such hours.</summary>
    ValueTask<OpeningState?> FindAsync(ChannelId channel, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Open or not, and when that changes; null when it does not for a long time.</summary>
public sealed record OpeningState(bool Open, DateTimeOffset? ChangesAt);

/// <summary>What a customer may see of the conversation with them: what they wrote and what we sent. No notes, no events.</summary>
public interface IChats
{
    /// <summary>The entries right before <paramref name="before"/> (null: the newest), oldest first. Empty for a stranger.</summary>
    ValueTask<ChatPage> ReadAsync(ChannelId channel, string chat, MessageId? before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Tells of everything committed to this chat from now on, on whichever node, until disposed. Follow first and read afterwards:
    /// what happens between is told twice and never missed.
    /// </summary>
    ValueTask<IDisposable> FollowAsync(ChannelId channel, string chat, IChatFollower follower, CancellationToken cancellationToken);
}

/// <summary>Hears what happens in one chat, in order. Its methods are quick, do no I/O and do not throw.</summary>
public interface IChatFollower
{
    /// <summary>An entry is new, or is now like this.</summary>
    void Changed(ChatEntry entry);

    /// <summary>All but the newest <paramref name="unread"/> of the customer's messages have been read by an operator.</summary>
    void Seen(int unread);
}

/// <summary>A page of a chat, and whether there is more before it.</summary>
public sealed record ChatPage(IReadOnlyList<ChatEntry> Entries, bool HasMore, int Unread);

/// <summary>One message as its customer may see it.</summary>
public sealed record ChatEntry
{
    /// <summary>Our id of it.</summary>
    public required MessageId Id { get; init; }

    /// <summary>Whether we sent it; else the customer did.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>The platform's id of it.</summary>
    public string? PlatformId { get; init; }

    /// <summary>The name of the operator who wrote it; null for the customer and for automation.</summary>
    public string? Operator { get; init; }

    /// <summary>What it says; an empty text once it was deleted.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>The message it answers.</summary>
    public MessageId? ReplyTo { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When its content last changed.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>What the customer's side has reported of ours so far; null for nothing yet.</summary>
    public DeliveryReport? Report { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(ChatEntry)} {Id}";
}

/// <summary>The media folder, for a serving platform.</summary>
public interface IChatFiles
{
    /// <summary>Keeps a customer's file under the type its bytes bear out; null when it is larger than files may be here.</summary>
    ValueTask<Attachment?> KeepAsync(Stream content, string? name, string? type, CancellationToken cancellationToken);

    /// <summary>A signed, expiring address of a file, relative to the root we are reached at.</summary>
    string AddressOf(MediaId id);
}
