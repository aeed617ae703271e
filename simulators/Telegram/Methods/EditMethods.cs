using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>Changes of messages that are there already.</summary>
internal static class EditMethods
{
    private const string NotModified = "message is not modified: specified new message content and reply markup "
        + "are exactly the same as a current content and reply markup of the message";

    private static readonly string[] MediaMembers = [.. Enum.GetValues<MediaKind>().Select(MediaContent.MemberOf)];
    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public static Answer EditText(BotCall call)
    {
        var text = FormattedText.ReadText(call.Parameters);
        return Edit(call, message =>
        {
            Require(message.ContainsKey("text"), "there is no text in the message to edit");
            text.AddTo(message, "text");
        });
    }

    public static Answer EditCaption(BotCall call)
    {
        var caption = FormattedText.ReadCaption(call.Parameters);
        return Edit(call, message =>
        {
            Require(MediaMembers.Any(message.ContainsKey), "there is no caption in the message to edit");
            caption.AddTo(message, "caption");
        });
    }

    public static async ValueTask<Answer> EditMediaAsync(BotCall call, CancellationToken cancellationToken)
    {
        var media = call.Parameters.Structure("media") as JsonObject
            ?? throw RefusedCallException.BadRequest("can't parse InputMedia: expected an Object");
        var (file, caption) = await MediaMethods.ReadItemAsync(call, media, cancellationToken);
        return Edit(call, message =>
        {
            foreach (var member in MediaMembers.Append("text").Append("entities"))
            {
                message.Remove(member);
            }

            MediaContent.Add(message, file);
            caption.AddTo(message, "caption");
        });
    }

    public static Answer EditReplyMarkup(BotCall call) => Edit(call, _ => { });

    public static Answer DeleteMessage(BotCall call)
    {
        var recipient = Outgoing.Recipient(call);
        lock (recipient.Chat.Gate)
        {
            var message = Find(recipient, call.Parameters.Int("message_id"), "message to delete not found");
            Require(call.Bot.Time.GetUtcNow() - message.Date < DeletableFor, "message can't be deleted");
            recipient.Chat.Put(message with { IsDeleted = true });
        }

        return Answer.True;
    }

    /// <summary>Deletes what it finds and says nothing of the rest.</summary>
    public static Answer DeleteMessages(BotCall call)
    {
        var recipient = Outgoing.Recipient(call);
        if (call.Parameters.Structure("message_ids") is not JsonArray { Count: >= 1 and <= 100 } ids)
        {
            throw RefusedCallException.BadRequest("message identifiers are not specified");
        }

        lock (recipient.Chat.Gate)
        {
            foreach (var message in ids.Select(id => recipient.Chat.Find((int)id!)).OfType<ChatMessage>())
            {
                recipient.Chat.Put(message with { IsDeleted = true });
            }
        }

        return Answer.True;
    }

    /// <summary>Every edit also sets the buttons: none given means none left.</summary>
    private static Answer Edit(BotCall call, Action<JsonObject> change)
    {
        var recipient = Outgoing.Recipient(call);
        var markup = ReplyMarkup.ReadInline(call.Parameters.Structure("reply_markup"));
        lock (recipient.Chat.Gate)
        {
            var message = Find(recipient, call.Parameters.Int("message_id"), "message to edit not found");
            Require(message.FromBot, "message can't be edited");
            var json = message.Json.DeepClone().AsObject();
            change(json);
            json.Remove("reply_markup");
            markup?.Attach(json);
            Require(!JsonNode.DeepEquals(json, message.Json), NotModified);
            var now = call.Bot.Time.GetUtcNow();
            json["edit_date"] = now.ToUnixTimeSeconds();
            return Answer.Of(recipient.Chat.Put(message with { Json = json, EditedAt = now }).Json);
        }
    }

    private static ChatMessage Find(IRecipient recipient, int? messageId, string complaint)
    {
        Require(messageId is not null, "message identifier is not specified");
        return recipient.Chat.Find(messageId!.Value) is { IsDeleted: false } found
            ? found
            : throw RefusedCallException.BadRequest(complaint);
    }

    private static void Require(bool holds, string complaint)
    {
        if (!holds)
        {
            throw RefusedCallException.BadRequest(complaint);
        }
    }
}
