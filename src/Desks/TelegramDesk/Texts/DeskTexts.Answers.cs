namespace Rozmova.Desks.TelegramDesk.Texts;

/// <summary>What the desk answers to what people do.</summary>
internal abstract partial class DeskTexts
{
    // Coming in.
    public abstract string Unknown { get; }

    public abstract string Pending { get; }

    public abstract string Banned { get; }

    public abstract string AdminsOnly { get; }

    public abstract string AskedToJoin { get; }

    public abstract string WantsToJoin(string name);

    public abstract string Approved { get; }

    public abstract string RoleSet(string name, string role);

    public abstract string NobodyOfThisId { get; }

    public abstract string LinkTied(string name);

    public abstract string LinkDead { get; }

    public abstract string LinkTaken(string name);

    // Presses.
    public abstract string Stale { get; }

    public abstract string Gone { get; }

    public abstract string Yours { get; }

    public abstract string HeldByOther(string name);

    public abstract string AlreadyAnswered(string name);

    public abstract string Released { get; }

    public abstract string Closed { get; }

    public abstract string Reopened { get; }

    public abstract string Snoozed(int hours);

    public abstract string IsRead { get; }

    public abstract string IsPinned { get; }

    public abstract string IsUnpinned { get; }

    public abstract string HandedTo(string name);

    public abstract string FilesComing(int count);

    public abstract string NotOfThisDesk { get; }

    public abstract string Cleared(int deleted, int kept);

    public abstract string NoGroup { get; }

    // Writing.
    public abstract string NoteKept { get; }

    public abstract string HeldRefusal(string name);

    public abstract string UnseenRefusal(int count);

    public abstract string WindowRefusal { get; }

    public abstract string ErasedRefusal { get; }

    public abstract string PublicUrlRefusal { get; }

    public abstract string PassThroughRefusal { get; }

    public abstract string NoRoomRefusal { get; }

    public abstract string Refused(string detail);

    public abstract string FileTooLarge { get; }

    public abstract string FileUnavailable(string detail);

    public abstract string CannotSendThis { get; }

    public abstract string NotSent(string detail);

    public abstract string PerhapsSent { get; }

    // Told without being asked.
    public abstract string HandedToYou(string name);

    public abstract string AsksYou(string name);

    public abstract string TakenFromYou(string name);

    public abstract string Help { get; }

    public abstract string ChatIs(long id);

    // The log chat.
    public abstract string LogClaimed(string name);

    public abstract string LogReleased(string name);

    public abstract string LogTransferred(string name, string to);

    public abstract string LogBanned(string name);

    public abstract string LogNotSent(string detail);

    public abstract string LogPerhapsSent { get; }

    public abstract string LogUnreachable(string name);

    public abstract string LogMoved { get; }

    // Statistics.
    public abstract string Today { get; }

    public abstract string Messages(int incoming, int outgoing);

    public abstract string Conversations(int begun, int closed);

    public abstract string Waits(int waiting, int unassigned);

    public abstract string HeldNow(int held, int unread);

    public abstract string FirstAnswer(string median, string slowest);

    public abstract string Commands(string command);
}
