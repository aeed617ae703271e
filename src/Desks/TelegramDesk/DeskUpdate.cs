using Rozmova.Platforms.Telegram;

namespace Rozmova.Desks.TelegramDesk;

// What Telegram sends the desk's bot, as lean as we need it. Setters, as in the platform's payloads.

internal sealed class DeskUpdate
{
    public long? UpdateId { get; set; }

    public Message? Message { get; set; }

    public DeskPress? CallbackQuery { get; set; }
}

/// <summary>Somebody pressed a button.</summary>
internal sealed class DeskPress
{
    public string? Id { get; set; }

    public User? From { get; set; }

    public PressedNotice? Message { get; set; }

    public string? Data { get; set; }
}

/// <summary>The message with the button, and the one that it answers.</summary>
internal sealed class PressedNotice
{
    public long MessageId { get; set; }

    public Chat? Chat { get; set; }

    public Message? ReplyToMessage { get; set; }
}
