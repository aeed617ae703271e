using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.TelegramUser;

/// <summary>Somebody the account has a chat with, and both sides of that chat.</summary>
public sealed class SimulatedPerson
{
    private readonly TdSimulator _simulator;
    private readonly SimulatedAccount _account;
    private readonly string _type;
    private readonly List<JsonObject> _messages = [];
    private readonly Signal _changed = new();
    private readonly ConcurrentDictionary<long, string> _reactions = [];

    internal SimulatedPerson(TdSimulator simulator, SimulatedAccount account, long id, string name, string type)
    {
        (_simulator, _account, Id, Name, _type) = (simulator, account, id, name, type);
    }

    public long Id { get; }

    public string Name { get; }

    /// <summary>Whether the account's side was seen typing.</summary>
    public bool SawTyping { get; private set; }

    /// <summary>The newest message of theirs that the account has read; 0 for none.</summary>
    public long ReadByAccount { get; private set; }

    /// <summary>What the account sent, as it stands now.</summary>
    public IReadOnlyList<JsonObject> Received => [.. Snapshot().Where(message => (bool)message["is_outgoing"]!)];

    public long NewestOfOurs => (long)Received[^1]["id"]!;

    public long NewestOfTheirs => (long)Snapshot().Last(message => !(bool)message["is_outgoing"]!)["id"]!;

    public string? TextOf(long id) => (string?)Find(id)?["content"]?["text"]?["text"];

    /// <summary>Waits until the account's message with this number, from 0 on, is there, and gives its words.</summary>
    public Task<string> ReceiveAsync(int number, CancellationToken cancellationToken) => _changed.FindAsync(
        () => Received is { } received && received.Count > number ? (string?)received[number]["content"]?["text"]?["text"] ?? "" : null,
        cancellationToken);

    public long Write(string text, long? replyTo = null) => Say(TextContent(text), isOutgoing: false, replyTo);

    public long Send(JsonObject content) => Say(content, isOutgoing: false, null);

    public long SendFile(string type, string name, string mimeType, byte[] content) =>
        Send(Td.Media(type, _account.Keep(content), name, mimeType));

    /// <summary>The account's owner writes on their phone.</summary>
    public long WriteFromPhone(string text) => Say(TextContent(text), isOutgoing: true, null);

    /// <summary>Writes while the program is told nothing: as what was told to a program that then crashed.</summary>
    public long WriteUnheard(string text)
    {
        lock (_simulator.Gate)
        {
            return (long)Put(Message(TextContent(text), isOutgoing: false, null))["id"]!;
        }
    }

    public void Edit(long id, string text)
    {
        lock (_simulator.Gate)
        {
            var message = Find(id)!;
            message["content"] = TextContent(text);
            message["edit_date"] = _simulator.Now;
            Tell("updateMessageEdited", new JsonObject { ["message_id"] = id, ["edit_date"] = _simulator.Now });
        }
    }

    public void Delete(long id)
    {
        lock (_simulator.Gate)
        {
            Remove(id);
            Tell("updateDeleteMessages", new JsonObject { ["message_ids"] = new JsonArray(id), ["is_permanent"] = true, ["from_cache"] = false });
        }
    }

    public void React(long id, string emoji)
    {
        var reaction = new JsonObject
        {
            ["@type"] = "messageReaction",
            ["type"] = new JsonObject { ["@type"] = "reactionTypeEmoji", ["emoji"] = emoji },
            ["total_count"] = 1,
            ["is_chosen"] = false,
        };
        lock (_simulator.Gate)
        {
            Tell("updateMessageInteractionInfo", new JsonObject
            {
                ["message_id"] = id, ["interaction_info"] = new JsonObject { ["reactions"] = new JsonObject { ["reactions"] = new JsonArray(reaction) } },
            });
        }
    }

    /// <summary>Reads everything.</summary>
    public void Read()
    {
        lock (_simulator.Gate)
        {
            Tell("updateChatReadOutbox", new JsonObject { ["last_read_outbox_message_id"] = NewestOfOurs });
        }
    }

    public void Type()
    {
        lock (_simulator.Gate)
        {
            Tell("updateChatAction", new JsonObject { ["action"] = Td.Of("chatActionTyping") });
        }
    }

    /// <summary>The account's reaction at a message of theirs; null for none.</summary>
    public string? ReactionAt(long message) => _reactions.GetValueOrDefault(message);

