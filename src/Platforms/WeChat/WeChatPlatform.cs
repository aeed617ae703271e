using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>WeChat official accounts: the contract, each ability one thin call into the parts of this folder.</summary>
internal sealed class WeChatPlatform(
    WeChatApi api,
    WeChatSender sender,
    WeChatReplies replies,
    WeChatConnector connector,
    WeChatMedia media,
    WeChatProfiles profiles,
    WeChatMenu menu,
    WeChatTemplates templates,
    ILogger<WeChatPlatform> logger)
    : IVerifyingPlatform, IAnsweringPlatform, IConnectingPlatform, IMediaPlatform, ITypingPlatform, IProfilePlatform,
        IMenuPlatform, ITemplatePlatform
{
    private const string TypingPath = "/cgi-bin/message/custom/typing";

    public string Key => "wechat";

    public PlatformCapabilities Capabilities => WeChatCapabilities.All;

    public IReadOnlyList<SettingField> Settings => WeChatSettings.All;

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) => WeChatEnvelope.IsAuthentic(channel, request);

    public string? AnswerVerification(ChannelConnection channel, IReadOnlyDictionary<string, string> query) =>
        WeChatEnvelope.AnswerVerification(channel, query);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        WeChatInbound.Read(WeChatEnvelope.Open(channel, body).Push, channel.List(MenuLines.Setting));

    public ValueTask<WebhookAnswer?> AnswerAsync(
        ChannelConnection channel, WebhookRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<WebhookAnswer?>(replies.AnswerTo(channel, request));

    public async ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        WeChatOutbound.Refusal(message.Content) is { } error
            ? new SendOutcome.Refused(error)
            : await sender.SendAsync(channel, message, cancellationToken);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(channel, cancellationToken);

    /// <summary>Where WeChat sends its pushes is set on its own site only.</summary>
    public ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(channel, file, cancellationToken);

    public async ValueTask<Profile?> FindProfileAsync(
        ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await profiles.FindAsync(channel, chat, cancellationToken);

    public async ValueTask<MenuAnswer> ReadMenuAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await menu.ReadAsync(channel, cancellationToken);

    public async ValueTask<MenuAnswer> PublishMenuAsync(
        ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken) =>
        await menu.PublishAsync(channel, items, cancellationToken);

    public async ValueTask<TemplateListing> ListTemplatesAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await templates.ListAsync(channel, cancellationToken);

    /// <summary>WeChat takes it only while it would take an answer, and for half a minute after the customer wrote.</summary>
    public async ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        var request = new TypingRequest(chat, "Typing");
        var answer = await api.PostAsync(channel, TypingPath, request, WeChatJson.Default.TypingRequest, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.TypingNotShown(channel.Id, answer.Summary);
        }
    }
}
