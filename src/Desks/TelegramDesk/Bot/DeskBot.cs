using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Telegram;

namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>
/// The desk's bot: each method is one call, at the chat's pace. What Telegram cannot do now or ever comes as a
/// <see cref="BotTroubleException"/>.
/// </summary>
internal sealed class DeskBot(TelegramClient client, ChatPace pace, MovedChats moved, TimeProvider time, ILogger<DeskBot> logger)
{
    private const int LongestToast = 200;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CourtesyTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(5);

    /// <summary>Sends a message. Returns its id.</summary>
    public async ValueTask<long> SendAsync(
        ChannelConnection desk, long chat, BotMessage message, CancellationToken cancellationToken)
    {
        var body = await CallAsync(
            desk, chat, to => ("sendMessage", PlatformJson.Body(Request(to, message), DeskJson.Default.BotRequest)), CallTimeout, paced: true,
            cancellationToken);
        return IdIn(body);
    }

    /// <summary>Makes another of a message. False when it is there no more, or cannot be changed.</summary>
    public async ValueTask<bool> EditAsync(
        ChannelConnection desk, long chat, long id, BotMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(
                desk, chat,
                to => ("editMessageText", PlatformJson.Body(
                    Request(to, message) with { MessageId = id, DisableNotification = null, ReplyParameters = null }, DeskJson.Default.BotRequest)),
                CallTimeout, paced: chat < 0, cancellationToken); // a person may leaf through their screens
            return true;
        }
        catch (BotTroubleException refused) when (refused.Trouble == Trouble.Refused)
        {
            // One that changes nothing has reached its aim; any other is gone, or too old.
            return refused.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Makes another of a message; sends it where that cannot be. Returns the id of what shows it now.</summary>
    public async ValueTask<long> ReplaceAsync(
        ChannelConnection desk, long chat, long id, BotMessage message, CancellationToken cancellationToken) =>
        await EditAsync(desk, chat, id, message, cancellationToken) ? id : await SendAsync(desk, chat, message, cancellationToken);

    /// <summary>Takes the buttons off a message. It is fine if it is gone.</summary>
    public async ValueTask RemoveButtonsAsync(ChannelConnection desk, long chat, long id, CancellationToken cancellationToken)
    {
        var request = new BotRequest { ChatId = chat, MessageId = id, ReplyMarkup = new BotMarkup { InlineKeyboard = [] } };
        await TryAsync(desk, "editMessageReplyMarkup", PlatformJson.Body(request, DeskJson.Default.BotRequest), cancellationToken);
    }

    /// <summary>Sends a file as what it is. Returns the message's id.</summary>
    public async ValueTask<long> SendFileAsync(
        ChannelConnection desk, long chat, BotFile file, Func<CancellationToken, ValueTask<RemoteMedia>> open,
        CancellationToken cancellationToken)
    {
        RemoteMedia? opened = null;
        try
        {
            return IdIn(await CallAsync(desk, chat, FormAsync, UploadTimeout, paced: true, cancellationToken));
        }
        finally
        {
            opened?.Dispose();
        }

        async ValueTask<(string, HttpContent)> FormAsync(long to)
        {
            opened?.Dispose();
            opened = await open(cancellationToken);
            var request = new BotRequest
            {
                ChatId = to,
                DisableNotification = true,
                ReplyParameters = file.ReplyTo is { } id ? new ReplyParameters(id) : null,
            };
            return (file.Method, TelegramForm.From(request, DeskJson.Default.BotRequest)
                .WithFile(file.Field, opened.Content, file.Name, file.MimeType));
        }
    }

    /// <summary>Ends a button's spinner with a word. Too late is no harm.</summary>
    public async ValueTask AnswerAsync(
        ChannelConnection desk, string query, Toast toast, CancellationToken cancellationToken)
    {
        var text = toast.Text is { Length: > LongestToast } words ? words[..LongestToast] : toast.Text;
        var answer = new PressAnswer(query, text, toast.IsAlert ? true : null, toast.Url);
        await TryAsync(desk, "answerCallbackQuery", PlatformJson.Body(answer, DeskJson.Default.PressAnswer), cancellationToken);
    }

    /// <summary>Shows at a person's message that it was taken.</summary>
    public async ValueTask ReactAsync(ChannelConnection desk, long chat, long id, string emoji, CancellationToken cancellationToken)
    {
        var request = new SetReactionRequest(chat, id, [new EmojiReaction(emoji)]);
        await TryAsync(desk, "setMessageReaction", PlatformJson.Body(request, DeskJson.Default.SetReactionRequest), cancellationToken);
    }

    /// <summary>Takes a message away. False when Telegram does not let us any more; one that is gone is taken away.</summary>
    public async ValueTask<bool> DeleteAsync(ChannelConnection desk, long chat, long id, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(
                desk, chat,
                to => ("deleteMessage", PlatformJson.Body(new DeleteMessageRequest(to, id), DeskJson.Default.DeleteMessageRequest)),
                CallTimeout, paced: false, cancellationToken);
            return true;
        }
        catch (BotTroubleException refused) when (refused.Trouble == Trouble.Refused)
        {
            return refused.Message.Contains("not found", StringComparison.OrdinalIgnoreCase); // gone, or older than 48 hours
        }
    }

