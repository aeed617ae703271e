namespace Rozmova.Messaging.Platforms;

/// <summary>
/// A messenger as a technology. One instance serves all of its channels and is called in parallel, so it keeps no state of
/// a channel. What a platform can do beyond sending it says by implementing the sibling interfaces of this folder.
/// </summary>
public interface IPlatform
{
    /// <summary>Its name in addresses, settings and the API: lower case, words joined by hyphens.</summary>
    string Key { get; }

    /// <summary>What it can take, and how much.</summary>
    PlatformCapabilities Capabilities { get; }

    /// <summary>The settings a channel of it has. Drives validation, masking, encryption and the set-up form.</summary>
    IReadOnlyList<SettingField> Settings { get; }

    /// <summary>
    /// Sends one message. Called by Delivery, never twice at once for one chat, already within the limits of
    /// <see cref="Capabilities"/>. Expected failures are outcomes; an exception counts as <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken);
}

/// <summary>A platform whose customers write to us: what comes in, by whichever way, is made durable raw and read from there.</summary>
public interface IReadingPlatform : IPlatform
{
    /// <summary>
    /// Reads what happened from the raw bytes. Pure: called at the door and again at every replay. Throws
    /// <see cref="UnreadableWebhookException"/> when nothing can be made of it; an unknown kind is content
    /// <see cref="MessageContent.Unsupported"/>, not an exception. An empty list is a valid answer (nothing for us).
    /// </summary>
    IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body);
}

/// <summary>A platform that calls us.</summary>
public interface IWebhookPlatform : IReadingPlatform
{
    /// <summary>Other names it goes by in the addresses it calls.</summary>
    IReadOnlyList<string> Aliases => [];

    /// <summary>
    /// Whether the request comes from the platform: signature over the raw bytes, or secret, compared in constant time.
    /// Called at the door before anything else is looked at; does no I/O.
    /// </summary>
    bool IsAuthentic(ChannelConnection channel, WebhookRequest request);
}

/// <summary>A platform that asks by GET whether our address is ours.</summary>
public interface IVerifyingPlatform : IWebhookPlatform
{
    /// <summary>The text it wants to hear; null when the question is not its own, which is answered 403.</summary>
    string? AnswerVerification(ChannelConnection channel, IReadOnlyDictionary<string, string> query);
}

/// <summary>A platform that wants more in the answer to its request than an empty 200.</summary>
public interface IAnsweringPlatform : IWebhookPlatform
{
    /// <summary>What to answer, once the request is durable; null for an empty 200. Quick: the platform waits for it.</summary>
    ValueTask<WebhookAnswer?> AnswerAsync(ChannelConnection channel, WebhookRequest request, CancellationToken cancellationToken);
}

/// <summary>A platform whose requests may come to one address for all of its channels, and then say themselves whom they are for.</summary>
public interface IRoutedPlatform : IWebhookPlatform
{
    /// <summary>The setting that holds a channel's account id.</summary>
    string AccountSetting { get; }

    /// <summary>Takes a request apart, once for the door and for all of its channels. Pure; never throws.</summary>
    IOpenedRequest Open(ReadOnlyMemory<byte> body);
}

/// <summary>A request of an <see cref="IRoutedPlatform"/>, taken apart.</summary>
public interface IOpenedRequest
{
    /// <summary>The account ids it speaks of, without repeats; empty where it names none or cannot be read.</summary>
    IReadOnlyList<string> Accounts { get; }

    /// <summary>What it tells the channel of one account: the same as <see cref="IReadingPlatform.Read"/>, its exception too.</summary>
    IReadOnlyList<InboundEvent> ReadFor(string account);
}

/// <summary>A platform we ask for news.</summary>
public interface IPollingPlatform : IPlatform
{
    /// <summary>Whether this channel is set to polling.</summary>
    bool IsPolled(ChannelConnection channel);

    /// <summary>
    /// Asks once, holding the request open where the platform can. Called in a loop by one poller per channel;
    /// <paramref name="offset"/> is what the previous call returned, kept across restarts, null at first.
    /// Updates are confirmed to the platform by the next call, so they are durable before that.
    /// </summary>
    ValueTask<PollResult> PollAsync(ChannelConnection channel, string? offset, CancellationToken cancellationToken);
}

