using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>How a conversation stands for the group.</summary>
internal enum NoticeState
{
    Waiting = 1,
    Taken = 2,
    Answered = 3,
    Closed = 4,
}

/// <summary>What a notice shows.</summary>
internal sealed record ShownNotice(
    ConversationBody Conversation, string? Name, NoticeState State, string? By, IReadOnlyList<ShownEntry> Entries, string? Order);

/// <summary>The group's notice of new messages, and the silent ones that follow once somebody has taken the conversation.</summary>
internal static class NoticeScreen
{
    private const int MostEntries = 6;
    private const int MostPerEntry = 900;
    private const int MostLetters = 3200;

    public static BotMessage Render(ShownNotice shown, DeskTexts texts)
    {
        var conversation = shown.Conversation;
        var (mark, label) = shown.State == NoticeState.Waiting ? ("🟢", texts.Reply) : ("💬", texts.Open);
        var html = Html.Lines(
        [
            $"{mark} {Html.Bold(Titles.Of(conversation, shown.Name))}",
            Html.Italic(conversation.Channel.Name),
            shown.Order is { } order ? $"{Html.Escape(texts.OrderTitle)}: {order}" : null,
            "",
            .. Words(shown.Entries, texts),
            StateOf(shown, texts),
        ]);
        return new BotMessage(html) { Rows = [Keys.Row(Keys.Of(label, new DeskAction.Take(conversation.Id)))] };
    }

    /// <summary>Further messages of one that somebody holds.</summary>
    public static BotMessage Later(ShownNotice shown, DeskTexts texts, long? notice) =>
        new(Html.Lines([$"💬 {Html.Bold(Titles.Of(shown.Conversation, shown.Name))}", .. Words(shown.Entries, texts)]))
        {
            Silent = true,
            ReplyTo = notice,
        };

    private static IEnumerable<string> Words(IReadOnlyList<ShownEntry> entries, DeskTexts texts)
    {
        var words = entries.TakeLast(MostEntries).Select(entry => EntryText.Words(entry, texts, MostPerEntry)).ToList();
        while (words.Count > 1 && words.Sum(line => line.Length) > MostLetters)
        {
            words.RemoveAt(0);
        }

        return entries.Count > words.Count ? words.Prepend(Html.Italic(texts.More(entries.Count - words.Count))) : words;
    }

    private static string? StateOf(ShownNotice shown, DeskTexts texts) => shown.State switch
    {
        NoticeState.Taken => $"\n{Html.Escape(texts.TakenBy(shown.By ?? ""))}",
        NoticeState.Answered => $"\n{Html.Escape(texts.AnsweredBy(shown.By ?? ""))}",
        NoticeState.Closed => $"\n{Html.Escape(texts.IsClosed)}",
        _ => null,
    };
}
