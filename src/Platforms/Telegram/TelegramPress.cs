using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>A pressed button.</summary>
internal static class TelegramPress
{
    public static InboundEvent.MessageReceived Read(CallbackQuery query)
    {
        var from = query.From ?? throw TelegramInbound.Unreadable("a pressed button without a person");
        var key = query.Id ?? throw TelegramInbound.Unreadable("a pressed button without an id");
        var address = query.Message is { } message ? AddressOf(message) : new ChatAddress(from.Id);
        return new InboundEvent.MessageReceived
        {
            Chat = address.ToString(),
            Id = new PlatformMessageId($"cb{key}", address.Scope),
            From = TelegramProfile.Of(from, query.Message?.Chat),
            Content = query.Data is { } data
                ? new MessageContent.Menu(LabelOf(query.Message, data), data, [])
                : new MessageContent.Unsupported("callback_game"),
            ReplyTo = query.Message is { } pressed ? TelegramInbound.MessageIdOf(pressed.MessageId, address.Scope) : null,
            AcknowledgeKey = key,
        };
    }

    private static ChatAddress AddressOf(PressedMessage message) => new(
        TelegramInbound.IdOf(message.Chat),
        message.IsTopicMessage ? message.MessageThreadId : null,
        message.BusinessConnectionId);

    /// <summary>What stood on the button: Telegram sends its data only, but mostly the keyboard with it.</summary>
    private static string LabelOf(PressedMessage? message, string data)
    {
        var rows = message?.ReplyMarkup?.InlineKeyboard ?? [];
        var pressed = rows.SelectMany(row => row ?? []).FirstOrDefault(button => button?.CallbackData == data);
        return pressed?.Text ?? data;
    }
}