    /// <summary>The bot's name; null when Telegram does not tell now.</summary>
    public async ValueTask<string?> FindUsernameAsync(ChannelConnection desk, CancellationToken cancellationToken) =>
        await client.CallAsync(desk, "getMe", null, CourtesyTimeout, cancellationToken) is PlatformAnswer.Accepted { Body: var body }
            ? PlatformJson.Read(body, DeskJson.Default.GrantedBotProfile)?.Result?.Username
            : null;

    /// <summary>Shows the commands in the menu beside the composer. Best effort.</summary>
    public ValueTask SetCommandsAsync(
        ChannelConnection desk, IReadOnlyList<BotCommand> commands, string? language, CancellationToken cancellationToken) => TryAsync(
            desk, "setMyCommands",
            PlatformJson.Body(new CommandList(commands, new CommandScope("all_private_chats"), language), DeskJson.Default.CommandList),
            cancellationToken);

    private static BotRequest Request(long chat, BotMessage message) => new()
    {
        ChatId = chat,
        Text = message.Html,
        ParseMode = "HTML",
        DisableNotification = message.Silent ? true : null,
        ReplyParameters = message.ReplyTo is { } id ? new ReplyParameters(id) : null,
        LinkPreviewOptions = new LinkPreview(true),
        ReplyMarkup = message switch
        {
            { Keys: { } keys } => new BotMarkup
            {
                Keyboard = [.. keys.Rows.Select(row => (IReadOnlyList<BotKey>)[.. row.Select(text => new BotKey(text))])],
                ResizeKeyboard = true,
                IsPersistent = true,
                InputFieldPlaceholder = keys.Placeholder,
            },
            { Rows.Count: > 0 } => new BotMarkup { InlineKeyboard = message.Rows },
            _ => null,
        },
    };

    private ValueTask<ReadOnlyMemory<byte>> CallAsync(
        ChannelConnection desk, long chat, Func<long, (string Method, HttpContent Body)> call, TimeSpan timeout, bool paced,
        CancellationToken cancellationToken) =>
        CallAsync(desk, chat, to => ValueTask.FromResult(call(to)), timeout, paced, cancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> CallAsync(
        ChannelConnection desk, long chat, Func<long, ValueTask<(string Method, HttpContent Body)>> call, TimeSpan timeout, bool paced,
        CancellationToken cancellationToken)
    {
        if (paced)
        {
            await KeepPaceAsync(desk, chat, cancellationToken);
        }

        var to = await moved.FindAsync(desk, chat, cancellationToken);
        var (method, body) = await call(to);
        var answer = await AskAsync(desk, method, body, timeout, cancellationToken);
        if (answer is TelegramRejection { MigrateTo: { } newChat })
        {
            await moved.RememberAsync(desk, chat, newChat, cancellationToken);
            (method, body) = await call(newChat);
            answer = await AskAsync(desk, method, body, timeout, cancellationToken);
        }

        return answer is PlatformAnswer.Accepted { Body: var accepted } ? accepted : throw TroubleOf(answer);
    }

    /// <summary>Whoever stops now waits a little for the answer: a message that was taken unheard would be sent again after the restart.</summary>
    private async ValueTask<PlatformAnswer> AskAsync(
        ChannelConnection desk, string method, HttpContent body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stop = cancellationToken.Register(() => late.CancelAfter(LastWait));
        return await client.CallAsync(desk, method, body, timeout, late.Token);
    }

    private async ValueTask KeepPaceAsync(ChannelConnection desk, long chat, CancellationToken cancellationToken)
    {
        for (var wait = pace.Take(desk, chat); wait > TimeSpan.Zero; wait = pace.Take(desk, chat))
        {
            if (wait > ShortWait)
            {
                throw new BotTroubleException(Trouble.Later, "pace", wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static BotTroubleException TroubleOf(PlatformAnswer answer) => answer switch
    {
        TelegramRejection { Code: 401 or 404 } => new BotTroubleException(
            Trouble.Token, "Telegram does not accept the token; get a new one from @BotFather and put it into the settings."),
        TelegramRejection { Code: 429, RetryAfter: var wait } => new BotTroubleException(Trouble.Later, "429", wait ?? UnsaidWait),
        TelegramRejection { Code: 403 } => new BotTroubleException(Trouble.Unreachable, "403"),
        TelegramRejection { Code: 400 } rejected when rejected.Says("chat not found") || rejected.Says("PEER_ID_INVALID") =>
            new BotTroubleException(Trouble.Unreachable, "chat-not-found"),
        TelegramRejection { Code: < 500 } rejected => new BotTroubleException(Trouble.Refused, rejected.Description),
        _ => new BotTroubleException(Trouble.Later, answer.Summary, UnsaidWait),
    };

    private async ValueTask TryAsync(ChannelConnection desk, string method, HttpContent body, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(desk, method, body, CourtesyTimeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            logger.CourtesyFailed(method, desk.Id.Value, answer.Summary);
        }
    }

    private static long IdIn(ReadOnlyMemory<byte> body) =>
        PlatformJson.Read(body, DeskJson.Default.GrantedSentMessage)?.Result?.MessageId ?? 0;
}
