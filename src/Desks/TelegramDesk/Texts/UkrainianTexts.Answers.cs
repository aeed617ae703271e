namespace Rozmova.Desks.TelegramDesk.Texts;

internal sealed partial class UkrainianTexts
{
    public override string Unknown => "Ми ще не знайомі. Напишіть мені /start в особисті.";

    public override string Pending => "Спершу вас має прийняти адміністратор.";

    public override string Banned => "Вас тут заблоковано.";

    public override string AdminsOnly => "Це можуть лише адміністратори.";

    public override string AskedToJoin => "Ваш запит в адміністраторів. Я напишу, щойно хтось із них вирішить.";

    public override string WantsToJoin(string name) => $"{name} проситься в оператори.";

    public override string Approved =>
        "Вас прийнято. Нові повідомлення приходять у групу: натисніть там «Відповісти», і розмова відкриється тут.";

    public override string RoleSet(string name, string role) => $"{name}: {role}.";

    public override string NobodyOfThisId => "Нікого з таким номером немає.";

    public override string LinkTied(string name) => $"Тепер цей обліковий запис Telegram належить: {name}.";

    public override string LinkDead => "Це посилання вже використане або застаріле. Попросіть нове.";

    public override string LinkTaken(string name) => $"Цей обліковий запис Telegram уже належить: {name}.";

    public override string Stale => "Ця кнопка застаріла. Надішліть /home, щоб побачити меню.";

    public override string Gone => "Цієї розмови вже немає.";

    public override string Yours => "Ваша на 24 години. Вона відкрита в нашому особистому чаті.";

    public override string HeldByOther(string name) => $"Розмову веде {name}.";

    public override string AlreadyAnswered(string name) => $"Відповідь уже надіслано: {name}. Розмова відкрита в нашому особистому чаті.";

    public override string Released => "Відпущено.";

    public override string Closed => "Закрито.";

    public override string Reopened => "Відкрито знову.";

    public override string Snoozed(int hours) => $"Відкладено: {Hours(hours)}.";

    public override string IsRead => "Позначено прочитаним.";

    public override string IsPinned => "Закріплено.";

    public override string IsUnpinned => "Відкріплено.";

    public override string HandedTo(string name) => $"Тепер розмову веде {name}.";

    public override string FilesComing(int count) =>
        count == 0 ? "Файлів тут немає." : $"Надсилаю {Count(count, "файл", "файли", "файлів")}.";

    public override string NotOfThisDesk => "Цей канал тут не обслуговують.";

    public override string Cleared(int deleted, int kept) => kept == 0
        ? $"Прибрано з групи: {Count(deleted, "повідомлення", "повідомлення", "повідомлень")}."
        : $"Прибрано з групи: {Count(deleted, "повідомлення", "повідомлення", "повідомлень")}; ще {kept} прибрати не вдалося, "
            + "бо Telegram дозволяє ботам видаляти лише 48 годин.";

    public override string NoGroup => "Групи ще немає: задайте groupChatId. Команда /id у групі скаже її номер.";

    public override string NoteKept => "🗒 Нотатку збережено.";

    public override string HeldRefusal(string name) =>
        $"Не надіслано: розмову веде {name}. Попросіть відпустити її або адміністратора її перебрати.";

    public override string UnseenRefusal(int count) =>
        $"Не надіслано: є {Count(count, "нове повідомлення", "нові повідомлення", "нових повідомлень")}, яких ви не бачили. "
        + "Прочитайте вище й надішліть ще раз.";

    public override string WindowRefusal =>
        "Не надіслано: час на відповідь у цьому месенджері минув, доки клієнт не напише знову. Шаблони можна надіслати з консолі.";

    public override string ErasedRefusal => "Не надіслано: дані цієї людини стерто.";

    public override string PublicUrlRefusal =>
        "Не надіслано: цей месенджер забирає файли в нас, а PublicUrl не задано. Зверніться до адміністратора.";

    public override string PassThroughRefusal => "Ніщо зі сказаного тут не можна зберігати: ні нотатки, ні файла від нас.";

    public override string NoRoomRefusal => "Зараз у пам’яті немає місця для цього. Надішліть ще раз за мить.";

    public override string Refused(string detail) => $"Не виконано: {detail}";

    public override string FileTooLarge => "Не надіслано: файл завеликий.";

    public override string FileUnavailable(string detail) => $"Не надіслано: {detail}";

    public override string CannotSendThis =>
        "Не надіслано: такого повідомлення не передати. Можна текст, зображення, файли, голосові й місця.";

    public override string NotSent(string detail) => $"❌ Не доставлено: {detail}";

    public override string PerhapsSent => "❓ Месенджер не відповів: можливо, доставлено. Само воно вдруге не надсилається.";

    public override string HandedToYou(string name) => $"Вам передали цю розмову: {name}.";

    public override string AsksYou(string name) => $"У вас просить цю розмову: {name}.";

    public override string TakenFromYou(string name) => $"Тепер цю розмову веде {name}.";

    public override string Help =>
        "/home: меню\n/my: ваші розмови\n/pinned: закріплені\n/history: усі розмови\n/stats: статистика\n"
        + "/note текст: нотатка у відкритій розмові\n/read, /close, /release: відкрита розмова\n"
        + "Адміністраторам: /all_users, /approve_ID, /admin_ID, /ban_ID, /clear";

    public override string ChatIs(long id) => FormattableString.Invariant($"Номер цього чату: {id}");

    public override string LogClaimed(string name) => $"🔵 {name} веде";

    public override string LogReleased(string name) => $"⚪ {name} більше не веде";

    public override string LogTransferred(string name, string to) => $"↪️ Від {name} до {to}:";

    public override string LogBanned(string name) => $"⛔ {name}: заблоковано, натискання відхилено.";

    public override string LogNotSent(string detail) => $"❌ Не доставлено: {detail}";

    public override string LogPerhapsSent => "❓ Можливо, доставлено:";

    public override string LogUnreachable(string name) => $"⚠️ Не можу написати до {name}: потрібна команда /start в особистих.";

    public override string LogMoved => "⚠️ Група стала супергрупою. Я пишу туди; задайте її новий номер у groupChatId, коли матимете час.";

    public override string Today => "Сьогодні";

    public override string Messages(int incoming, int outgoing) => $"Повідомлень: {incoming} отримано, {outgoing} надіслано";

    public override string Conversations(int begun, int closed) => $"Розмов: {begun} нових, {closed} закрито";

    public override string Waits(int waiting, int unassigned) => $"Чекають на відповідь: {waiting}, вільних: {unassigned}";

    public override string HeldNow(int held, int unread) => $"У вас {Count(held, "розмова", "розмови", "розмов")}, непрочитаних повідомлень: {unread}";

    public override string FirstAnswer(string median, string slowest) => $"Перша відповідь: половина за {median}, дев’ять із десяти за {slowest}";

    public override string Commands(string command) => command switch
    {
        "home" => "Меню",
        "my" => "Мої розмови",
        "pinned" => "Закріплені розмови",
        "history" => "Розмови всіх",
        "stats" => "Статистика",
        "note" => "Нотатка у відкритій розмові",
        "all_users" => "Оператори, для адміністраторів",
        "clear" => "Прибрати старе в групі, для адміністраторів",
        _ => "Що я вмію",
    };
}
