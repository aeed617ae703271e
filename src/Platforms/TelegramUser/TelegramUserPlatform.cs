using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>Ordinary Telegram accounts through TDLib: the contract, each ability one thin call into the parts of this folder.</summary>
internal sealed class TelegramUserPlatform(
    UserSessions sessions,
    TelegramUserPolling polling,
    TelegramUserSender sender,
    TelegramUserMedia media,
    ILogger<TelegramUserPlatform> logger)
    : IWebhookPlatform, IPollingPlatform, IConnectingPlatform, ILoginPlatform, IMediaPlatform, ITypingPlatform, IEditingPlatform,
        IReactingPlatform, IReadReceiptPlatform
{
    private static readonly TimeSpan CourtesyTimeout = TimeSpan.FromSeconds(5);

    public string Key => "telegram-user";

    public PlatformCapabilities Capabilities => TelegramUserCapabilities.All;

    public IReadOnlyList<SettingField> Settings => TelegramUserSettings.All;

    /// <summary>Nobody calls us: what comes over HTTP is not from Telegram.</summary>
    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) => false;

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) => TelegramUserInbound.Read(body);

    public bool IsPolled(ChannelConnection channel) => true;

    public async ValueTask<PollResult> PollAsync(ChannelConnection channel, string? offset, CancellationToken cancellationToken) =>
        await polling.PollAsync(channel, offset, cancellationToken);

    /// <summary>The session is the poller's to open; here it is only looked at.</summary>
    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        if (sessions.Missing is { } missing)
        {
            return ConnectionReport.Failed(missing);
        }

        return await sessions.WaitForAsync(channel.Id, cancellationToken) is { } session
            ? session.Report with { RetryAfter = null }
            : new ConnectionReport(ConnectionState.Connecting, "The account's session is not open in this process.");
    }

    /// <summary>Nothing to take back: a channel that is off has no poller and so no session. The sign-in is kept.</summary>
    public ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<LoginAnswer> LoginAsync(ChannelConnection channel, LoginInput? input, CancellationToken cancellationToken)
    {
        if (sessions.Missing is { } missing)
        {
            return new LoginAnswer.Refused(missing);
        }

        return (await sessions.WaitForAsync(channel.Id, cancellationToken), input) switch
        {
            ({ Step: { } step }, null) => new LoginAnswer.At(step),
            ({ Step: not null } session, { } entered) => await session.AdvanceAsync(entered, cancellationToken),
            _ => new LoginAnswer.Elsewhere(),
        };
    }

    public async ValueTask LogOutAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await sessions.LogOutAsync(channel, cancellationToken);

    public async ValueTask<RemoteMedia> OpenMediaAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(channel, file, cancellationToken);

    public async ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        await sender.SendAsync(channel, message, cancellationToken);

    public async ValueTask<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken) =>
        await sender.EditAsync(channel, message, target, cancellationToken);

    public async ValueTask<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken) =>
        await sender.DeleteAsync(channel, chat, target, cancellationToken);

    public async ValueTask<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken) =>
        await sender.ReactAsync(channel, chat, target, emoji, former, cancellationToken);

    public async ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        if (TelegramUserSender.TryNumber(chat, out var number))
        {
            await TryAsync(channel, TdRequests.ShowTyping(number), cancellationToken);
        }
    }

    public async ValueTask MarkReadAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken)
    {
        if (TelegramUserSender.TryNumber(chat, out var number) && TelegramUserSender.TryNumber(newest.Id, out var message))
        {
            await TryAsync(channel, TdRequests.View(number, message), cancellationToken);
        }
    }

    private async Task TryAsync(ChannelConnection channel, JsonObject request, CancellationToken cancellationToken)
    {
        if (sessions.Find(channel.Id) is { IsOnline: true } session &&
            TdError.In(await session.Client.CallAsync(request, CourtesyTimeout, cancellationToken)) is { } error)
        {
            logger.BestEffortFailed(request.TypeOf(), channel.Id, error.Code);
        }
    }
}
