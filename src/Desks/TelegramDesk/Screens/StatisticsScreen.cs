using System.Globalization;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Workspace.Statistics;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>Today in a few lines.</summary>
internal static class StatisticsScreen
{
    public static BotMessage Render(DeskTexts texts, StatsBody today, WaitingBody waiting)
    {
        var answers = today.FirstResponse is { MedianSeconds: { } median, NinetiethSeconds: { } slowest }
            ? Html.Escape(texts.FirstAnswer(Span(median), Span(slowest)))
            : null;
        return new BotMessage(Html.Lines(
            Html.Bold($"{texts.Statistics} · {texts.Today}"),
            Html.Escape(texts.Messages(today.Messages.Inbound, today.Messages.Outbound)),
            Html.Escape(texts.Conversations(today.Conversations.New, today.Conversations.Closed)),
            answers,
            "",
            Html.Escape(texts.Waits(waiting.Waiting, waiting.Unassigned)),
            Html.Escape(texts.HeldNow(waiting.Mine.Held, waiting.Mine.Unread))))
        {
            Rows = Keys.Rows(Keys.Row(Keys.Home(texts))),
        };
    }

    private static string Span(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Round(seconds));
        return span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm\\:ss}")
            : span.ToString("m\\:ss", CultureInfo.InvariantCulture);
    }
}
