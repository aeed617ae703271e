using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Custom;

/// <summary>
/// The generic way in and out for anything that can sign a request: JSON as the HTTP API writes it, under Standard Webhooks
/// signatures in both directions.
/// </summary>
internal sealed class CustomPlatform(CustomClient client, CustomSender sender)
    : IWebhookPlatform, IMediaPlatform, IEditingPlatform, IReactingPlatform, IReadReceiptPlatform, ITypingPlatform
{
    public string Key => "custom";

    public PlatformCapabilities Capabilities => CustomCapabilities.All;

    public IReadOnlyList<SettingField> Settings => CustomSettings.Fields;

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) => KeyOf(channel).Verify(
        request.Headers.GetValueOrDefault(StandardWebhook.IdHeader),
        request.Headers.GetValueOrDefault(StandardWebhook.TimestampHeader),
        request.Headers.GetValueOrDefault(StandardWebhook.SignatureHeader),
        request.Body.Span,
        request.ReceivedAt);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        [CustomInbound.Read(body.Span)];

    public ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        sender.SendAsync(channel, message, cancellationToken);

    public ValueTask<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken) =>
        sender.TellAsync(
            channel, EventTypes.Edit, message.Chat,
            told => told with { Message = message.Id.ToString(), Content = CustomOutbound.ToPayload(message.Content, message.FileUrl) },
            cancellationToken);

    public ValueTask<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken) =>
        sender.TellAsync(
            channel, EventTypes.Delete, chat, told => told with { Message = CustomOutbound.OurIdIn(target) }, cancellationToken);

    public ValueTask<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken) =>
        sender.TellAsync(
            channel, EventTypes.Reaction, chat, told => told with { Message = target.Id, Emoji = emoji }, cancellationToken);

    public async ValueTask MarkReadAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken) =>
        await sender.TellAsync(channel, EventTypes.Read, chat, told => told with { Message = newest.Id }, cancellationToken);

    public async ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await sender.TellAsync(channel, EventTypes.Typing, chat, told => told, cancellationToken);

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var address = RemoteFile.AddressIn(file.RemoteKey)
            ?? throw new MediaUnavailableException("The file came without an http or https address.");
        return await client.OpenAsync(address, cancellationToken);
    }

    internal static StandardWebhook KeyOf(ChannelConnection channel) => new(channel.RequiredText(CustomSettings.Secret));
}
