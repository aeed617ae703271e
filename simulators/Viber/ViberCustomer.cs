using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>One message in a chat, as the API spells it.</summary>
public sealed record ViberMessage(long Token, bool FromBot, DateTimeOffset Date, JsonObject Json)
{
    /// <summary>text, picture, rich_media, …; a bot's bare keyboard has none.</summary>
    public string? Type => (string?)Json["type"];

    public string? Text => (string?)Json["text"];

    public string? Media => (string?)Json["media"];
}

/// <summary>A person in a chat with one bot; a test or the demo plays the part. What they do is in ViberCustomer.Acts.cs.</summary>
public sealed partial class ViberCustomer
{
    private readonly Lock _gate = new();
    private readonly List<ViberMessage> _messages = [];
    private readonly Signal _changed = new();

    internal ViberCustomer(ViberBot bot, string id, string name)
    {
        Bot = bot;
        Id = id;
        Name = name;
    }

    public ViberBot Bot { get; }

    /// <summary>Opaque, with the letters that need escaping in addresses.</summary>
    public string Id { get; }

    public string Name { get; set; }

    public string? Avatar { get; set; }

    public string Language { get; set; } = "uk";

    /// <summary>The newest level of the API this person's phone knows.</summary>
    public int ApiVersion { get; set; } = 10;

    public bool IsSubscribed { get; private set; }

    /// <summary>The account is gone.</summary>
    public bool IsUnregistered { get; set; }

    /// <summary>Both sides, oldest first.</summary>
    public IReadOnlyList<ViberMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<ViberMessage> BotMessages => [.. Messages.Where(message => message.FromBot)];

    /// <summary>The keyboard below the chat: the one that came with the newest message.</summary>
    public JsonObject? Keyboard => BotMessages is [.., var newest] ? newest.Json["keyboard"] as JsonObject : null;

    internal int UnansweredMessages { get; private set; }

    internal Queue<DateTimeOffset> Lookups { get; } = [];

    /// <summary>Waits until a message of the bot is as wanted.</summary>
    public Task<ViberMessage> WaitForMessageAsync(Func<ViberMessage, bool> predicate, CancellationToken cancellationToken) =>
        _changed.FindAsync(() => BotMessages.FirstOrDefault(predicate), cancellationToken);

    /// <summary>A message of the bot appears on the phone.</summary>
    internal void Put(JsonObject json, long token)
    {
        lock (_gate)
        {
            UnansweredMessages++;
            _messages.Add(new ViberMessage(token, FromBot: true, Bot.Time.GetUtcNow(), json.DeepClone().AsObject()));
        }

        _changed.Pulse();
    }

    internal JsonObject ToJson(bool withName, bool withPhoto) => new()
    {
        ["id"] = Id,
        ["name"] = withName ? Name : "Subscriber",
        ["avatar"] = withPhoto ? Avatar : null,
        ["language"] = Language,
        ["country"] = "UA",
        ["api_version"] = ApiVersion,
    };

    private JsonObject ToJson() => ToJson(Bot.Webhook?.SendName ?? false, Bot.Webhook?.SendPhoto ?? false);
}
