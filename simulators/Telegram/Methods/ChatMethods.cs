using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>What a bot does in a chat besides writing.</summary>
internal static class ChatMethods
{
    private const int LongestCallbackText = 200;

    private static readonly FrozenSet<string> Actions = FrozenSet.Create(
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note");

    /// <summary>Some of those the API lists.</summary>
    private static readonly FrozenSet<string> ReactionEmojis =
        FrozenSet.Create("👍", "👎", "❤", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😢", "🎉", "🙏", "👌", "😍", "💯", "🤝", "👀", "😎");

    public static Answer SendChatAction(BotCall call)
    {
        var action = call.Parameters.Text("action") ?? "";
        if (!Actions.Contains(action))
        {
            throw RefusedCallException.BadRequest("wrong parameter action in request");
        }

        Outgoing.Recipient(call).Chat.Add(new ChatAction(action, call.Bot.Time.GetUtcNow()));
        return Answer.True;
    }

    public static Answer AnswerCallbackQuery(BotCall call)
    {
        var id = call.Parameters.Text("callback_query_id") ?? "";
        var customer = call.Bot.FindCallbackQuery(id) ?? throw RefusedCallException.BadRequest(
            "query is too old and response timeout expired or query ID is invalid");
        var text = call.Parameters.Text("text");
        if (text?.Length > LongestCallbackText)
        {
            throw RefusedCallException.BadRequest("MESSAGE_TOO_LONG");
        }

        customer.Chat.Add(new CallbackAnswer(id, text, call.Parameters.Flag("show_alert"), call.Bot.Time.GetUtcNow())
        {
            Url = call.Parameters.Text("url"),
        });
        return Answer.True;
    }

    public static Answer SetMessageReaction(BotCall call)
    {
        var chat = Outgoing.Recipient(call).Chat;
        var reactions = call.Parameters.Structure("reaction") as JsonArray ?? [];
        if (reactions.Count > 1)
        {
            throw RefusedCallException.BadRequest("REACTIONS_TOO_MANY");
        }

        if (reactions.FirstOrDefault()?["emoji"] is { } emoji && !ReactionEmojis.Contains((string)emoji!))
        {
            throw RefusedCallException.BadRequest("REACTION_INVALID");
        }

        lock (chat.Gate)
        {
            var message = chat.Find(call.Parameters.Int("message_id") ?? 0) is { IsDeleted: false } found
                ? found
                : throw RefusedCallException.BadRequest("message to react not found");
            chat.Put(message with { BotReaction = (string?)reactions.FirstOrDefault()?["emoji"] });
        }

        return Answer.True;
    }
}
