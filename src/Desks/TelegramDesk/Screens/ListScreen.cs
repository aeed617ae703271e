using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>A page of conversations, each with a button that opens it.</summary>
internal static class ListScreen
{
    /// <summary>How many are on a page.</summary>
    public const int Length = 8;

    public static BotMessage Render(
        DeskTexts texts, ListKind kind, int page, IReadOnlyList<ConversationBody> shown, bool hasMore, OperatorId me)
    {
        var heading = page == 0 ? TitleOf(texts, kind) : $"{TitleOf(texts, kind)} · {texts.Page(page + 1)}";
        var lines = shown.Select((conversation, index) => LineOf(texts, conversation, (page * Length) + index + 1, me));
        var html = Html.Lines([Html.Bold(heading), shown.Count == 0 ? Html.Escape(texts.Nothing) : null, .. lines]);
        return new BotMessage(html)
        {
            Rows =
            [
                .. shown.Select(conversation => Keys.Row(Keys.Of(ButtonOf(conversation), new DeskAction.Open(conversation.Id)))),
                .. Keys.Rows(
                    Keys.Paging(texts, page, hasMore, to => new DeskAction.ShowList(kind, to)),
                    Keys.Row(Keys.Home(texts))),
            ],
        };
    }

    private static string LineOf(DeskTexts texts, ConversationBody conversation, int number, OperatorId me)
    {
        var holder = conversation.Claim switch
        {
            null => null,
            { OperatorId: var id } when id == me => texts.HeldByYou,
            { Name: var name } => texts.Held(name),
        };
        string?[] facts = [texts.Status(conversation.Status), holder, conversation.Unread > 0 ? texts.Unread(conversation.Unread) : null];
        return $"{number}. {Html.Bold(Titles.Of(conversation))}: {Html.Escape(string.Join(", ", facts.OfType<string>()))}";
    }

    private static string ButtonOf(ConversationBody conversation) =>
        $"{(conversation.Claim is null ? "⚪" : "🔵")} {Titles.Of(conversation)}{(conversation.Unread > 0 ? $" ({conversation.Unread})" : "")}";

    private static string TitleOf(DeskTexts texts, ListKind kind) => kind switch
    {
        ListKind.Mine => texts.Mine,
        ListKind.Waiting => texts.Waiting,
        ListKind.Pinned => texts.Pinned,
        ListKind.HistoryOfMine => texts.HistoryOfMine,
        _ => texts.HistoryOfAll,
    };
}
