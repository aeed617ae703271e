using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>A conversation and one page of its history, from old to new.</summary>
internal sealed record ShownConversation(
    ConversationBody Conversation, string? Name, IReadOnlyList<ShownEntry> Entries, bool HasOlder, bool HasNewer, bool IsPinned)
{
    /// <summary>The order it is about, as HTML; null for none.</summary>
    public string? Order { get; init; }

    public ConversationId Id => Conversation.Id;
}

/// <summary>A conversation as its operator sees it: who holds it, a page of its history, and what can be done.</summary>
internal static class ConversationScreen
{
    /// <summary>How many entries are on a page.</summary>
    public const int Length = 8;

    private const int MostPerEntry = 600;
    private const int MostLetters = 3600;

    public static BotMessage Render(ShownConversation shown, DeskPerson person, TimeZoneInfo zone)
    {
        var (texts, conversation) = (person.Texts, shown.Conversation);
        var customer = Titles.Customer(conversation, shown.Name);
        var entries = shown.Entries.Select(entry => EntryText.HistoryLine(entry, customer, texts, zone, MostPerEntry)).ToList();
        while (entries.Count > 1 && entries.Sum(entry => entry.Length) > MostLetters)
        {
            entries.RemoveAt(0); // the newest matter most; the rest is one page back
        }

        var html = Html.Lines([.. Heading(shown, person), "", .. entries]);
        return new BotMessage(html) { Rows = [.. Buttons(shown, person)] };
    }

    private static IEnumerable<string?> Heading(ShownConversation shown, DeskPerson person)
    {
        var (texts, conversation) = (person.Texts, shown.Conversation);
        string?[] facts =
        [
            conversation.Channel.Name, texts.Status(conversation.Status),
            conversation.Unread > 0 ? texts.Unread(conversation.Unread) : null,
        ];
        yield return $"💬 {Html.Bold(Titles.Of(conversation, shown.Name))}";
        yield return Html.Escape(string.Join(" · ", facts.OfType<string>()));
        yield return Html.Escape(conversation.Claim switch
        {
            null => $"⚪ {texts.Free}",
            { OperatorId: var id } when id == person.OperatorId => $"🔵 {texts.HeldByYou}",
            { Name: var name } => $"🔴 {texts.Held(name)}",
        });
        yield return shown.Order is { } order ? $"{Html.Escape(texts.OrderTitle)}: {order}" : null;
    }

    private static IEnumerable<IReadOnlyList<InlineButton>> Buttons(ShownConversation shown, DeskPerson person)
    {
        var (texts, conversation, id) = (person.Texts, shown.Conversation, shown.Id);
        var isMine = conversation.Claim?.OperatorId == person.OperatorId;
        return Keys.Rows(
            Paging(shown, texts),
            Keys.Row(
                conversation.Claim is null ? Keys.Of(texts.Take, new DeskAction.Take(id)) : null,
                conversation.Claim is not null && !isMine && person.IsAdmin ? Keys.Of(texts.TakeOver, new DeskAction.TakeOver(id)) : null,
                isMine ? Keys.Of(texts.Release, new DeskAction.Release(id)) : null,
                isMine || person.IsAdmin ? Keys.Of(texts.Transfer, new DeskAction.ChooseColleague(id, 0)) : null),
            Keys.Row(
                Keys.Of(texts.Note, new DeskAction.Note(id)),
                Keys.Of(shown.IsPinned ? texts.Unpin : texts.Pin, new DeskAction.Pin(id)),
                conversation.Unread > 0 ? Keys.Of(texts.MarkRead, new DeskAction.MarkRead(id)) : null),
            Keys.Row(
                Keys.Of(texts.Snooze, new DeskAction.Snooze(id, 0)),
                conversation.Status == ConversationStatus.Closed
                    ? Keys.Of(texts.Reopen, new DeskAction.Reopen(id))
                    : Keys.Of(texts.Close, new DeskAction.Close(id)),
                Keys.Home(texts)));
    }

    private static IReadOnlyList<InlineButton> Paging(ShownConversation shown, DeskTexts texts)
    {
        if (shown.Entries.Count == 0)
        {
            return [];
        }

        var (id, oldest, newest) = (shown.Id, shown.Entries[0].Message.Id, shown.Entries[^1].Message.Id);
        return Keys.Row(
            shown.HasOlder ? Keys.Of(texts.Older, new DeskAction.History(id, oldest, Newer: false)) : null,
            shown.Entries.Any(entry => entry.HasFile) ? Keys.Of(texts.Files, new DeskAction.Files(id, newest)) : null,
            shown.HasNewer ? Keys.Of(texts.Newer, new DeskAction.History(id, newest, Newer: true)) : null);
    }

    /// <summary>For how long to put it away.</summary>
    public static BotMessage ChooseHours(ConversationBody conversation, DeskTexts texts) =>
        new(Html.Lines(Html.Bold(Titles.Of(conversation)), Html.Escape(texts.SnoozeUntilWhen)))
        {
            Rows =
            [
                Keys.Row(
                    Keys.Of(texts.Hours(1), new DeskAction.Snooze(conversation.Id, 1)),
                    Keys.Of(texts.Hours(3), new DeskAction.Snooze(conversation.Id, 3)),
                    Keys.Of(texts.Hours(24), new DeskAction.Snooze(conversation.Id, 24))),
                Keys.Row(Keys.Of(texts.Back, new DeskAction.Open(conversation.Id))),
            ],
        };

    /// <summary>To whom to hand it over.</summary>
    public static BotMessage ChooseColleague(
        ConversationBody conversation, DeskTexts texts, int page, IReadOnlyList<Operator> shown, bool hasMore) =>
        new(Html.Lines(Html.Bold(Titles.Of(conversation)), Html.Escape(shown.Count == 0 ? texts.Nothing : texts.ChooseColleague)))
        {
            Rows =
            [
                .. shown.Select(one => Keys.Row(Keys.Of(one.Name, new DeskAction.Transfer(conversation.Id, one.Id)))),
                .. Keys.Rows(
                    Keys.Paging(texts, page, hasMore, to => new DeskAction.ChooseColleague(conversation.Id, to)),
                    Keys.Row(Keys.Of(texts.Back, new DeskAction.Open(conversation.Id)))),
            ],
        };
}
