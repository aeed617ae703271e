using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// Picks from TDLib's many updates those that concern a conversation with a person, and adds to each what reading it later needs: who the
/// person is, the text after an edit, the date of the message that was read. Runs on the receiving thread.
/// </summary>
internal sealed class SessionUpdates(SessionInbox inbox, TdSends sends, TimeProvider time)
{
    /// <summary>Telegram's own account. Its messages carry sign-in codes, which are no business of an inbox.</summary>
    private const long Telegram = 777000;

    private readonly ConcurrentDictionary<long, TdUser> _people = []; // as many as TDLib itself keeps

    /// <summary>Our own id; 0 until it is known.</summary>
    public long Me { get; set; }

    /// <summary>Ids of people's chats are positive, those of groups and channels negative.</summary>
    public bool IsPerson(long chat) => chat > 0 && chat != Telegram && chat != Me;

    public void Hear(JsonObject update, TdClient client)
    {
        switch (update.TypeOf())
        {
            case "updateUser":
                Remember(update);
                break;
            case "updateMessageSendFailed":
                sends.Failed(update);
                break;
            case "updateMessageSendSucceeded":
                HearSent(update);
                break;
            case "updateNewMessage" when update.Inner("message") is { } message:
                Tell(message);
                break;
            case var type when IsPerson(update.Number("chat_id")):
                HearChat(type, update, client);
                break;
        }
    }

    /// <summary>A message, new or from history. One that is still on its way out is not told: what becomes of it is.</summary>
    public bool Tell(JsonObject message)
    {
        var chat = message.Number("chat_id");
        var person = _people.GetValueOrDefault(chat);
        var isTold = IsPerson(chat) && message["sending_state"] is null && !(message.Flag("is_outgoing") && person is { IsBot: true });
        if (isTold)
        {
            Offer("updateNewMessage", message);
            if (message.Number("edit_date") > 0)
            {
                Offer("updateMessageEdited", message);
            }
        }

        return isTold;
    }

    private void HearChat(string type, JsonObject update, TdClient client)
    {
        var chat = update.Number("chat_id");
        switch (type)
        {
            case "updateMessageEdited":
                client.Send(TdRequests.GetMessage(chat, update.Number("message_id")), HearEdited);
                break;
            case "updateChatReadOutbox":
                client.Send(TdRequests.GetMessage(chat, update.Number("last_read_outbox_message_id")), answer => HearRead(update, answer));
                break;
            case "updateDeleteMessages" when update.Flag("is_permanent") && !update.Flag("from_cache"):
            case "updateChatAction" when update.Inner("action")?.TypeOf() is "chatActionTyping" or "chatActionRecordingVoiceNote":
                inbox.Offer(update, 0);
                break;
            case "updateMessageInteractionInfo":
                update["date"] = time.GetUtcNow().ToUnixTimeMilliseconds(); // Telegram gives reactions no time
                inbox.Offer(update, 0);
                break;
        }
    }

    private void HearEdited(JsonObject answer)
    {
        if (answer.TypeOf() == "message") // else it is gone already
        {
            Offer("updateMessageEdited", answer);
        }
    }

    private void HearRead(JsonObject update, JsonObject answer)
    {
        update["date"] = answer.Number("date"); // 0 when the message is gone: then only it is known to be read
        inbox.Offer(update, 0);
    }

    /// <summary>Sent while nobody waited for it any more: said as ours where we know it, else like one from the phone.</summary>
    private void HearSent(JsonObject update)
    {
        switch (sends.Succeeded(update))
        {
            case TdSent.Late late:
                update["our_message"] = late.Message.ToString();
                inbox.Offer(update, 0);
                break;
            case TdSent.Foreign when update.Inner("message") is { } message:
                Tell(message);
                break;
        }
    }

    private void Offer(string type, JsonObject message)
    {
        var update = new JsonObject { ["@type"] = type, ["message"] = message.DeepClone() };
        if (_people.TryGetValue(message.Number("chat_id"), out var person))
        {
            update["user"] = JsonSerializer.SerializeToNode(person, TelegramUserJson.Default.TdUser);
        }

        inbox.Offer(update, message.Number("date"));
    }

    private void Remember(JsonObject update)
    {
        if (update["user"].Deserialize(TelegramUserJson.Default.TdUser) is { } user)
        {
            _people[user.Id] = user;
        }
    }
}
