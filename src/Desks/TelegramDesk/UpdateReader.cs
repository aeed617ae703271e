using System.Text.Json;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Relay;
using Message = Rozmova.Platforms.Telegram.Message;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>From one update to the piece of work it asks for, known by its number, so that a repeat is one.</summary>
internal sealed class UpdateReader(
    DeskPeople people, DeskMemory memory, ConversationBodies conversations, ChannelDirectory channels, RelayDesks relay, IDeskStore store)
{
    public async ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (Read(body) is not { UpdateId: { } id } update)
        {
            return DeskReception.Quarantined("not-an-update");
        }

        var key = FormattableString.Invariant($"update:{BotOf(desk)}:{id}");
        var lean = Lean(update);
        return update switch
        {
            { CallbackQuery: { Id: not null, From.Id: var user, Message.Chat: not null } press } => DeskReception.Taken(
                [DeskTasks.OfUpdate(DeskTasks.PressLane(user), key, lean, await IsPassingAsync(ConversationOf(press), cancellationToken))]),
            { Message: { Chat.Id: > 0, From.Id: var user } } => DeskReception.Taken(
                [DeskTasks.OfUpdate(DeskTasks.WritingLane(user), key, lean, await IsPassingAsync(desk, user, cancellationToken))]),
            { Message: { Chat: { Id: var group } } message } when IsForUs(message) => DeskReception.Taken(
                [DeskTasks.OfUpdate(DeskTasks.WritingLane(group), key, lean, isVolatile: false)]),
            _ => DeskReception.Taken([]),
        };
    }

    /// <summary>An update; null for bytes that are none.</summary>
    public static DeskUpdate? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, DeskJson.Default.DeskUpdate);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null; // broken JSON, a field of another type, text that is not Unicode: the caller's to decide
        }
    }

    /// <summary>
    /// What we read of it, which is all that is kept until it is done. Above a button may stand whatever a customer said, which a press does
    /// not need, save for the message that is to be sent anyway.
    /// </summary>
    private static byte[] Lean(DeskUpdate update)
    {
        if (update.CallbackQuery is { Message: { } pressed } press && DeskAction.Read(press.Data) is not DeskAction.SendAnyway)
        {
            pressed.ReplyToMessage = null;
        }

        return JsonSerializer.SerializeToUtf8Bytes(update, DeskJson.Default.DeskUpdate);
    }

    /// <summary>What a group's members say among themselves is none of our business.</summary>
    private static bool IsForUs(Message message) =>
        message.MigrateToChatId is not null || MessageWork.ReadCommand(message.Text).Command == "id";

    /// <summary>A press may carry the message it answers.</summary>
    private static ConversationId? ConversationOf(DeskPress press) =>
        press.Message?.ReplyToMessage is null ? null : DeskAction.Read(press.Data)?.Conversation;

    /// <summary>What is written goes to what is open when it is read: while that may change, it may be for any conversation of the desk's.</summary>
    private async ValueTask<bool> IsPassingAsync(LiveDesk desk, long user, CancellationToken cancellationToken)
    {
        if (!relay.IsPassing(desk.Row) || await people.FindOperatorAsync(user, cancellationToken) is not { } known)
        {
            return false;
        }

        foreach (var lane in DeskTasks.OpeningLanes(user))
        {
            if (await store.IsBusyAsync(desk.Row.Id, lane, cancellationToken))
            {
                return true;
            }
        }

        var target = await memory.FindNoteAsync(desk, known.Id, cancellationToken) ?? await memory.FindOpenAsync(desk, known.Id, cancellationToken);
        return target is null || await IsPassingAsync(target, cancellationToken);
    }

    private async ValueTask<bool> IsPassingAsync(ConversationId? id, CancellationToken cancellationToken) =>
        id is { } known
        && await conversations.FindAsync(known, cancellationToken) is { Channel.Id: var channel }
        && channels.Find(channel) is { Row.Privacy: ChannelPrivacy.PassThrough };

    /// <summary>The number before the colon, which is no secret: another bot counts its updates anew.</summary>
    private static string BotOf(LiveDesk desk) => desk.Connection.RequiredText(TelegramSettings.Token).Split(':')[0];
}
