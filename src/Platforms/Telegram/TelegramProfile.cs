using System.Globalization;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>Who did something, as Telegram tells it.</summary>
internal static class TelegramProfile
{
    /// <summary>A channel or an anonymous admin writes in a chat's name; the person beside it is a placeholder then.</summary>
    public static Profile OfSender(Message message) => message switch
    {
        { SenderChat: { } sender } => new Profile
        {
            Id = new ChatAddress(sender.Id).ToString(),
            Name = sender.Title,
            ChatTitle = message.Chat?.Title,
        },
        { From: { } from } => Of(from, message.Chat),
        _ => new Profile { Name = message.Chat?.Title, ChatTitle = message.Chat?.Title },
    };

    /// <summary>Groups have negative ids: there the person is one of many and needs an id of their own.</summary>
    public static Profile Of(User user, Chat? chat) => new()
    {
        Id = chat is { Id: < 0 } ? user.Id.ToString(CultureInfo.InvariantCulture) : null,
        Name = string.IsNullOrEmpty(user.LastName) ? user.FirstName : $"{user.FirstName} {user.LastName}",
        Username = user.Username,
        Language = user.LanguageCode,
        ChatTitle = chat?.Title,
    };
}
