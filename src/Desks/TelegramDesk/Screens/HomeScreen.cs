using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>The menu: which conversation is open, what waits, and where one can go.</summary>
internal static class HomeScreen
{
    public static BotMessage Render(DeskPerson person, ConversationBody? open, InboxCounts counts)
    {
        var texts = person.Texts;
        var rows = new List<IReadOnlyList<InlineButton>>
        {
            Keys.Row(
                Keys.Of($"{texts.Mine} ({counts.Mine})", new DeskAction.ShowList(ListKind.Mine, 0)),
                Keys.Of($"{texts.Waiting} ({counts.Unassigned})", new DeskAction.ShowList(ListKind.Waiting, 0))),
            Keys.Row(
                Keys.Of(texts.Pinned, new DeskAction.ShowList(ListKind.Pinned, 0)),
                Keys.Of(texts.Statistics, new DeskAction.Statistics())),
            Keys.Row(
                Keys.Of(texts.HistoryOfMine, new DeskAction.ShowList(ListKind.HistoryOfMine, 0)),
                Keys.Of(texts.HistoryOfAll, new DeskAction.ShowList(ListKind.HistoryOfAll, 0))),
        };
        if (open is not null)
        {
            rows.Add(Keys.Row(Keys.Of($"💬 {Titles.Of(open)}", new DeskAction.Open(open.Id))));
        }

        if (person.IsAdmin)
        {
            rows.Add(Keys.Row(Keys.Of(texts.Users, new DeskAction.Users(0)), Keys.Of(texts.Clear, new DeskAction.Clear())));
        }

        var html = Html.Lines(
            Html.Bold(texts.Greeting(person.Operator!.Name)),
            Html.Escape(open is null ? texts.NothingOpen : texts.WritingTo(Titles.Of(open))));
        return new BotMessage(html) { Rows = rows };
    }

    /// <summary>The keys that stay below the composer: they always say who gets what is written.</summary>
    public static BotMessage WritingTo(DeskTexts texts, ConversationBody open)
    {
        var title = Titles.Of(open);
        return new BotMessage(Html.Escape(texts.WritingTo(title)))
        {
            Keys = new KeyBoard([[OpenKey(title)], [texts.Home]], Html.Cut($"→ {title}", 64)),
            Silent = true,
        };
    }

    /// <summary>The key that shows the open conversation again.</summary>
    public static bool IsOpenKey(string text) => text.StartsWith(OpenSign, StringComparison.Ordinal);

    public static bool IsHomeKey(string text) => DeskTexts.All.Any(texts => texts.Home == text);

    private const string OpenSign = "💬 → ";

    private static string OpenKey(string title) => OpenSign + title;
}
