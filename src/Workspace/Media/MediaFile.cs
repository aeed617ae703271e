using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

/// <summary>A file as the store knows it; its bytes are in the <see cref="MediaFolder"/> once it is ready.</summary>
public sealed record MediaFile
{
    public required MediaId Id { get; init; }

    /// <summary>The channel it is fetched from; null for what we were given ourselves.</summary>
    public ChannelId? ChannelId { get; init; }

    /// <summary>The message it came with; null for what we were given ourselves.</summary>
    public MessageId? MessageId { get; init; }

    /// <summary>As the sender calls it: to be shown, never to be used as a path.</summary>
    public string? FileName { get; init; }

    /// <summary>While it is pending the type the sender names, afterwards the one its bytes bear out.</summary>
    public string? MimeType { get; init; }

    public long? Size { get; init; }

    public required MediaState State { get; init; }

    /// <summary>The platform's handle to fetch it by.</summary>
    public string? RemoteKey { get; init; }

    /// <summary>How often it was begun to be fetched.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is fetched next; null when it is not.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why it could not be had: a sentence for the operator.</summary>
    public string? Error { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The file as a message carries it.</summary>
    public Attachment ToAttachment() => new() { Id = Id, State = State, MimeType = MimeType, FileName = FileName, Size = Size };

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(MediaFile)} {Id}";
}
