using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk.Texts;

/// <summary>Ukrainian. What somebody did is said without a verb form that would have to know who they are.</summary>
internal sealed partial class UkrainianTexts : DeskTexts
{
    public override string Code => "uk";

    public override string Reply => "✍️ Відповісти";

    public override string Open => "💬 Відкрити";

    public override string Take => "✍️ Узяти";

    public override string TakeOver => "⚡ Перебрати";

    public override string Pin => "📌 Закріпити";

    public override string Unpin => "📌 Відкріпити";

    public override string MarkRead => "👁 Прочитано";

    public override string Note => "🗒 Нотатка";

    public override string Transfer => "↪️ Передати";

    public override string Snooze => "😴 Відкласти";

    public override string Close => "✔️ Закрити";

    public override string Reopen => "↩️ Відкрити знову";

    public override string Release => "🔓 Відпустити";

    public override string Older => "⬅️ Раніше";

    public override string Newer => "Пізніше ➡️";

    public override string Files => "🖼 Файли";

    public override string Home => "🏠 Меню";

    public override string Back => "↩️ Назад";

    public override string Previous => "⬅️ Попередні";

    public override string Next => "Наступні ➡️";

    public override string Cancel => "✖️ Скасувати";

    public override string SendAnyway => "📨 Усе одно надіслати";

    public override string Statistics => "📊 Статистика";

    public override string Users => "👥 Користувачі";

    public override string Clear => "🧹 Прибрати в групі";

    public override string Approve => "✅ Прийняти";

    public override string MakeAdmin => "⭐ Зробити адміністратором";

    public override string Ban => "⛔ Заблокувати";

    public override string Hours(int hours) => Count(hours, "година", "години", "годин");

    public override string Greeting(string name) => $"Вітаємо, {name}";

    public override string Mine => "Мої розмови";

    public override string Waiting => "Чекають";

    public override string Pinned => "Закріплені";

    public override string HistoryOfMine => "Моя історія";

    public override string HistoryOfAll => "Історія всіх";

    public override string Nothing => "Тут порожньо.";

    public override string Page(int number) => $"Сторінка {number}";

    public override string WritingTo(string title) => $"Усе, що напишете, отримає {title}.";

    public override string NothingOpen => "Жодна розмова не відкрита: написане нікуди не піде. Виберіть розмову.";

    public override string HeldByYou => "Розмова у вас";

    public override string Held(string name) => $"Розмову веде {name}";

    public override string Free => "Розмова вільна";

    public override string Unread(int count) => Count(count, "непрочитане", "непрочитані", "непрочитаних");

    public override string Status(ConversationStatus status) => status switch
    {
        ConversationStatus.Open => "відкрита",
        ConversationStatus.Pending => "з відповіддю",
        ConversationStatus.Snoozed => "відкладена",
        _ => "закрита",
    };

    public override string Role(OperatorRole role) => role switch
    {
        OperatorRole.Admin => "адміністратор",
        OperatorRole.Operator => "оператор",
        OperatorRole.Pending => "чекає на рішення",
        _ => "заблоковано",
    };

    public override string ChooseColleague => "Кому передати?";

    public override string SnoozeUntilWhen => "На скільки відкласти? Якщо клієнт напише, розмова повернеться раніше.";

    public override string NotePrompt => "Напишіть нотатку: її бачитимуть лише колеги.";

    public override string ConsoleOnly => "лише консоль";

    public override string Media(MediaKind kind) => kind switch
    {
        MediaKind.Image => "🖼 Зображення",
        MediaKind.Audio => "🎵 Аудіо",
        MediaKind.Voice => "🎙 Голосове",
        MediaKind.Video => "🎬 Відео",
        MediaKind.Sticker => "🙂 Наліпка",
        _ => "📎 Файл",
    };

    public override string Place => "📍 Місце";

    public override string Withheld => "(тут не зберігається)";

    public override string Unsupported(string kind) => $"Те, чого тут не показати: {kind}";

    public override string You => "Ви";

    public override string Edited => "змінено";

    public override string Deleted => "(видалено)";

    public override string Happened(string key, string? author) => (key, author ?? "хтось") switch
    {
        ("claimed", var name) => $"розмову веде {name}",
        ("released", var name) => $"розмову відпустили: {name}",
        ("transferred", var name) => $"розмову передали: {name}",
        ("closed", var name) => $"розмову закрили: {name}",
        ("reopened", _) => "розмова знову відкрита",
        ("snoozed", var name) => $"розмову відклали: {name}",
        ("asked", var name) => $"просить розмову: {name}",
        _ => key,
    };

    public override string TakenBy(string name) => $"🔵 Веде {name}";

    public override string AnsweredBy(string name) => $"✅ Відповідь надіслано: {name}";

    public override string IsClosed => "✔️ Закрито";

    public override string More(int count) => $"… і ще {Count(count, "повідомлення", "повідомлення", "повідомлень")} раніше";

    public override string OrderTitle => "🧾 Замовлення";

    public override string OrderState(OrderStatus status) => status switch
    {
        OrderStatus.AwaitingPayment => "⏳ Очікує оплати",
        OrderStatus.Declined => "❌ Відхилено",
        OrderStatus.Paid => "✅ Оплачено",
        OrderStatus.Expired => "⌛ Прострочено",
        OrderStatus.RefundPending => "↩️ Повернення ще не забрано",
        OrderStatus.Refunded => "↩️ Кошти повернено",
        _ => "Невідомо",
    };

    private static string Count(int count, string one, string few, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {Plural(count, one, few, many)}");

    /// <summary>1 повідомлення, 2 повідомлення, 5 повідомлень, 11 повідомлень, 21 повідомлення.</summary>
    private static string Plural(int count, string one, string few, string many) => (count % 10, count % 100) switch
    {
        (_, >= 11 and <= 14) => many,
        (1, _) => one,
        (>= 2 and <= 4, _) => few,
        _ => many,
    };
}
