namespace Rozmova.Messaging;

/// <summary>Where each feature's log event ids begin. A feature owns the hundred from its number; retired ids stay listed here.</summary>
public static class EventIds
{
    /// <summary>Start, stop, configuration.</summary>
    public const int Host = 1000;

    /// <summary>Webhooks, journal, quarantine.</summary>
    public const int Intake = 1100;

    /// <summary>Conversations and claims.</summary>
    public const int Conversations = 1200;

    /// <summary>Sending.</summary>
    public const int Delivery = 1300;

    /// <summary>Live pushes.</summary>
    public const int Live = 1400;

    /// <summary>Files.</summary>
    public const int Media = 1500;

    /// <summary>Channels and their connections.</summary>
    public const int Channels = 1600;

    /// <summary>Operators, sessions, keys.</summary>
    public const int Operators = 1700;

    /// <summary>The HTTP API as a whole.</summary>
    public const int Api = 1800;

    /// <summary>Desks and their work.</summary>
    public const int Desks = 1900;

    /// <summary>The databases.</summary>
    public const int Storage = 2000;

    /// <summary>What passes through memory.</summary>
    public const int Relay = 2100;

    /// <summary>Desk telegram.</summary>
    public const int TelegramDesk = 4200;

    /// <summary>Platform telegram.</summary>
    public const int Telegram = 3000;

    /// <summary>Platform telegram-user.</summary>
    public const int TelegramUser = 3500;

    /// <summary>Platform viber.</summary>
    public const int Viber = 3200;

    /// <summary>What platforms messenger and instagram share.</summary>
    public const int MetaDirect = 3300;

    /// <summary>Platform whatsapp.</summary>
    public const int WhatsApp = 3100;

    /// <summary>Platform wechat.</summary>
    public const int WeChat = 3600;

    /// <summary>Platform webchat.</summary>
    public const int WebChat = 3700;

    /// <summary>Platform seller-crm.</summary>
    public const int SellerCrm = 3800;

    /// <summary>Platform custom.</summary>
    public const int Custom = 3900;

    /// <summary>Desk webim.</summary>
    public const int WebimDesk = 4100;
}
