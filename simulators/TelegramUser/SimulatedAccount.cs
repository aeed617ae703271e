using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.TelegramUser;

/// <summary>What becomes of the next message sent: refused with Telegram's error, or taken without a word of it.</summary>
public abstract record SendFault
{
    private protected SendFault()
    {
    }

    public sealed record Refusal(int Code, string Message) : SendFault;

    public sealed record Silence : SendFault;
}

/// <summary>An ordinary account: the people it knows, and what was written.</summary>
public sealed class SimulatedAccount(TdSimulator simulator, long id, string phone, string code, string? password)
{
    private readonly ConcurrentDictionary<long, SimulatedPerson> _people = [];
    private readonly ConcurrentDictionary<long, byte[]> _files = [];
    private readonly ConcurrentDictionary<long, SendFault> _faulty = [];
    private readonly List<Action> _silenced = [];
    private TdConnection? _connection;

    public long Id { get; } = id;

    public string Phone { get; } = phone;

    public string Code { get; } = code;

    public string? Password { get; } = password;

    /// <summary>What the next messages meet.</summary>
    public ConcurrentQueue<SendFault> Faults { get; } = [];

    /// <summary>Whether a session of the program is open.</summary>
    public bool IsSignedIn => _connection is not null;

    /// <summary>Somebody the account knows; without an id they get the next free one.</summary>
    public SimulatedPerson AddPerson(string name, long? id = null) =>
        Add(new SimulatedPerson(simulator, this, id ?? simulator.NextNumber(), name, "userTypeRegular"));

    public SimulatedPerson AddBot(string name) => Add(new SimulatedPerson(simulator, this, simulator.NextNumber(), name, "userTypeBot"));

    /// <summary>Telegram's own account, which writes sign-in codes.</summary>
    public SimulatedPerson AddTelegram() => Add(new SimulatedPerson(simulator, this, 777000, "Telegram", "userTypeRegular"));

    /// <summary>The account's phone scans a link.</summary>
    public void Scan(string link)
    {
        lock (simulator.Gate)
        {
            simulator.Links[link].Welcome(this);
        }
    }

    /// <summary>The account's owner ends the program's session from their phone.</summary>
    public void EndOtherSessions()
    {
        lock (simulator.Gate)
        {
            _connection?.ThrowOut();
        }
    }

    public void SetConnection(string state)
    {
        lock (simulator.Gate)
        {
            _connection?.SetConnection(state);
        }
    }

    /// <summary>Says at last what became of messages that met <see cref="SendFault.Silence"/>.</summary>
    public void BreakSilence()
    {
        lock (simulator.Gate)
        {
            _silenced.ForEach(end => end());
            _silenced.Clear();
        }
    }

    public byte[] FileOf(long file) => _files[file];

    internal void Join(TdConnection connection)
    {
        _connection = connection;
        foreach (var person in _people.Values)
        {
            Tell(person.AsUpdate());
        }
    }

    internal void Leave(TdConnection connection) => _connection = _connection == connection ? null : _connection;

    internal void Tell(JsonObject update) => _connection?.Update(update);

    internal JsonObject Keep(byte[] content)
    {
        var file = simulator.NextNumber();
        _files[file] = content;
        return Td.File(file, content.Length, "");
    }

    internal JsonObject Answer(JsonObject request, TdConnection connection)
    {
        var chat = _people.GetValueOrDefault((long?)request["chat_id"] ?? 0);
        return (string)request["@type"]! switch
        {
            "getMe" => new JsonObject { ["@type"] = "user", ["id"] = Id },
            "loadChats" => Td.Error(404, "Not Found"),
            "getChats" => Chats(request["chat_list"]),
            "createPrivateChat" => Td.Error(400, "User not found"),
            "downloadFile" => Download((long)request["file_id"]!, connection),
            "deleteFile" or "setOption" => Td.Of("ok"),
            _ when chat is null => Td.Error(400, "Chat not found"),
            "sendMessage" => Send(chat, request),
            _ => chat.Answer(request),
        };
    }

    /// <summary>What becomes of a message, behind the answer with its temporary id.</summary>
    internal void Finish(JsonObject answer)
    {
        var (chat, temporary) = (_people[(long)answer["chat_id"]!], (long)answer["id"]!);
        _faulty.TryRemove(temporary, out var fault);
        if (fault is SendFault.Refusal refusal)
        {
            var failed = new JsonObject { ["@type"] = "updateMessageSendFailed", ["old_message_id"] = temporary };
            failed["message"] = Bare(answer);
            failed["error"] = Td.Error(refusal.Code, refusal.Message);
            Tell(failed);
            return;
        }

        var sent = Bare(answer);
        sent.Remove("sending_state");
        sent["id"] = simulator.NextNumber() << 20;
        chat.Put(sent);
        var update = new JsonObject { ["@type"] = "updateMessageSendSucceeded", ["message"] = sent.DeepClone(), ["old_message_id"] = temporary };
        if (fault is SendFault.Silence)
        {
            _silenced.Add(() => Tell(update));
        }
        else
        {
            Tell(update);
        }
    }

    private SimulatedPerson Add(SimulatedPerson person)
    {
        lock (simulator.Gate)
        {
            _people[person.Id] = person;
            Tell(person.AsUpdate());
        }

        return person;
    }

    private JsonObject Chats(JsonNode? list)
    {
        var isMain = (string?)list?["@type"] == "chatListMain";
        return new JsonObject
        {
            ["@type"] = "chats", ["chat_ids"] = new JsonArray([.. isMain ? _people.Keys.Select(key => (JsonNode)key) : []]),
        };
    }

    private JsonObject Download(long file, TdConnection connection)
    {
        if (!_files.TryGetValue(file, out var content))
        {
            return Td.Error(400, "Invalid file identifier");
        }

        var path = Path.Combine(Directory.CreateDirectory(connection.Files).FullName, $"{file}.bin");
        File.WriteAllBytes(path, content);
        return Td.File(file, content.Length, path);
    }

    private JsonObject Send(SimulatedPerson chat, JsonObject request)
    {
        var content = Td.Sent((JsonObject)request["input_message_content"]!, file => Keep(File.ReadAllBytes((string)file["path"]!)));
        var message = chat.Message(content, isOutgoing: true, (long?)request["reply_to"]?["message_id"]);
        message["id"] = (simulator.NextNumber() << 20) + 1;
        message["sending_state"] = Td.Of("messageSendingStatePending");
        if (Faults.TryDequeue(out var fault))
        {
            _faulty[(long)message["id"]!] = fault;
        }

        Tell(new JsonObject { ["@type"] = "updateNewMessage", ["message"] = message.DeepClone() });
        return message;
    }

    private static JsonObject Bare(JsonObject answer)
    {
        var message = (JsonObject)answer.DeepClone();
        message.Remove("@extra");
        message.Remove("@client_id");
        return message;
    }
}
