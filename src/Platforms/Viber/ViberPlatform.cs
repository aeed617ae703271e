using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>Viber bots: the contract, each ability one thin call into the parts of this folder.</summary>
internal sealed class ViberPlatform(ViberSender sender, ViberConnector connector, ViberProfiles profiles, ViberMedia media)
    : IAnsweringPlatform, IConnectingPlatform, IMediaPlatform, IProfilePlatform
{
    public string Key => "viber";

    public PlatformCapabilities Capabilities => ViberCapabilities.All;

    public IReadOnlyList<SettingField> Settings => ViberSettings.All;

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) => ViberSignature.Verify(
        channel.RequiredText(ViberSettings.Token), request.Headers.GetValueOrDefault(ViberSignature.Header), request.Body.Span);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        ViberInbound.Read(body, channel.Text(ViberSettings.Welcome));

    public ValueTask<WebhookAnswer?> AnswerAsync(
        ChannelConnection channel, WebhookRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ViberWelcome.Answer(channel, request.Body));

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(channel, cancellationToken);

    public async ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.DisconnectAsync(channel, cancellationToken);

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(channel, file, cancellationToken);

    public async ValueTask<Profile?> FindProfileAsync(
        ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await profiles.FindAsync(channel, chat, cancellationToken);

    public async ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        ViberOutbound.Refusal(message) is { } error
            ? new SendOutcome.Refused(error)
            : await sender.SendAsync(channel, message, cancellationToken);
}
