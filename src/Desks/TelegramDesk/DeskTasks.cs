using System.Globalization;
using System.Text;
using System.Text.Json;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Something to say that needs no looking up any more.</summary>
internal sealed record SayPayload(
    long Chat, string Html, IReadOnlyList<IReadOnlyList<InlineButton>>? Rows = null, KeyBoard? Keys = null, bool Silent = false,
    long? ReplyTo = null)
{
    public BotMessage ToMessage() => new(Html) { Rows = Rows ?? [], Keys = Keys, Silent = Silent, ReplyTo = ReplyTo };
}

/// <summary>
/// The pieces of work of this desk, and their lanes: one per chat written to, so that one that is slow holds up no other; presses and
/// messages of each person have their own, and so have the files of each conversation.
/// </summary>
internal static class DeskTasks
{
    public const string Update = "update";
    public const string Notice = "notice";
    public const string Clear = "clear";
    public const string Tell = "tell";
    public const string Say = "say";
    public const string Show = "show";
    public const string File = "file";
    public const string Happened = "happened";
    public const string Undelivered = "undelivered";
    public const string ClaimEnds = "claim-ends";
    public const string LetGo = "let-go";
    public const string Order = "order";
    public const string ShowOrder = "show-order";

    private const string Group = "group";
    private const string Log = "log";
    private const string Person = "person:";
    private const int OrderLanes = 8;

    /// <summary>An update as it came. What is written to a pass-through channel touches no disk.</summary>
    public static NewDeskTask OfUpdate(string lane, string key, ReadOnlyMemory<byte> body, bool isVolatile) =>
        new(lane, Update, null, body) { Key = key, Volatile = isVolatile };

    /// <summary>Brings what the group knows of a conversation up to date.</summary>
    public static NewDeskTask OfNotice(ConversationId id) => new(Group, Notice, id.Value);

    /// <summary>Clears the group, for somebody who is told how it went.</summary>
    public static NewDeskTask OfClear(long user) => new(Group, Clear, null, Bytes(Text(user)));

    /// <summary>Tells a person of an entry.</summary>
    public static NewDeskTask OfTelling(long user, MessageId id, string? key = null) =>
        new(PersonLane(user), Tell, id.Value, Bytes(Text(user))) { Key = key };

    /// <summary>Does what an event in a conversation asks for: the log, whoever lost or got it.</summary>
    public static NewDeskTask OfEvent(ConversationId conversation, MessageId id) => new($"events:{conversation}", Happened, id.Value);

    /// <summary>Tells of a message of ours that did not arrive, or of which nobody knows.</summary>
    public static NewDeskTask OfUndelivered(ConversationId conversation, MessageId id, string status) =>
        new($"events:{conversation}", Undelivered, id.Value) { Key = $"undelivered:{id}:{status}" };

    /// <summary>Says something in a private chat.</summary>
    public static NewDeskTask OfSaying(long user, BotMessage message) => Saying(PersonLane(user), user, message);

    /// <summary>Says something in the log chat.</summary>
    public static NewDeskTask OfLogging(long chat, BotMessage message) => Saying(Log, chat, message);

    /// <summary>Says something in a group that is not the desk's.</summary>
    public static NewDeskTask OfSayingTo(long chat, BotMessage message) => Saying($"chat:{Text(chat)}", chat, message);

    /// <summary>Shows a screen in a private chat, as a new message.</summary>
    public static NewDeskTask OfShowing(long user, DeskAction action) =>
        new(PersonLane(user), Show, null, Bytes($"{Text(user)} {action.Write()}"));

    /// <summary>Sends the file of a message, once: to the group, or to a person.</summary>
    public static NewDeskTask OfFile(ConversationId conversation, MessageId id, long? user, bool again = false) =>
        new(user is null ? $"files:{conversation}" : $"files:{Text(user.Value)}", File, id.Value, Bytes(user is null ? "" : Text(user.Value)))
        {
            Key = again ? null : $"file:{id}:{(user is null ? Group : Text(user.Value))}",
        };

    /// <summary>Looks again when a claim ends, which no event tells of: it may have been renewed, or the conversation waits again.</summary>
    public static NewDeskTask OfClaimEnd(ConversationId conversation, DateTimeOffset until) =>
        new($"claims:{conversation}", ClaimEnds, conversation.Value)
        {
            Key = FormattableString.Invariant($"claim-ends:{conversation}:{until.UtcTicks}"),
            DueAt = until,
        };

    /// <summary>Lets a message go out of memory. Its subject is not the message: that somebody is to be shown it is found by that.</summary>
    public static NewDeskTask OfLettingGo(ConversationId conversation, MessageId id) =>
        new($"memory:{conversation}", LetGo, conversation.Value, Bytes(id.ToString()));

    /// <summary>
    /// Looks up the order of a conversation for the group, or for a screen in a private chat. Lanes of their own, few of them: a CRM that
    /// does not answer can hold up other orders, but none of what people say.
    /// </summary>
    public static NewDeskTask OfOrder(ConversationBody conversation, (long User, long Message)? screen) => new(
        $"orders:{conversation.Channel.Id.Value.ToByteArray()[^1] % OrderLanes}", Order, conversation.Id.Value,
        Bytes(screen is var (user, message) ? $"{Text(user)} {Text(message)}" : ""));

    /// <summary>Shows an order that was looked up: the group's notice in the group's lane, a screen in that of its person's presses.</summary>
    public static NewDeskTask OfShowingOrder(DeskTask lookup) => lookup.PayloadText().Split(' ') is [var user, _]
        ? new(PressLane(Number(user)!.Value), ShowOrder, lookup.Subject, lookup.Payload)
        : new(Group, Notice, lookup.Subject);

    public static string PressLane(long user) => $"press:{Text(user)}";

    /// <summary>Where it is decided which conversation a person has open.</summary>
    public static IReadOnlyList<string> OpeningLanes(long user) => [PressLane(user), PersonLane(user), WritingLane(user)];

    public static string WritingLane(long user) => $"from:{Text(user)}";

    /// <summary>Whose private chat a piece of work writes to; null for another's.</summary>
    public static long? PersonOf(DeskTask task) => task.Lane.StartsWith(Person, StringComparison.Ordinal) ? Number(task.Lane[Person.Length..]) : null;

    public static string PayloadText(this DeskTask task) => task.Payload is { } payload ? Encoding.UTF8.GetString(payload.Span) : "";

    public static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static NewDeskTask Saying(string lane, long chat, BotMessage message) => new(lane, Say, null, JsonSerializer.SerializeToUtf8Bytes(
        new SayPayload(chat, message.Html, message.Rows, message.Keys, message.Silent, message.ReplyTo), DeskJson.Default.SayPayload));

    private static string PersonLane(long user) => $"{Person}{Text(user)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
