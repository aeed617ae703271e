using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk.Texts;

/// <summary>
/// Everything the desk says, as plain text: markup is added and escaped where it is shown. A language is a class, so that the compiler
/// finds what one of them lacks.
/// </summary>
internal abstract partial class DeskTexts
{
    /// <summary>As the marks and the settings name it.</summary>
    public abstract string Code { get; }

    public static IReadOnlyList<DeskTexts> All { get; } = [new EnglishTexts(), new UkrainianTexts()];

    /// <summary>The texts of a language as Telegram names it (<c>uk</c>, <c>en-GB</c>); English where we have no better.</summary>
    public static DeskTexts Of(string? language) => All.FirstOrDefault(texts => texts.Code == language?.Split('-')[0]) ?? All[0];

    // Buttons.
    public abstract string Reply { get; }

    public abstract string Open { get; }

    public abstract string Take { get; }

    public abstract string TakeOver { get; }

    public abstract string Pin { get; }

    public abstract string Unpin { get; }

    public abstract string MarkRead { get; }

    public abstract string Note { get; }

    public abstract string Transfer { get; }

    public abstract string Snooze { get; }

    public abstract string Close { get; }

    public abstract string Reopen { get; }

    public abstract string Release { get; }

    public abstract string Older { get; }

    public abstract string Newer { get; }

    public abstract string Files { get; }

    public abstract string Home { get; }

    public abstract string Back { get; }

    public abstract string Previous { get; }

    public abstract string Next { get; }

    public abstract string Cancel { get; }

    public abstract string SendAnyway { get; }

    public abstract string Statistics { get; }

    public abstract string Users { get; }

    public abstract string Clear { get; }

    public abstract string Approve { get; }

    public abstract string MakeAdmin { get; }

    public abstract string Ban { get; }

    public abstract string Hours(int hours);

    // Lists and screens.
    public abstract string Greeting(string name);

    public abstract string Mine { get; }

    public abstract string Waiting { get; }

    public abstract string Pinned { get; }

    public abstract string HistoryOfMine { get; }

    public abstract string HistoryOfAll { get; }

    public abstract string Nothing { get; }

    public abstract string Page(int number);

    public abstract string WritingTo(string title);

    public abstract string NothingOpen { get; }

    public abstract string HeldByYou { get; }

    public abstract string Held(string name);

    public abstract string Free { get; }

    public abstract string Unread(int count);

    public abstract string Status(ConversationStatus status);

    public abstract string Role(OperatorRole role);

    public abstract string ChooseColleague { get; }

    public abstract string SnoozeUntilWhen { get; }

    public abstract string NotePrompt { get; }

    public abstract string ConsoleOnly { get; }

    // What a message says.
    public abstract string Media(MediaKind kind);

    public abstract string Place { get; }

    public abstract string Withheld { get; }

    public abstract string Unsupported(string kind);

    public abstract string You { get; }

    public abstract string Edited { get; }

    public abstract string Deleted { get; }

    public abstract string Happened(string key, string? author);

    // The group's notices.
    public abstract string TakenBy(string name);

    public abstract string AnsweredBy(string name);

    public abstract string IsClosed { get; }

    public abstract string More(int count);

    public abstract string OrderTitle { get; }

    public abstract string OrderState(OrderStatus status);
}
