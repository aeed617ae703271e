using System.Collections.Frozen;

namespace Rozmova.Messaging.Platforms;

/// <summary>A platform's request as it came: nothing decoded, nothing trimmed.</summary>
public sealed record WebhookRequest(
    ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Query, DateTimeOffset ReceivedAt);

/// <summary>What a platform wants to hear in answer to its request, with status 200.</summary>
public sealed record WebhookAnswer(ReadOnlyMemory<byte> Body, string ContentType);

/// <summary>Authentic, but nothing can be made of it: quarantine. The message names what is wrong without quoting the content.</summary>
public sealed class UnreadableWebhookException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The file can never be had (gone, too large for the platform's own API). The message is for the operator.</summary>
public sealed class MediaUnavailableException(string message) : Exception(message);

/// <summary>An open file of a platform. Disposing it ends the download.</summary>
public sealed class RemoteMedia(Stream content, string? mimeType, long? size, IDisposable? owner = null) : IDisposable
{
    /// <summary>The bytes, read once.</summary>
    public Stream Content { get; } = content;

    /// <summary>The type the platform names; null where it names none.</summary>
    public string? MimeType { get; } = mimeType;

    /// <summary>Bytes, where announced.</summary>
    public long? Size { get; } = size;

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        owner?.Dispose();
    }
}

/// <summary>
/// What one poll brought: raw updates, each as a webhook would have carried it, and the offset to ask with next. Anything but
/// <see cref="ConnectionState.Connected"/> in <paramref name="Report"/> makes the poller wait before it asks again.
/// </summary>
public sealed record PollResult(IReadOnlyList<ReadOnlyMemory<byte>> Updates, string? Offset, ConnectionReport Report);

/// <summary>How a channel stands.</summary>
public enum ConnectionState
{
    /// <summary>Not checked yet.</summary>
    Connecting = 0,

    /// <summary>Works.</summary>
    Connected = 1,

    /// <summary>Does not work; the detail says why and what to do.</summary>
    Failed = 2,

    /// <summary>A person has to sign in.</summary>
    NeedsLogin = 3,

    /// <summary>Switched off.</summary>
    Disabled = 4,
}

/// <summary>A state with a sentence for the admin: what is wrong and what to do. <paramref name="RetryAfter"/> is the platform's wish.</summary>
public sealed record ConnectionReport(ConnectionState State, string? Detail = null, TimeSpan? RetryAfter = null)
{
    /// <summary>All is well.</summary>
    public static ConnectionReport Connected { get; } = new(ConnectionState.Connected);

    /// <summary>Does not work, for this reason.</summary>
    public static ConnectionReport Failed(string detail, TimeSpan? retryAfter = null) => new(ConnectionState.Failed, detail, retryAfter);
}

/// <summary>A channel as a platform sees it: who it is, its settings in clear, and where it can be reached.</summary>
public sealed class ChannelConnection(ChannelId id, string platform, FrozenDictionary<string, object> settings, Uri? webhookUrl)
{
    /// <summary>The channel.</summary>
    public ChannelId Id { get; } = id;

    /// <summary>Its platform's key.</summary>
    public string Platform { get; } = platform;

    /// <summary>The address the platform should call; null while we have no public one.</summary>
    public Uri? WebhookUrl { get; } = webhookUrl;

    /// <summary>A text setting, its default where unset; null when it has neither.</summary>
    public string? Text(string name) => settings.GetValueOrDefault(name) as string;

    /// <summary>A text setting that validation made sure of.</summary>
    public string RequiredText(string name) =>
        Text(name) ?? throw new InvalidOperationException($"Channel {Id} has no setting '{name}'.");

    /// <summary>A whole-number setting; null when unset.</summary>
    public long? Number(string name) => settings.GetValueOrDefault(name) as long?;

    /// <summary>A setting that is true or false, its default where unset; false when it has neither.</summary>
    public bool Flag(string name) => settings.GetValueOrDefault(name) is true;

    /// <summary>A list setting; empty when unset.</summary>
    public IReadOnlyList<string> List(string name) => settings.GetValueOrDefault(name) as string[] ?? [];

    /// <inheritdoc/>
    public override string ToString() => $"{Platform} {Id}";
}
