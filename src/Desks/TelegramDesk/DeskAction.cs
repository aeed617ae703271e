using System.Buffers.Text;
using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Which list of conversations.</summary>
internal enum ListKind
{
    Mine = 1,
    Waiting = 2,
    Pinned = 3,
    HistoryOfMine = 4,
    HistoryOfAll = 5,
}

/// <summary>What a button does. Its data has at most 64 bytes: a letter, then ids of 22 characters each.</summary>
internal abstract record DeskAction
{
    private DeskAction()
    {
    }

    /// <summary>The group's Reply: claims the conversation and opens it in the private chat.</summary>
    public sealed record Take(ConversationId Id) : DeskAction;

    /// <summary>Opens it in the private chat, whoever holds it.</summary>
    public sealed record Open(ConversationId Id) : DeskAction;

    public sealed record TakeOver(ConversationId Id) : DeskAction;

    public sealed record Pin(ConversationId Id) : DeskAction;

    public sealed record MarkRead(ConversationId Id) : DeskAction;

    public sealed record Note(ConversationId Id) : DeskAction;

    public sealed record Close(ConversationId Id) : DeskAction;

    public sealed record Reopen(ConversationId Id) : DeskAction;

    public sealed record Release(ConversationId Id) : DeskAction;

    /// <summary>Asks for how long; with hours, does it.</summary>
    public sealed record Snooze(ConversationId Id, int Hours) : DeskAction;

    /// <summary>Asks to whom; <see cref="Transfer"/> does it.</summary>
    public sealed record ChooseColleague(ConversationId Id, int Page) : DeskAction;

    public sealed record Transfer(ConversationId Id, OperatorId To) : DeskAction;

    /// <summary>The page of its history before or after an entry.</summary>
    public sealed record History(ConversationId Id, MessageId From, bool Newer) : DeskAction;

    /// <summary>The files of the page that ends with an entry.</summary>
    public sealed record Files(ConversationId Id, MessageId Last) : DeskAction;

    /// <summary>Sends what the message answers, though there is news.</summary>
    public sealed record SendAnyway(ConversationId Id) : DeskAction;

    public sealed record ShowList(ListKind Kind, int Page) : DeskAction;

    public sealed record Users(int Page) : DeskAction;

    public sealed record SetRole(OperatorId Id, OperatorRole Role) : DeskAction;

    public sealed record Home : DeskAction;

    public sealed record Statistics : DeskAction;

    public sealed record Clear : DeskAction;

    /// <summary>The conversation it is about; null for those about none.</summary>
    public ConversationId? Conversation => this switch
    {
        Take { Id: var id } => id,
        Open { Id: var id } => id,
        TakeOver { Id: var id } => id,
        Pin { Id: var id } => id,
        MarkRead { Id: var id } => id,
        Note { Id: var id } => id,
        Close { Id: var id } => id,
        Reopen { Id: var id } => id,
        Release { Id: var id } => id,
        Snooze { Id: var id } => id,
        ChooseColleague { Id: var id } => id,
        Transfer { Id: var id } => id,
        History { Id: var id } => id,
        Files { Id: var id } => id,
        SendAnyway { Id: var id } => id,
        _ => null,
    };