/// <summary>
/// A platform whose requests bring nothing but the hint to look: what happened is polled. A hint is not kept. One that is lost, or that
/// reached another node than the one which polls the channel, costs the time until the next poll and nothing else, since
/// polls find everything by themselves.
/// </summary>
public interface IHintedPlatform : IWebhookPlatform, IPollingPlatform
{
    /// <summary>
    /// Makes the channel's poll look now, where it is waiting in this process. Called at the door, for POST and GET, once the request is
    /// authentic and in the place of the intake; quick, does no I/O. Throws <see cref="UnreadableWebhookException"/> when
    /// nothing can be made of it.
    /// </summary>
    void Hint(ChannelConnection channel, WebhookRequest request);
}

/// <summary>A platform whose conversations are about an order.</summary>
public interface IOrderPlatform : IPlatform
{
    /// <summary>Asks for the order of a chat, as it stands now. Called when somebody looks at it, in parallel.</summary>
    ValueTask<OrderAnswer> FindOrderAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken);
}

/// <summary>A platform whose channels can be checked, and perhaps connected, by API.</summary>
public interface IConnectingPlatform : IPlatform
{
    /// <summary>
    /// Checks the credentials and, where the platform allows it and <see cref="ChannelConnection.WebhookUrl"/> is set, registers our
    /// webhook. Safe to repeat. Called on creation, on a change of settings, by the check endpoint and while the channel is not connected.
    /// </summary>
    ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken);

    /// <summary>Takes our webhook back when the channel is disabled or deleted. Best effort.</summary>
    ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken);
}

/// <summary>A platform whose files we fetch.</summary>
public interface IMediaPlatform : IPlatform
{
    /// <summary>
    /// Opens a file by <see cref="Attachment.RemoteKey"/> as a stream. Called by the media fetcher, in parallel, with retries.
    /// Throws <see cref="MediaUnavailableException"/> when it can never be had, anything else is retried.
    /// </summary>
    ValueTask<RemoteMedia> OpenMediaAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken);
}

/// <summary>A platform that shows our typing.</summary>
public interface ITypingPlatform : IPlatform
{
    /// <summary>Shows "typing…" to the customer for the few seconds the platform gives. Best effort.</summary>
    ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken);
}

/// <summary>A platform that shows our typing only as the answer to a message, which it may mark as read with it.</summary>
public interface IAnswerTypingPlatform : IPlatform
{
    /// <summary>Shows "typing…" below the customer's newest message, for as long as the platform gives. Best effort.</summary>
    ValueTask ShowTypingAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken);
}

/// <summary>A platform where what we sent can be changed and taken back.</summary>
public interface IEditingPlatform : IPlatform
{
    /// <summary>Replaces the content of a message of ours.</summary>
    ValueTask<SendOutcome> EditAsync(ChannelConnection channel, OutboundMessage message, PlatformMessageId target,
        CancellationToken cancellationToken);

    /// <summary>Takes a message of ours back.</summary>
    ValueTask<SendOutcome> DeleteAsync(ChannelConnection channel, string chat, PlatformMessageId target,
        CancellationToken cancellationToken);
}

/// <summary>A platform where we can react to what a customer wrote, with one emoji at a time.</summary>
public interface IReactingPlatform : IPlatform
{
    /// <summary>
    /// Shows <paramref name="emoji"/> at a message of the customer's in the place of <paramref name="former"/>; null takes it back.
    /// </summary>
    ValueTask<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken);
}

/// <summary>A platform that waits for a word after a button was pressed.</summary>
public interface IAcknowledgingPlatform : IPlatform
{
    /// <summary>Answers the press named by <see cref="InboundEvent.MessageReceived.AcknowledgeKey"/>. Best effort, after it was stored.</summary>
    ValueTask AcknowledgeAsync(ChannelConnection channel, string acknowledgeKey, CancellationToken cancellationToken);
}

/// <summary>A platform that tells who somebody is when asked, because its messages carry only an id.</summary>
public interface IProfilePlatform : IPlatform
{
    /// <summary>Looks a person up, once, when their conversation begins; null when the platform will not say. Anything thrown is tried again later.</summary>
    ValueTask<Profile?> FindProfileAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken);
}

/// <summary>A platform that shows the customer that we have read their messages.</summary>
public interface IReadReceiptPlatform : IPlatform
{
    /// <summary>Marks everything up to and with this message of the customer's as read. Best effort.</summary>
    ValueTask MarkReadAsync(ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken);
}
