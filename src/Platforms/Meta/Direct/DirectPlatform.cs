using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>Direct messages at Meta: the contract, each ability one thin call into the parts of this folder.</summary>
internal abstract class DirectPlatform(
    DirectDialect dialect,
    MetaClient client,
    DirectSender sender,
    DirectConnector connector,
    DirectPeople people,
    DirectMedia media,
    DirectMenus menus,
    TimeProvider time,
    ILogger logger)
    : IVerifyingPlatform, IRoutedPlatform, IConnectingPlatform, IMediaPlatform, ITypingPlatform,
        IReadReceiptPlatform, IProfilePlatform, IReactingPlatform, IMenuPlatform
{
    private static readonly TimeSpan CourtesyTimeout = TimeSpan.FromSeconds(5);

    public abstract string Key { get; }

    public virtual IReadOnlyList<string> Aliases => [];

    public abstract PlatformCapabilities Capabilities { get; }

    public abstract IReadOnlyList<SettingField> Settings { get; }

    public string AccountSetting => dialect.AccountSetting;

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) =>
        MetaSignature.Matches(channel.Text(DirectSettings.AppSecret), request);

    public string? AnswerVerification(ChannelConnection channel, IReadOnlyDictionary<string, string> query) =>
        MetaVerification.Answer(channel.Text(DirectSettings.VerifyToken), query);

    public IOpenedRequest Open(ReadOnlyMemory<byte> body) => DirectRequest.Open(body);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        Open(body).ReadFor(dialect.AccountOf(channel));

    public async ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        (DirectOutbound.Refusal(message, time.GetUtcNow()) ?? dialect.Refusal(channel, message)) is { } error
            ? new SendOutcome.Refused(error)
            : await sender.SendAsync(dialect, channel, message, cancellationToken);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(dialect, channel, cancellationToken);

    public async ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.DisconnectAsync(dialect, channel, cancellationToken);

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(file, new Uri(dialect.HostOf(channel)), cancellationToken);

    public async ValueTask<Profile?> FindProfileAsync(
        ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await people.FindAsync(dialect, channel, chat, cancellationToken);

    public async ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await ActAsync(channel, chat, "typing_on", cancellationToken);

    public async ValueTask MarkReadAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken) =>
        await ActAsync(channel, chat, "mark_seen", cancellationToken);

    public async ValueTask<MenuAnswer> ReadMenuAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await menus.ReadAsync(dialect, channel, cancellationToken);

    public async ValueTask<MenuAnswer> PublishMenuAsync(
        ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken) =>
        await menus.PublishAsync(dialect, channel, items, cancellationToken);

    public async ValueTask<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken)
    {
        var reaction = emoji is null ? null : dialect.ReactionOf(emoji);
        return (emoji is not null && reaction is null) || target.Scope.Length > 0
            ? new SendOutcome.Refused(new SendError(SendErrors.NotSupported, "The platform has no such reaction to this message."))
            : await sender.ReactAsync(dialect, channel, chat, target, reaction, cancellationToken);
    }

    private async Task ActAsync(ChannelConnection channel, string chat, string action, CancellationToken cancellationToken)
    {
        var address = dialect.Address(channel, $"{dialect.SenderOf(channel)}/messages");
        var request = new SendRequest { Recipient = new PartyRequest(chat), SenderAction = action };
        var body = PlatformJson.Body(request, DirectJson.Default.SendRequest);
        var answer = await client.CallAsync(
            HttpMethod.Post, address, dialect.TokenOf(channel), body, CourtesyTimeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.BestEffortFailed(action, channel.Id, answer.Summary);
        }
    }
}