    /// <summary>As a button carries it.</summary>
    public string Write() => this switch
    {
        Take { Id: var id } => $"t{Short(id.Value)}",
        Open { Id: var id } => $"o{Short(id.Value)}",
        TakeOver { Id: var id } => $"v{Short(id.Value)}",
        Pin { Id: var id } => $"p{Short(id.Value)}",
        MarkRead { Id: var id } => $"r{Short(id.Value)}",
        Note { Id: var id } => $"n{Short(id.Value)}",
        Close { Id: var id } => $"c{Short(id.Value)}",
        Reopen { Id: var id } => $"e{Short(id.Value)}",
        Release { Id: var id } => $"f{Short(id.Value)}",
        SendAnyway { Id: var id } => $"w{Short(id.Value)}",
        Snooze { Id: var id, Hours: var hours } => $"z{Short(id.Value)}{Number(hours)}",
        ChooseColleague { Id: var id, Page: var page } => $"x{Short(id.Value)}{Number(page)}",
        Transfer { Id: var id, To: var to } => $"y{Short(id.Value)}{Short(to.Value)}",
        History { Id: var id, From: var from, Newer: var newer } => $"{(newer ? 'i' : 'h')}{Short(id.Value)}{Short(from.Value)}",
        Files { Id: var id, Last: var last } => $"j{Short(id.Value)}{Short(last.Value)}",
        ShowList { Kind: var kind, Page: var page } => $"l{Number((int)kind)}{Number(page)}",
        Users { Page: var page } => $"a{Number(page)}",
        SetRole { Id: var id, Role: var role } => $"s{Short(id.Value)}{Number((int)role)}",
        Home => "m",
        Statistics => "d",
        Clear => "g",
        _ => throw new InvalidOperationException($"No data for {GetType().Name}."),
    };

    /// <summary>What a button's data says; null for what is no data of ours.</summary>
    public static DeskAction? Read(string? data) => data is null or "" ? null : Read(data[0], data[1..]);

    private static DeskAction? Read(char verb, string rest) => verb switch
    {
        'm' when rest.Length == 0 => new Home(),
        'd' when rest.Length == 0 => new Statistics(),
        'g' when rest.Length == 0 => new Clear(),
        'a' => Whole(rest) is { } page ? new Users(page) : null,
        'l' when rest.Length > 1 && rest[0] is >= '1' and <= '5' =>
            Whole(rest[1..]) is { } page ? new ShowList((ListKind)(rest[0] - '0'), page) : null,
        's' => Long(rest) is { } id && rest[IdLength..] is ("1" or "2" or "4")
            ? new SetRole(new OperatorId(id), (OperatorRole)(rest[^1] - '0'))
            : null,
        _ => Long(rest) is { } id ? Read(verb, new ConversationId(id), rest[IdLength..]) : null,
    };

    private static DeskAction? Read(char verb, ConversationId id, string rest) => (verb, rest.Length) switch
    {
        ('t', 0) => new Take(id),
        ('o', 0) => new Open(id),
        ('v', 0) => new TakeOver(id),
        ('p', 0) => new Pin(id),
        ('r', 0) => new MarkRead(id),
        ('n', 0) => new Note(id),
        ('c', 0) => new Close(id),
        ('e', 0) => new Reopen(id),
        ('f', 0) => new Release(id),
        ('w', 0) => new SendAnyway(id),
        ('z', _) => Whole(rest) is { } hours ? new Snooze(id, hours) : null,
        ('x', _) => Whole(rest) is { } page ? new ChooseColleague(id, page) : null,
        ('y', IdLength) => Long(rest) is { } to ? new Transfer(id, new OperatorId(to)) : null,
        ('h' or 'i', IdLength) => Long(rest) is { } from ? new History(id, new MessageId(from), verb == 'i') : null,
        ('j', IdLength) => Long(rest) is { } last ? new Files(id, new MessageId(last)) : null,
        _ => null,
    };

    private const int IdLength = 22;

    private const int MostPages = 999;

    /// <summary>A UUID in 22 letters, digits, <c>-</c> and <c>_</c>: also fit for the payload of a <c>t.me</c> link.</summary>
    public static string Short(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    /// <summary>The UUID that the first 22 characters are; null when they are none.</summary>
    public static Guid? Long(string text) =>
        text.Length >= IdLength && Base64Url.IsValid(text.AsSpan(0, IdLength))
        && Base64Url.DecodeFromChars(text.AsSpan(0, IdLength)) is { Length: 16 } bytes
            ? new Guid(bytes, bigEndian: true)
            : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page <= MostPages ? page : null;
}
