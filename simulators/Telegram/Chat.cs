namespace Rozmova.Simulators.Telegram;

/// <summary>What a customer's phone shows: the messages of both sides, the keyboard, and what the bot did besides.</summary>
internal sealed class Chat(int capacity)
{
    private readonly SortedDictionary<int, ChatMessage> _messages = [];
    private readonly List<ChatAction> _actions = [];
    private readonly List<CallbackAnswer> _callbackAnswers = [];

    /// <summary>Held while a message is both kept and published, so that ids, history and updates agree on the order.</summary>
    public Lock Gate { get; } = new();

    public Signal Changed { get; } = new();

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    public ReplyKeyboard? Keyboard { get; private set; }

    public bool IsBlocked { get; private set; }

    public IReadOnlyList<ChatMessage> Messages => Read(() => _messages.Values.ToList());

    public IReadOnlyList<ChatAction> Actions => Read(() => _actions.ToList());

    public IReadOnlyList<CallbackAnswer> CallbackAnswers => Read(() => _callbackAnswers.ToList());

    public ChatMessage? Find(int messageId) => Read(() => _messages.GetValueOrDefault(messageId));

    public ChatMessage Put(ChatMessage message)
    {
        lock (Gate)
        {
            var stored = message with { Version = ++Version };
            _messages[message.Id] = stored;
            if (_messages.Count > capacity)
            {
                _messages.Remove(_messages.Keys.First());
            }

            Changed.Pulse();
            return stored;
        }
    }

    public void Show(ReplyKeyboard? keyboard) => Change(() => Keyboard = keyboard);

    public void Block(bool blocked) => Change(() => IsBlocked = blocked);

    public void Add(ChatAction action) => Change(() => Keep(_actions, action));

    public void Add(CallbackAnswer answer) => Change(() => Keep(_callbackAnswers, answer));

    private void Keep<T>(List<T> items, T item)
    {
        items.Add(item);
        if (items.Count > capacity)
        {
            items.RemoveAt(0);
        }
    }

    private void Change(Action change)
    {
        lock (Gate)
        {
            change();
            Version++;
            Changed.Pulse();
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }
}

/// <summary>"typing", "upload_photo" and the like.</summary>
public sealed record ChatAction(string Action, DateTimeOffset At);

/// <summary>What the bot said after a button was pressed.</summary>
public sealed record CallbackAnswer(string CallbackQueryId, string? Text, bool ShowAlert, DateTimeOffset At)
{
    /// <summary>The address the person's app opens instead.</summary>
    public string? Url { get; init; }
}

/// <summary>The keys a bot shows instead of the customer's keyboard.</summary>
public sealed record ReplyKeyboard(IReadOnlyList<IReadOnlyList<ReplyKey>> Rows, bool OneTime);

public sealed record ReplyKey(string Text, bool RequestsContact, bool RequestsLocation);
