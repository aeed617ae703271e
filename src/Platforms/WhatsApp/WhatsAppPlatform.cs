using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>The WhatsApp Cloud API: the contract, each ability one thin call into the parts of this folder.</summary>
internal sealed class WhatsAppPlatform(
    WhatsAppSender sender, WhatsAppConnector connector, WhatsAppMedia media, WhatsAppReceipts receipts,
    WhatsAppTemplates templates)
    : IVerifyingPlatform, IRoutedPlatform, IConnectingPlatform, IMediaPlatform, IReadReceiptPlatform,
        IAnswerTypingPlatform, IReactingPlatform, ITemplatePlatform
{
    public string Key => "whatsapp";

    public PlatformCapabilities Capabilities => WhatsAppCapabilities.All;

    public IReadOnlyList<SettingField> Settings => WhatsAppSettings.All;

    public string AccountSetting => WhatsAppSettings.PhoneNumberId;

    public IOpenedRequest Open(ReadOnlyMemory<byte> body) => WhatsAppRequest.Open(body);

    public string? AnswerVerification(ChannelConnection channel, IReadOnlyDictionary<string, string> query) =>
        MetaVerification.Answer(channel.Text(WhatsAppSettings.VerifyToken), query);

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) =>
        MetaSignature.Matches(channel.Text(WhatsAppSettings.AppSecret), request);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        Open(body).ReadFor(WhatsAppClient.PhoneOf(channel));

    public async ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        WhatsAppOutbound.Refusal(message.Content) is { } error
            ? new SendOutcome.Refused(error)
            : await sender.SendAsync(channel, message, cancellationToken);

    public async ValueTask<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken) =>
        await sender.PostAsync(channel, chat, WhatsAppOutbound.Reaction(target, emoji), cancellationToken);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(channel, cancellationToken);

    /// <summary>Nothing to take back: the app's subscription carries the account's other numbers too.</summary>
    public ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(channel, file, cancellationToken);

    public async ValueTask MarkReadAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken) =>
        await receipts.MarkReadAsync(channel, newest, cancellationToken);

    public async ValueTask ShowTypingAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken) =>
        await receipts.ShowTypingAsync(channel, newest, cancellationToken);

    public async ValueTask<TemplateListing> ListTemplatesAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await templates.ListAsync(channel, cancellationToken);
}
