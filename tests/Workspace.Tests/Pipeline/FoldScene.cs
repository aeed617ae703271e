using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Tests.Delivery;

namespace Rozmova.Workspace.Tests.Pipeline;

/// <summary>One channel, one chat, and a store in memory: applies events as the pipeline does, batch by batch.</summary>
internal sealed class FoldScene
{
    public const string Chat = "55";

    private readonly LiveChannel _channel;
    private readonly DateTimeOffset _start;
    private InboundChat? _chat;
    private readonly Dictionary<MessageKey, EarlyChange> _early = [];

    public FoldScene()
    {
        _start = Clock.GetUtcNow();
        var id = new ChannelId(Guid.CreateVersion7(Clock.GetUtcNow()));
        var row = new Channel
        {
            Id = id,
            Platform = "scripted",
            Name = "Bot",
            Settings = new JsonObject(),
            CreatedAt = Clock.GetUtcNow(),
            UpdatedAt = Clock.GetUtcNow(),
        };
        _channel = new LiveChannel(row, new ScriptedPlatform(Clock), new ChannelConnection(id, "scripted", FrozenDictionary<string, object>.Empty, null));
    }

    public TestClock Clock { get; } = new();

    /// <summary>All entries, as stored.</summary>
    public Dictionary<MessageKey, Message> Messages { get; } = [];

    /// <summary>Everything pushed, batch after batch.</summary>
    public List<LiveChange> Pushed { get; } = [];

    public Conversation Conversation => _chat!.Conversation;

    /// <summary>The texts in reading order.</summary>
    public IEnumerable<string?> Reading => Messages.Values.OrderBy(message => message.Order).ThenBy(message => message.Seq).Select(message => message.Content.Words());

    public int Waiting => _early.Count;

    /// <summary>Applies the events as one batch that reaches us now.</summary>
    public void Apply(params InboundEvent[] events)
    {
        InboundEntry[] entries = [.. events.Select(item => new InboundEntry(_channel, item, Clock.GetUtcNow()))];
        var query = InboundEntry.QueryFor(entries);
        var fold = new InboundFold(
            new InboundState(
                _chat is null ? [] : new() { [new ChatKey(_channel.Row.Id, Chat)] = _chat },
                Messages.Where(pair => query.Keys.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value.Id),
                Messages.Where(pair => query.Targets.ContainsKey(pair.Key)).ToDictionary(),
                _early.Values.Where(early => query.Keys.Contains(early.Key)).ToLookup(early => early.Key)),
            Clock,
            new RelayedMessages(new MemoryRelay(Options.Create(new RelayOptions()), Clock), new RelayDesks(new DeskDirectory(), new ChannelDirectory())));
        foreach (var entry in entries)
        {
            fold.Apply(entry);
        }

        Keep(fold.Changes());
        Pushed.AddRange(fold.LiveChanges());
    }

    /// <summary>Our answer, as posting stores it: right behind everything there is.</summary>
    public void Answer(string text)
    {
        var conversation = Conversation;
        var id = new PlatformMessageId($"out-{conversation.LastSeq}");
        var message = new Message
        {
            Id = new MessageId(Guid.CreateVersion7(Clock.GetUtcNow())),
            ConversationId = conversation.Id,
            ChannelId = conversation.ChannelId,
            Seq = conversation.LastSeq + 1,
            Order = conversation.Newest,
            Direction = MessageDirection.Outbound,
            Author = new Author(AuthorKind.Operator, null, "Operator"),
            Content = new MessageContent.Text(text),
            Status = MessageStatus.Sent,
            PlatformId = id,
            CreatedAt = Clock.GetUtcNow(),
        };
        Messages[new MessageKey(conversation.ChannelId, id.Key)] = message;
        _chat = _chat! with { Conversation = conversation with { LastSeq = message.Seq, WaitingSince = null, Unread = 0 } };
    }

    public InboundEvent.MessageReceived Text(string id, string text, int second, string name = "Олена") => new()
    {
        Chat = Chat,
        Id = new PlatformMessageId(id),
        From = new Profile { Name = name },
        SentAt = At(second),
        Content = new MessageContent.Text(text),
    };

    public InboundEvent.MessageEdited Edit(string id, string text, int sent, int edited) => new()
    {
        Chat = Chat,
        Id = new PlatformMessageId(id),
        From = new Profile { Name = "Олена" },
        SentAt = At(sent),
        EditedAt = At(edited),
        Content = new MessageContent.Text(text),
    };

    /// <summary>The platform's time, counted from the scene's beginning.</summary>
    public DateTimeOffset At(int second) => _start.AddSeconds(second);

    private void Keep(InboundChanges changes)
    {
        _chat = changes.NewChats.Concat(changes.ChangedChats).LastOrDefault() ?? _chat;
        foreach (var message in changes.NewMessages.Concat(changes.ChangedMessages))
        {
            Messages[new MessageKey(message.ChannelId, message.PlatformId!.Value.Key)] = message;
        }

        foreach (var early in changes.Early)
        {
            _early[early.Key] = early;
        }

        foreach (var key in changes.EarlyDone)
        {
            _early.Remove(key);
        }
    }
}
