using Microsoft.Extensions.Logging;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>A bot and a group of operators: the contract, each part one thin call into the parts of this folder.</summary>
internal sealed class TelegramDesk(
    IEnumerable<IPlatform> platforms, UpdateReader updates, NewsPlanner planner, PressWork presses, MessageWork messages, GroupNotices notices, LettingGo letting,
    PersonTelling telling, PrivateScreens screens, OrderCards orders, FileSending files, EventWork events, DeskPeople people, DeskBot bot, DeskWork work,
    ILogger<TelegramDesk> logger) : IPolledDesk
{
    private static readonly string[] Commands = ["home", "my", "pinned", "history", "stats", "note", "all_users", "clear", "help"];

    /// <summary>The desk's bot is a bot like a channel's: the platform knows how to verify, connect and poll it.</summary>
    private readonly TelegramPlatform _platform = platforms.OfType<TelegramPlatform>().Single();

    public string Kind => "telegram";

    public IReadOnlyList<SettingField> Settings => TelegramDeskSettings.All;

    /// <summary>A shift that presses at once, and some more.</summary>
    public int Parallelism => 32;

    public IReadOnlyDictionary<string, TimeSpan> MarksKept => DeskMemory.Kept;

    public bool IsAuthentic(ChannelConnection desk, WebhookRequest request) => _platform.IsAuthentic(desk, request);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection desk, CancellationToken cancellationToken)
    {
        var report = await _platform.ConnectAsync(desk, cancellationToken);
        if (report.State != ConnectionState.Connected)
        {
            return report;
        }

        foreach (var texts in DeskTexts.All)
        {
            BotCommand[] commands = [.. Commands.Select(command => new BotCommand(command, texts.Commands(command)))];
            await bot.SetCommandsAsync(desk, commands, texts == DeskTexts.All[0] ? null : texts.Code, cancellationToken);
        }

        return desk.Number(TelegramDeskSettings.GroupChatId) is null && report.Detail is null
            ? report with { Detail = "Set groupChatId to have new messages announced: add the bot to the group and send /id there." }
            : report;
    }

    public ValueTask DisconnectAsync(ChannelConnection desk, CancellationToken cancellationToken) =>
        _platform.DisconnectAsync(desk, cancellationToken);

    public bool IsPolled(ChannelConnection desk) => _platform.IsPolled(desk);

    public ValueTask<PollResult> PollAsync(ChannelConnection desk, string? offset, CancellationToken cancellationToken) =>
        _platform.PollAsync(desk, offset, cancellationToken);

    public ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        updates.ReceiveAsync(desk, body, cancellationToken);

    public ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken) =>
        planner.PlanAsync(news, cancellationToken);

    public async ValueTask<DeskOutcome> PerformAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        try
        {
            return task.Kind switch
            {
                DeskTasks.File => await files.SendAsync(
                    desk, new MessageId(task.Subject!.Value), DeskTasks.Number(task.PayloadText()), task.Attempts, cancellationToken),
                DeskTasks.LetGo => await letting.LetGoAsync(desk, new MessageId(Guid.Parse(task.PayloadText())), cancellationToken),
                DeskTasks.Order => await orders.LookUpAsync(desk, task, cancellationToken),
                _ => await DoAsync(desk, task, cancellationToken),
            };
        }
        catch (BotTroubleException trouble)
        {
            return await OutcomeOfAsync(desk, task, trouble, cancellationToken);
        }
    }

    private async ValueTask<DeskOutcome> DoAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        var subject = task.Subject ?? Guid.Empty;
        switch (task.Kind)
        {
            case DeskTasks.Update when task.Payload is { } body:
                await PerformAsync(desk, body, cancellationToken);
                break;
            case DeskTasks.Notice:
                await notices.UpdateAsync(desk, new ConversationId(subject), cancellationToken);
                break;
            case DeskTasks.Clear:
                await notices.ClearAsync(desk, DeskTasks.Number(task.PayloadText())!.Value, cancellationToken);
                break;
            case DeskTasks.Tell:
                await telling.TellAsync(desk, DeskTasks.Number(task.PayloadText())!.Value, new MessageId(subject), cancellationToken);
                break;
            case DeskTasks.Say:
                await SayAsync(desk, task, cancellationToken);
                break;
            case DeskTasks.Show when task.PayloadText().Split(' ') is [var user, var data] && DeskAction.Read(data) is { } action:
                await telling.ShowAsync(desk, DeskTasks.Number(user)!.Value, action, cancellationToken);
                break;
            case DeskTasks.ShowOrder when task.PayloadText().Split(' ') is [var user, var message]:
                await screens.CompleteAsync(
                    desk, DeskTasks.Number(user)!.Value, DeskTasks.Number(message)!.Value, new ConversationId(subject), cancellationToken);
                break;
            case DeskTasks.Happened:
                await events.HappenedAsync(desk, new MessageId(subject), cancellationToken);
                break;
            case DeskTasks.ClaimEnds:
                await events.ClaimEndsAsync(desk, new ConversationId(subject), cancellationToken);
                break;
            case DeskTasks.Undelivered:
                await events.UndeliveredAsync(desk, new MessageId(subject), cancellationToken);
                break;
            default:
                return new DeskOutcome.Dropped("lost-with-the-process"); // words that were to touch no disk
        }

        return DeskOutcome.Finished;
    }

    private async ValueTask PerformAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        switch (UpdateReader.Read(body))
        {
            case { CallbackQuery: { } press }:
                await presses.PerformAsync(desk, press, body, cancellationToken);
                break;
            case { Message: { } message }:
                await messages.PerformAsync(desk, message, body, cancellationToken);
                break;
        }
    }

    private async ValueTask SayAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        var said = System.Text.Json.JsonSerializer.Deserialize(task.Payload!.Value.Span, DeskJson.Default.SayPayload)!;
        await bot.SendAsync(desk.Connection, said.Chat, said.ToMessage(), cancellationToken);
    }

    private async ValueTask<DeskOutcome> OutcomeOfAsync(
        LiveDesk desk, DeskTask task, BotTroubleException trouble, CancellationToken cancellationToken)
    {
        switch (trouble.Trouble)
        {
            case Trouble.Token:
                return new DeskOutcome.Rejected(trouble.Message);
            case Trouble.Later:
                return new DeskOutcome.Again(trouble.Wait, trouble.Message);
            case Trouble.Unreachable when desk.LogChat() is { } log && DeskTasks.PersonOf(task) is { } user:
                var name = (await people.FindAsync(desk, user, cancellationToken)).Name;
                var line = new BotMessage(Html.Escape(desk.Texts().LogUnreachable(name)));
                await work.AddAsync(desk.Row.Id, [DeskTasks.OfLogging(log, line)], cancellationToken);
                return new DeskOutcome.Dropped("unreachable");
            case Trouble.Unreachable:
                return new DeskOutcome.Dropped("unreachable");
            default:
                logger.CallRefused(desk.Row.Id, task.Kind);
                return new DeskOutcome.Dropped("refused");
        }
    }
}
