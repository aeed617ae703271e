using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>What every send has in common: the chat, the reply, the markup, and keeping the message.</summary>
internal static class Outgoing
{
    /// <summary>The person or the group a call speaks to, if the bot may write there.</summary>
    public static IRecipient Recipient(BotCall call)
    {
        if (!call.Parameters.Has("chat_id"))
        {
            throw RefusedCallException.BadRequest("chat_id is empty");
        }

        var recipient = (call.ChatId is { } id ? call.Bot.FindRecipient(id) : null)
            ?? throw RefusedCallException.BadRequest("chat not found");
        recipient.RefuseUnreachable();
        return recipient;
    }

    public static Answer Send(BotCall call, Action<JsonObject> addContent)
    {
        var recipient = Recipient(call);
        var markup = ReplyMarkup.Read(call.Parameters.Structure("reply_markup"));
        KeepPace(call, recipient);
        return Answer.Of(Post(call, recipient, markup, addContent).Json);
    }

    public static void KeepPace(BotCall call, IRecipient recipient)
    {
        if (call.Bot.Options.RateLimits && call.Bot.Limits.Take(recipient.Id) is { } wait)
        {
            throw RefusedCallException.TooManyRequests(wait);
        }
    }

    public static ChatMessage Post(BotCall call, IRecipient recipient, ReplyMarkup? markup, Action<JsonObject> addContent)
    {
        var chat = recipient.Chat;
        lock (chat.Gate)
        {
            var reply = RepliedMessage(call, chat);
            var now = call.Bot.Time.GetUtcNow();
            var message = recipient.NewBotMessage(now);
            if (reply is not null)
            {
                message["reply_to_message"] = Customer.Quote(reply);
            }

            addContent(message);
            markup?.Apply(message, chat);
            return chat.Put(new ChatMessage
            {
                Id = (int)message["message_id"]!,
                FromBot = true,
                Date = now,
                Json = message,
                IsSilent = call.Parameters.Flag("disable_notification"),
            });
        }
    }

    private static ChatMessage? RepliedMessage(BotCall call, Chat chat)
    {
        var parameters = call.Parameters.Structure("reply_parameters");
        var id = (int?)parameters?["message_id"] ?? call.Parameters.Int("reply_to_message_id");
        if (id is null)
        {
            return null;
        }

        var mayBeMissing = (bool?)parameters?["allow_sending_without_reply"]
            ?? call.Parameters.Flag("allow_sending_without_reply");
        return chat.Find(id.Value) switch
        {
            { IsDeleted: false } found => found,
            _ when mayBeMissing => null,
            _ => throw RefusedCallException.BadRequest("message to be replied not found"),
        };
    }
}
