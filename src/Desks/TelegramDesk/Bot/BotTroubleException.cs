namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>Why a call was not carried out.</summary>
internal enum Trouble
{
    /// <summary>Telegram asks to wait, or cannot be reached: the same call may work later.</summary>
    Later = 1,

    /// <summary>The token is not accepted.</summary>
    Token = 2,

    /// <summary>The bot may not write to this chat: never started, blocked, removed from the group.</summary>
    Unreachable = 3,

    /// <summary>Telegram does not take this call and never will.</summary>
    Refused = 4,
}

/// <summary>A call that came to nothing. It unwinds the piece of work it was part of, whose outcome it becomes.</summary>
internal sealed class BotTroubleException(Trouble trouble, string detail, TimeSpan wait = default) : Exception(detail)
{
    public Trouble Trouble { get; } = trouble;

    /// <summary>How long to wait before it is tried again.</summary>
    public TimeSpan Wait { get; } = wait;
}
