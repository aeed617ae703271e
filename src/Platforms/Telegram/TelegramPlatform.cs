using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>Telegram bots: the contract, each ability one thin call into the parts of this folder.</summary>
internal sealed class TelegramPlatform(
    TelegramClient client,
    TelegramSender sender,
    TelegramConnector connector,
    TelegramPolling polling,
    TelegramMedia media,
    TelegramMenu menu,
    ILogger<TelegramPlatform> logger)
    : IWebhookPlatform, IPollingPlatform, IConnectingPlatform, IMediaPlatform,
        ITypingPlatform, IEditingPlatform, IAcknowledgingPlatform, IReactingPlatform, IMenuPlatform
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CourtesyTimeout = TimeSpan.FromSeconds(5);

    private static readonly SendOutcome NoSuchChat = new SendOutcome.Refused(
        new SendError(SendErrors.ChatNotFound, "This is not the id of a Telegram chat."));

    private static readonly SendOutcome NoSuchMessage = new SendOutcome.Refused(
        new SendError(SendErrors.NotSupported, "This is not a message that Telegram knows."));

    /// <summary>The same number may stand for another message in the bot's own chat with this person.</summary>
    private static readonly SendOutcome NotOurChat = new SendOutcome.Refused(
        new SendError(SendErrors.NotSupported, "Messages of a business account can be deleted, or reacted to, in its own app only."));

    public string Key => "telegram";

    public PlatformCapabilities Capabilities => TelegramCapabilities.All;

    public IReadOnlyList<SettingField> Settings => TelegramSettings.All;

    /// <summary>Telegram signs nothing: the secret is the only proof, so a channel without one accepts nothing.</summary>
    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) =>
        channel.Text(TelegramSettings.WebhookSecret) is { Length: > 0 } secret &&
        request.Headers.TryGetValue(SecretHeader, out var received) &&
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(received));

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        TelegramMenu.WithPresses(TelegramInbound.Read(body), channel.List(MenuLines.Setting));

    public bool IsPolled(ChannelConnection channel) => TelegramSettings.IsPolled(channel);

    public async ValueTask<PollResult> PollAsync(
        ChannelConnection channel, string? offset, CancellationToken cancellationToken) =>
        await polling.PollAsync(channel, offset, cancellationToken);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(channel, cancellationToken);

    public async ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.DisconnectAsync(channel, cancellationToken);

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(channel, file, cancellationToken);

    public async ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (!ChatAddress.TryParse(message.Chat, out var address))
        {
            return NoSuchChat;
        }

        return TelegramOutbound.Refusal(message.Content) is { } error
            ? new SendOutcome.Refused(error)
            : await sender.SendAsync(channel, message, address, cancellationToken);
    }

    public async ValueTask<MenuAnswer> ReadMenuAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await menu.ReadAsync(channel, cancellationToken);

    public async ValueTask<MenuAnswer> PublishMenuAsync(
        ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken) =>
        await menu.PublishAsync(channel, items, cancellationToken);

    public async ValueTask<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken)
    {
        if (!ChatAddress.TryParse(message.Chat, out var address))
        {
            return NoSuchChat;
        }

        if (!TryMessageId(target, out var id))
        {
            return NoSuchMessage;
        }

        return TelegramOutbound.EditRefusal(message.Content) is { } error
            ? new SendOutcome.Refused(error)
            : TelegramOutcome.OfEdit(await sender.EditAsync(channel, message, address, id, cancellationToken), target);
    }

    public async ValueTask<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken)
    {
        if (!ChatAddress.TryParse(chat, out var address))
        {
            return NoSuchChat;
        }

        if (!TryMessageId(target, out var id))
        {
            return NoSuchMessage;
        }

        if (address.Connection is not null)
        {
            return NotOurChat;
        }

        var body = PlatformJson.Body(new DeleteMessageRequest(address.Chat, id), TelegramJson.Default.DeleteMessageRequest);
        var answer = await client.CallAsync(channel, "deleteMessage", body, CallTimeout, cancellationToken);
        return TelegramOutcome.OfDelete(answer, target);
    }

    public async ValueTask<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken)
    {
        if (!ChatAddress.TryParse(chat, out var address))
        {
            return NoSuchChat;
        }

        if (!TryMessageId(target, out var id))
        {
            return NoSuchMessage;
        }

        if (address.Connection is not null)
        {
            return NotOurChat;
        }

        var request = new SetReactionRequest(address.Chat, id, emoji is null ? [] : [new EmojiReaction(emoji)]);
        var body = PlatformJson.Body(request, TelegramJson.Default.SetReactionRequest);
        return TelegramOutcome.OfReaction(
            await client.CallAsync(channel, "setMessageReaction", body, CallTimeout, cancellationToken), target);
    }

    public async ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        if (ChatAddress.TryParse(chat, out var address))
        {
            var request = new ChatActionRequest(address.Chat, address.Topic, address.Connection, "typing");
            var body = PlatformJson.Body(request, TelegramJson.Default.ChatActionRequest);
            await TryAsync(channel, "sendChatAction", body, cancellationToken);
        }
    }

    /// <summary>Ends the button's spinner. Late answers are refused by Telegram, which harms nobody.</summary>
    public async ValueTask AcknowledgeAsync(ChannelConnection channel, string acknowledgeKey, CancellationToken cancellationToken)
    {
        var request = new AnswerCallbackQueryRequest(acknowledgeKey);
        var body = PlatformJson.Body(request, TelegramJson.Default.AnswerCallbackQueryRequest);
        await TryAsync(channel, "answerCallbackQuery", body, cancellationToken);
    }

    private async Task TryAsync(ChannelConnection channel, string method, HttpContent body, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(channel, method, body, CourtesyTimeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.BestEffortFailed(method, channel.Id, answer.Summary);
        }
    }

    private static bool TryMessageId(PlatformMessageId target, out long id) =>
        long.TryParse(target.Id, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
