using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>A group of people with one bot in it. Its messages have numbers of their own.</summary>
public sealed class Group : IRecipient
{
    private readonly Chat _chat;
    private int _lastMessageId;

    internal Group(BotAccount bot, long id, string title)
    {
        Bot = bot;
        Id = id;
        Title = title;
        _chat = new Chat(bot.Options.MessagesPerChat);
        _lastMessageId = bot.Options.FirstNumber;
    }

    public BotAccount Bot { get; }

    /// <summary>Below zero, as all groups' ids.</summary>
    public long Id { get; }

    public string Title { get; }

    /// <summary>Whether the bot reads everything; else, as bots usually, only commands and replies to it.</summary>
    public bool BotReadsAll { get; set; }

    public bool IsBotRemoved { get; set; }

    /// <summary>The supergroup it became.</summary>
    public Group? MovedTo { get; private set; }

    /// <summary>Everything written, oldest first, deleted ones included.</summary>
    public IReadOnlyList<ChatMessage> Messages => _chat.Messages;

    public IReadOnlyList<ChatMessage> BotMessages => [.. _chat.Messages.Where(message => message.FromBot)];

    Chat IRecipient.Chat => _chat;

    internal Chat Chat => _chat;

    /// <summary>Waits until a message of the bot, new, edited or deleted, is as wanted.</summary>
    public Task<ChatMessage> WaitForMessageAsync(Func<ChatMessage, bool> predicate, CancellationToken cancellationToken) =>
        _chat.Changed.FindAsync(() => BotMessages.FirstOrDefault(predicate), cancellationToken);

    /// <summary>A member writes; the bot hears of it only where it may read.</summary>
    public Update? Write(Customer member, string text, int? replyTo = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        lock (_chat.Gate)
        {
            var replied = replyTo is { } id ? _chat.Find(id) : null;
            var message = NewMessage(member.ToUserJson(), Bot.Time.GetUtcNow());
            if (replied is not null)
            {
                message["reply_to_message"] = Customer.Quote(replied);
            }

            message["text"] = text;
            var kept = Keep(message, fromBot: false);
            return BotReadsAll || text.StartsWith('/') || replied is { FromBot: true }
                ? Bot.Publish(new NewUpdate("message", ChatOrder, message) { MessageId = kept.Id })
                : null;
        }
    }

    /// <summary>A member presses a button under a message, found by its label or its data. The answer is shown to them alone.</summary>
    public Update Press(Customer member, int messageId, string labelOrData)
    {
        ArgumentNullException.ThrowIfNull(member);
        var message = _chat.Find(messageId) ?? throw new InvalidOperationException($"There is no message {messageId} in this group.");
        return member.Press(message, labelOrData);
    }

    /// <summary>Telegram makes a supergroup of it: a chat of another id, and the bot is told of both.</summary>
    public Group Upgrade()
    {
        lock (_chat.Gate)
        {
            MovedTo = Bot.AddGroup(Title);
            var message = NewMessage(Bot.ToUserJson(), Bot.Time.GetUtcNow());
            message["migrate_to_chat_id"] = MovedTo.Id;
            Bot.Publish(new NewUpdate("message", ChatOrder, message));
            return MovedTo;
        }
    }

    void IRecipient.RefuseUnreachable()
    {
        if (MovedTo is { } group)
        {
            throw new RefusedCallException(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateTo = group.Id };
        }

        if (IsBotRemoved)
        {
            throw new RefusedCallException(403, "Forbidden: bot was kicked from the supergroup chat");
        }
    }

    JsonObject IRecipient.NewBotMessage(DateTimeOffset now) => NewMessage(Bot.ToUserJson(), now);

    private string ChatOrder => $"chat:{Id}";

    private JsonObject NewMessage(JsonObject from, DateTimeOffset now) => new()
    {
        ["message_id"] = Interlocked.Increment(ref _lastMessageId),
        ["from"] = from,
        ["chat"] = new JsonObject { ["id"] = Id, ["type"] = "supergroup", ["title"] = Title },
        ["date"] = now.ToUnixTimeSeconds(),
    };

    private ChatMessage Keep(JsonObject message, bool fromBot) => _chat.Put(new ChatMessage
    {
        Id = (int)message["message_id"]!,
        FromBot = fromBot,
        Date = Bot.Time.GetUtcNow(),
        Json = message,
    });
}
