namespace Rozmova.Desks.TelegramDesk.Texts;

internal sealed partial class EnglishTexts
{
    public override string Unknown => "I do not know you yet. Write /start to me in private.";

    public override string Pending => "An admin has to approve you first.";

    public override string Banned => "You are banned here.";

    public override string AdminsOnly => "Only admins can do this.";

    public override string AskedToJoin => "Your request is with the admins. You will hear from me once one of them has decided.";

    public override string WantsToJoin(string name) => $"{name} asks to join as an operator.";

    public override string Approved => "You are in. New messages come to the group: press Reply there, and the conversation opens here.";

    public override string RoleSet(string name, string role) => $"{name}: {role}.";

    public override string NobodyOfThisId => "There is nobody of this number.";

    public override string LinkTied(string name) => $"This Telegram account is now {name}'s.";

    public override string LinkDead => "This link was used already or is too old. Ask for a new one.";

    public override string LinkTaken(string name) => $"This Telegram account is {name}'s already.";

    public override string Stale => "This button is out of date. Send /home for the menu.";

    public override string Gone => "This conversation is no longer there.";

    public override string Yours => "Yours for 24 hours. It is open in our private chat.";

    public override string HeldByOther(string name) => $"{name} has it.";

    public override string AlreadyAnswered(string name) => $"{name} has answered already. Look at it in our private chat.";

    public override string Released => "Released.";

    public override string Closed => "Closed.";

    public override string Reopened => "Open again.";

    public override string Snoozed(int hours) => $"Put away for {Hours(hours)}.";

    public override string IsRead => "Marked as read.";

    public override string IsPinned => "Pinned.";

    public override string IsUnpinned => "Unpinned.";

    public override string HandedTo(string name) => $"{name} has it now.";

    public override string FilesComing(int count) => count == 0 ? "There are no files here." : $"{Count(count, "file", "files")} on the way.";

    public override string NotOfThisDesk => "This desk does not serve that channel.";

    public override string Cleared(int deleted, int kept) => kept == 0
        ? $"{Count(deleted, "message", "messages")} cleared from the group."
        : $"{Count(deleted, "message", "messages")} cleared from the group; {kept} could not be, as Telegram lets bots delete for 48 hours only.";

    public override string NoGroup => "This desk has no group yet: set groupChatId. /id in a group tells its id.";

    public override string NoteKept => "🗒 The note is kept.";

    public override string HeldRefusal(string name) =>
        $"Not sent: {name} holds this conversation. Ask them to release it, or an admin to take it over.";

    public override string UnseenRefusal(int count) => $"Not sent: there {(count == 1 ? "is a newer message" : $"are {count} newer messages")} "
        + "you have not seen. Read them above, then send again.";

    public override string WindowRefusal =>
        "Not sent: the messenger's time for answering is over until the customer writes again. Templates can be sent from the console.";

    public override string ErasedRefusal => "Not sent: this person was erased.";

    public override string PublicUrlRefusal => "Not sent: this messenger fetches files from us, and PublicUrl is not set. Ask an admin.";

    public override string PassThroughRefusal => "Nothing that is said here may be kept: no note, and no file of ours.";

    public override string NoRoomRefusal => "There is no room in memory for this just now. Send it again in a moment.";

    public override string Refused(string detail) => $"Not done: {detail}";

    public override string FileTooLarge => "Not sent: the file is too large.";

    public override string FileUnavailable(string detail) => $"Not sent: {detail}";

    public override string CannotSendThis => "Not sent: this kind of message cannot be passed on. Text, pictures, files, voice and places can.";

    public override string NotSent(string detail) => $"❌ Not delivered: {detail}";

    public override string PerhapsSent => "❓ The messenger did not answer: perhaps delivered. It is not sent again by itself.";

    public override string HandedToYou(string name) => $"{name} handed you this conversation.";

    public override string AsksYou(string name) => $"{name} asks you for this conversation.";

    public override string TakenFromYou(string name) => $"{name} has this conversation now.";

    public override string Help =>
        "/home: the menu\n/my: your conversations\n/pinned: pinned ones\n/history: everybody's\n/stats: statistics\n"
        + "/note text: a note in the open conversation\n/read, /close, /release: the open conversation\n"
        + "Admins: /all_users, /approve_ID, /admin_ID, /ban_ID, /clear";

    public override string ChatIs(long id) => FormattableString.Invariant($"The id of this chat: {id}");

    public override string LogClaimed(string name) => $"🔵 {name} took";

    public override string LogReleased(string name) => $"⚪ {name} released";

    public override string LogTransferred(string name, string to) => $"↪️ {name} gave to {to}:";

    public override string LogBanned(string name) => $"⛔ {name}, who is banned, was refused.";

    public override string LogNotSent(string detail) => $"❌ Not delivered: {detail}";

    public override string LogPerhapsSent => "❓ Perhaps delivered:";

    public override string LogUnreachable(string name) => $"⚠️ I cannot write to {name}: they have to write /start to me.";

    public override string LogMoved => "⚠️ The group became a supergroup. I follow it; set groupChatId to its new id when you can.";

    public override string Today => "Today";

    public override string Messages(int incoming, int outgoing) => $"Messages: {incoming} in, {outgoing} out";

    public override string Conversations(int begun, int closed) => $"Conversations: {begun} new, {closed} closed";

    public override string Waits(int waiting, int unassigned) => $"Waiting for an answer: {waiting}, held by nobody: {unassigned}";

    public override string HeldNow(int held, int unread) => $"You hold {held}, {unread} unread";

    public override string FirstAnswer(string median, string slowest) => $"First answer: half within {median}, nine of ten within {slowest}";

    public override string Commands(string command) => command switch
    {
        "home" => "The menu",
        "my" => "My conversations",
        "pinned" => "Pinned conversations",
        "history" => "Everybody's conversations",
        "stats" => "Statistics",
        "note" => "A note in the open conversation",
        "all_users" => "Operators, for admins",
        "clear" => "Clear old notices from the group, for admins",
        _ => "What I can do",
    };
}
