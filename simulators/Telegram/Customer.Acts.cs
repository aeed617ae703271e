using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>What a customer does besides writing.</summary>
public sealed partial class Customer
{
    /// <summary>Changes the text, or the caption, of an own message.</summary>
    public Update Edit(int messageId, string text)
    {
        lock (Chat.Gate)
        {
            var message = Existing(messageId);
            var now = Bot.Time.GetUtcNow();
            var json = message.Json.DeepClone().AsObject();
            json["edit_date"] = now.ToUnixTimeSeconds();
            json[json.ContainsKey("text") ? "text" : "caption"] = text;
            json.Remove("entities");
            Chat.Put(message with { Json = json, EditedAt = now });
            return Bot.Publish(new NewUpdate("edited_message", ChatOrder, json) { MessageId = messageId });
        }
    }

    /// <summary>Sets the one reaction on a message, or takes it back with null. Bots hear of it only if they asked.</summary>
    public Update React(int messageId, string? emoji)
    {
        lock (Chat.Gate)
        {
            var message = Existing(messageId);
            Chat.Put(message with { CustomerReaction = emoji });
            return Bot.Publish(new NewUpdate("message_reaction", $"reaction:{Id}", new JsonObject
            {
                ["chat"] = ToChatJson(),
                ["message_id"] = messageId,
                ["user"] = ToUserJson(),
                ["date"] = Bot.Time.GetUtcNow().ToUnixTimeSeconds(),
                ["old_reaction"] = Reaction(message.CustomerReaction),
                ["new_reaction"] = Reaction(emoji),
            }) { MessageId = messageId });
        }
    }

    /// <summary>Presses a button under a message, found by its label or its data.</summary>
    public Update PressInlineButton(int messageId, string labelOrData) => Press(Existing(messageId), labelOrData);

    /// <summary>Presses a button as it stood under a message, be it there still or not.</summary>
    public Update Press(ChatMessage message, string labelOrData)
    {
        ArgumentNullException.ThrowIfNull(message);
        var button = message.Buttons.FirstOrDefault(each => each.Text == labelOrData || each.CallbackData == labelOrData)
            ?? throw new InvalidOperationException($"Message {message.Id} has no button '{labelOrData}'.");
        var query = Bot.OpenCallbackQuery(this);
        return Bot.Publish(new NewUpdate("callback_query", $"user:{Id}", new JsonObject
        {
            ["id"] = query,
            ["from"] = ToUserJson(),
            ["message"] = message.Json.DeepClone(),
            ["chat_instance"] = "-4890000000000000001",
            ["data"] = button.CallbackData,
        }) { MessageId = message.Id, CallbackQueryId = query });
    }

    /// <summary>Presses a key of the reply keyboard: its label becomes a text, unless it shares a contact or a place.</summary>
    public Update PressKey(string label)
    {
        var keyboard = Keyboard;
        var key = keyboard?.Rows.SelectMany(row => row).FirstOrDefault(each => each.Text == label)
            ?? throw new InvalidOperationException($"The keyboard has no key '{label}'.");
        if (keyboard!.OneTime)
        {
            Chat.Show(null);
        }

        return key switch
        {
            { RequestsContact: true } => SendContact(),
            { RequestsLocation: true } => SendLocation(50.4501, 30.5234),
            _ => SendText(label),
        };
    }

    public Update BlockBot() => ChangeMembership(blocked: true);

    public Update UnblockBot() => ChangeMembership(blocked: false);

    public void DeleteAccount() => IsDeactivated = true;

    private Update ChangeMembership(bool blocked)
    {
        Chat.Block(blocked);
        HasStarted = true;
        return Bot.Publish(new NewUpdate("my_chat_member", $"member:{Id}", new JsonObject
        {
            ["chat"] = ToChatJson(),
            ["from"] = ToUserJson(),
            ["date"] = Bot.Time.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = Membership(!blocked),
            ["new_chat_member"] = Membership(blocked),
        }));
    }

    private JsonObject Membership(bool blocked)
    {
        var member = new JsonObject { ["user"] = Bot.ToUserJson(), ["status"] = blocked ? "kicked" : "member" };
        if (blocked)
        {
            member["until_date"] = 0;
        }

        return member;
    }

    private ChatMessage Existing(int messageId) =>
        Chat.Find(messageId) ?? throw new InvalidOperationException($"There is no message {messageId} in this chat.");

    private static JsonArray Reaction(string? emoji) =>
        emoji is null ? [] : [new JsonObject { ["type"] = "emoji", ["emoji"] = emoji }];
}