    internal JsonObject AsUpdate() => new()
    {
        ["@type"] = "updateUser",
        ["user"] = new JsonObject
        {
            ["@type"] = "user", ["id"] = Id, ["first_name"] = Name, ["last_name"] = "", ["phone_number"] = "", ["type"] = Td.Of(_type),
        },
    };

    internal JsonObject Message(JsonObject content, bool isOutgoing, long? replyTo)
    {
        var message = new JsonObject
        {
            ["@type"] = "message",
            ["id"] = _simulator.NextNumber() << 20,
            ["chat_id"] = Id,
            ["is_outgoing"] = isOutgoing,
            ["date"] = _simulator.Now,
            ["edit_date"] = 0,
            ["content"] = content,
        };
        if (replyTo is { } target)
        {
            message["reply_to"] = new JsonObject { ["@type"] = "messageReplyToMessage", ["chat_id"] = Id, ["message_id"] = target };
        }

        return message;
    }

    internal JsonObject Put(JsonObject message)
    {
        lock (_messages)
        {
            _messages.Add(message);
        }

        _changed.Pulse();

        return message;
    }

    internal JsonObject Answer(JsonObject request) => (string)request["@type"]! switch
    {
        "getChat" => new JsonObject { ["@type"] = "chat", ["id"] = Id, ["last_message"] = _messages.LastOrDefault()?.DeepClone() },
        "getMessage" => (JsonObject?)Find((long)request["message_id"]!)?.DeepClone() ?? Td.Error(404, "Not Found"),
        "getChatHistory" => History((long)request["from_message_id"]!, (int)request["limit"]!),
        "editMessageText" => Change(request, message => message["content"]!["text"] = request["input_message_content"]!["text"]!.DeepClone()),
        "editMessageCaption" => Change(request, message => message["content"]!["caption"] = request["caption"]!.DeepClone()),
        "deleteMessages" => Remove((long)request["message_ids"]![0]!),
        "addMessageReaction" => Note(() => _reactions[(long)request["message_id"]!] = (string)request["reaction_type"]!["emoji"]!),
        "removeMessageReaction" => RemoveReaction((long)request["message_id"]!, (string)request["reaction_type"]!["emoji"]!),
        "sendChatAction" => Note(() => SawTyping = true),
        "viewMessages" => Note(() => ReadByAccount = (long)request["message_ids"]![0]!),
        _ => Td.Of("ok"),
    };

    private JsonObject RemoveReaction(long message, string emoji) =>
        _reactions.TryRemove(KeyValuePair.Create(message, emoji)) ? Td.Of("ok") : Td.Error(400, "MESSAGE_NOT_MODIFIED");

    private static JsonObject TextContent(string text) => new() { ["@type"] = "messageText", ["text"] = Td.Text(text) };

    private static JsonObject Note(Action what)
    {
        what();
        return Td.Of("ok");
    }

    private long Say(JsonObject content, bool isOutgoing, long? replyTo)
    {
        lock (_simulator.Gate)
        {
            var message = Put(Message(content, isOutgoing, replyTo));
            _account.Tell(new JsonObject { ["@type"] = "updateNewMessage", ["message"] = message.DeepClone() });
            return (long)message["id"]!;
        }
    }

    private void Tell(string type, JsonObject update)
    {
        update["@type"] = type;
        update["chat_id"] = Id;
        _account.Tell(update);
    }

    private JsonObject History(long from, int limit) => new()
    {
        ["@type"] = "messages",
        ["messages"] = new JsonArray(
        [
            .. Snapshot().AsEnumerable().Reverse().Where(message => from == 0 || (long)message["id"]! < from).Take(limit)
                .Select(message => message.DeepClone()),
        ]),
    };

    private JsonObject Change(JsonObject request, Action<JsonObject> change)
    {
        if (Find((long)request["message_id"]!) is not { } message)
        {
            return Td.Error(400, "Message not found");
        }

        change(message);
        return (JsonObject)message.DeepClone();
    }

    private JsonObject Remove(long id)
    {
        lock (_messages)
        {
            _messages.RemoveAll(message => (long)message["id"]! == id);
        }

        return Td.Of("ok");
    }

    private JsonObject? Find(long id) => Snapshot().Find(message => (long)message["id"]! == id);

    private List<JsonObject> Snapshot()
    {
        lock (_messages)
        {
            return [.. _messages];
        }
    }
}
