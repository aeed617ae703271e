using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>What conversations and messengers are called.</summary>
internal static class Titles
{
    private const int LongestName = 48;

    /// <summary>Who it is with: the name the platform gives them, or a short form of our id.</summary>
    public static string Customer(ConversationBody conversation, string? name = null) =>
        Html.Cut(name ?? conversation.Contact.Name ?? $"#{conversation.Contact.Id.Value.ToString("N")[^6..]}", LongestName);

    /// <summary>Who it is with, and where.</summary>
    public static string Of(ConversationBody conversation, string? name = null) =>
        $"{Customer(conversation, name)} · {Platform(conversation.Channel.Platform)}";

    public static string Platform(string key) => key switch
    {
        "telegram" or "telegram-user" => "Telegram",
        "viber" => "Viber",
        "whatsapp" => "WhatsApp",
        "messenger" => "Messenger",
        "instagram" => "Instagram",
        "wechat" => "WeChat",
        "webchat" => "Web chat",
        "seller-crm" => "Seller CRM",
        _ => key,
    };
}
