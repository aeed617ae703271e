using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Pipeline;

/// <summary>
/// Applies a batch of events, in order, to what the store knew: pure, so it can be tested and repeated. What changes existing
/// messages is in <c>InboundFold.Changes.cs</c>, what is told of our own in <c>InboundFold.Own.cs</c>, a conversation meanwhile in
/// <c>InboundFold.Entry.cs</c>, what passes through memory in <c>InboundFold.Withheld.cs</c>. HOT: measured by the intake benchmark.
/// </summary>
internal sealed partial class InboundFold(InboundState state, TimeProvider time, RelayedMessages relayed)
{
    /// <summary>A platform's clock may run ahead of ours by this much; beyond it we do not believe it.</summary>
    private static readonly TimeSpan BelievableLead = TimeSpan.FromHours(1);

    private readonly Dictionary<ChatKey, Entry> _chats = [];
    private readonly Dictionary<MessageKey, Message> _new = [];
    private readonly Dictionary<MessageId, Message> _changed = [];
    private readonly List<InboundMedia> _media = [];
    private readonly List<EarlyChange> _early = [];
    private readonly List<MessageKey> _earlyDone = [];
    private readonly List<LiveChange> _messageChanges = [];

    /// <summary>Presses to answer once this is stored.</summary>
    public List<(ChannelId Channel, string Key)> Acknowledgements { get; } = [];

    /// <summary>Conversations whose customer is typing.</summary>
    public List<ConversationId> Typing { get; } = [];

    /// <summary>Chats of people whose name the platform has not told; it may when asked.</summary>
    public IEnumerable<Conversation> Strangers => _chats.Values.Where(entry => entry.IsStranger).Select(entry => entry.Conversation);

    /// <summary>Chats of people whose picture we do not have, with what the platform told of them: where it is.</summary>
    public IEnumerable<(Conversation Conversation, Profile Told)> Pictured => _chats.Values
        .Where(entry => !entry.IsStranger && entry.Pictured is not null).Select(entry => (entry.Conversation, entry.Pictured!));

    /// <summary>Files to fetch once this is stored.</summary>
    public IEnumerable<MediaId> Files => _media.Select(media => media.Id);

    /// <summary>Files of messages that were taken back.</summary>
    public List<MediaId> GoneFiles { get; } = [];

    public void Apply(InboundEntry entry)
    {
        switch (entry.Event)
        {
            case InboundEvent.MessageReceived message:
                Receive(entry, message);
                break;
            case InboundEvent.MessageEdited edited:
                Edit(entry, edited);
                break;
            case InboundEvent.MessageDeleted deleted:
                Delete(entry, deleted);
                break;
            case InboundEvent.ReactionsChanged reacted:
                Change(entry, reacted.Id, reacted.At, reacted.Own);
                break;
            case InboundEvent.DeliveryReported reported:
                Change(entry, reported.Id, entry.ReceivedAt, reported.Own);
                break;
            case InboundEvent.MessageEchoed echoed:
                Echo(entry, echoed);
                break;
            case InboundEvent.SendConfirmed confirmed:
                Confirm(entry, confirmed);
                break;
            case InboundEvent.WatermarkReported passed:
                Pass(entry, passed);
                break;
            case InboundEvent.ContactEvent happened:
                Note(entry, happened);
                break;
            case InboundEvent.Typing when state.Chats.TryGetValue(entry.ChatKey, out var chat):
                Typing.Add(chat.Conversation.Id);
                break;
            default:
                break; // typing of a stranger; moves were made before the batch was loaded
        }
    }

    /// <summary>Everything to write.</summary>
    public InboundChanges Changes() => new()
    {
        NewChats = [.. _chats.Values.Where(entry => entry.IsNew).Select(entry => entry.Chat)],
        ChangedChats = [.. _chats.Values.Where(entry => !entry.IsNew && entry.Changed).Select(entry => entry.Chat)],
        RenamedChats = [.. _chats.Values.Where(entry => !entry.IsNew && entry.Renamed).Select(entry => entry.Chat)],
        BlockedChats = [.. _chats.Values.Where(entry => !entry.IsNew && entry.BlockedChanged).Select(entry => entry.Chat)],
        NewMessages = _new.Values,
        ChangedMessages = _changed.Values,
        Media = _media,
        Early = _early,
        EarlyDone = _earlyDone,
        Arrived = _arrived,
    };

    /// <summary>
    /// Everything to push: new conversations, then messages in order, then changed conversations, each once however much happened in it.
    /// </summary>
    public IEnumerable<LiveChange> LiveChanges() =>
        _chats.Values.Where(entry => entry.IsNew).Select(entry => LiveChange.ConversationCreated(Body(entry)))
            .Concat(_messageChanges)
            .Concat(_chats.Values.Where(entry => !entry.IsNew && entry.Changed).Select(entry => LiveChange.ConversationUpdated(Body(entry))));

    /// <summary>Newest messages that changed conversations show and this batch did not bring.</summary>
    public IEnumerable<MessageId> LastWanted() => _chats.Values
        .Where(entry => entry.Last is null && entry.Conversation.LastMessageId is not null)
        .Select(entry => entry.Conversation.LastMessageId!.Value);

    /// <summary>Answers <see cref="LastWanted"/>.</summary>
    public void SupplyLast(Message message)
    {
        foreach (var entry in _chats.Values.Where(entry => entry.Conversation.LastMessageId == message.Id))
        {
            entry.Show(message, message.ToBody());
        }
    }

    private void Receive(InboundEntry entry, InboundEvent.MessageReceived received)
    {
        if (received.AcknowledgeKey is { } press)
        {
            Acknowledgements.Add((entry.Channel.Row.Id, press)); // again for a repeat: the first answer may have been lost
        }

        var key = entry.KeyOf(received.Id);
        if (IdOf(key) is { } known)
        {
            Repeat(known, key, received.Content);
            return;
        }

        var chat = ChatOf(entry, received.From);
        var message = Place(
            entry, chat, received.Id, received.From, (received.SentAt, received.Sequence), received.Content, received.ReplyTo);
        if (received.IsHistory)
        {
            Remember(chat, key, message);
        }
        else
        {
            Add(entry, chat, key, Press(message, received.Content, chat.Choices) is { } choice ? message with { Content = choice } : message);
        }

        if (received.Id.Whole is { } whole)
        {
            ApplyWaiting(entry.KeyOf(whole), message.Id, change => change is InboundEvent.MessageDeleted);
        }
    }

    /// <summary>What was written before there was a choice is none, nor what answers another message.</summary>
    private static MessageContent.Menu? Press(Message message, MessageContent content, NumberedChoices? choices) =>
        choices is null || message.Order < choices.Order || (message.ReplyTo is { } replied && replied != choices.Message)
            ? null
            : TypedChoice.Of(content, choices);

    private void Note(InboundEntry entry, InboundEvent.ContactEvent happened)
    {
        var key = entry.KeyOf(happened.Id);
        if (IdOf(key) is not null)
        {
            return;
        }

        var chat = ChatOf(entry, happened.From);
        var conversation = chat.Conversation;
        var message = NewMessage(entry, conversation, happened.Id, conversation.Newest) with
        {
            Direction = MessageDirection.Event,
            Author = new Author(AuthorKind.Contact, conversation.ContactId.Value, NameOf(entry, conversation, happened.From)),
            Content = ContactSentences.Of(happened),
            SentAt = happened.At,
        };
        chat.Conversation = conversation with
        {
            LastSeq = message.Seq,
            Blocked = ContactSentences.Blocks(happened.Kind) ?? conversation.Blocked,
            UpdatedAt = entry.ReceivedAt,
        };
        Store(key, message);
    }

    private void Add(InboundEntry entry, Entry chat, MessageKey key, Message message)
    {
        var conversation = chat.Conversation;
        var writtenAt = message.SentAt ?? entry.ReceivedAt;
        chat.Conversation = conversation with
        {
            LastSeq = message.Seq,
            Newest = message.Order > conversation.Newest ? message.Order : conversation.Newest,
            LastMessageId = message.Late ? conversation.LastMessageId : message.Id,
            LastInboundAt = conversation.LastInboundAt > writtenAt ? conversation.LastInboundAt : writtenAt,
            Unread = conversation.Unread + 1,
            Status = ConversationStatus.Open,
            SnoozedUntil = null,
            WaitingSince = conversation.WaitingSince ?? entry.ReceivedAt,
            Blocked = false,
            UpdatedAt = entry.ReceivedAt,
        };
        var body = Store(key, message);
        if (!message.Late)
        {
            chat.Show(message, body);
        }

        ApplyWaiting(key, message.Id, _ => true);
    }

    /// <summary>A message in its place in its conversation: made whole at once, because there is one for every webhook.</summary>
    private Message Place(
        InboundEntry entry, Entry chat, PlatformMessageId id, Profile from, (DateTimeOffset? At, long Sequence) sent, MessageContent content,
        PlatformMessageId? replyTo)
    {
        var conversation = chat.Conversation;
        var order = OrderOf(sent.At, sent.Sequence, entry.ReceivedAt, conversation);
        var own = IdFor(entry, id);
        return new Message
        {
            Id = own,
            ConversationId = conversation.Id,
            ChannelId = entry.Channel.Row.Id,
            Seq = conversation.LastSeq + 1,
            Order = order,
            Direction = MessageDirection.Inbound,
            Author = new Author(AuthorKind.Contact, conversation.ContactId.Value, NameOf(entry, conversation, from)),
            Content = WithFile(entry, own, content),
            ReplyTo = replyTo is { } replied ? IdOf(entry.KeyOf(replied)) : null,
            PlatformId = id,
            Status = MessageStatus.Received,
            SentAt = sent.At,
            CreatedAt = entry.ReceivedAt,
            Late = order < conversation.Newest,
        };
    }

    private static ReadingOrder OrderOf(DateTimeOffset? sentAt, long sequence, DateTimeOffset receivedAt, Conversation conversation) => sentAt switch
    {
        // Without a time of its own it reads after everything that is there, like what we write ourselves.
        null => conversation.Newest,
        { } at when at > receivedAt + BelievableLead => new ReadingOrder(receivedAt, sequence),
        { } at => new ReadingOrder(at, sequence),
    };

    private static Message NewMessage(InboundEntry entry, Conversation conversation, PlatformMessageId id, ReadingOrder order) => new()
    {
        Id = IdFor(entry, id),
        ConversationId = conversation.Id,
        ChannelId = entry.Channel.Row.Id,
        Seq = conversation.LastSeq + 1,
        Order = order,
        Direction = MessageDirection.Inbound,
        Author = new Author(AuthorKind.System, null, null),
        Content = new MessageContent.Text(""),
        PlatformId = id,
        CreatedAt = entry.ReceivedAt,
    };

    private static MessageId IdFor(InboundEntry entry, PlatformMessageId id) =>
        new(StableId.Of(entry.ReceivedAt, "message", id.Key, entry.Channel.Row.Id));

    private MessageContent WithFile(InboundEntry entry, MessageId message, MessageContent content)
    {
        if (content is not MessageContent.Media { File: { Id: null, RemoteKey: not null } file } media)
        {
            return content;
        }

        var id = new MediaId(StableId.Of(entry.ReceivedAt, "media", message.ToString(), entry.Channel.Row.Id));
        var named = file with { FileName = FileName.Clean(file.FileName) };
        _media.Add(new InboundMedia(id, entry.Channel.Row.Id, message, named, entry.ReceivedAt));
        return media with { File = named with { Id = id } };
    }

    /// <summary>Returns what is pushed of it.</summary>
    private MessageBody Store(MessageKey key, Message message)
    {
        _new[key] = message;
        if (message.Content is MessageContent.Withheld)
        {
            Withheld.Add(message);
        }

        var body = message.ToBody();
        _messageChanges.Add(LiveChange.MessageCreated(body));
        return body;
    }

    private MessageId? IdOf(MessageKey key) =>
        _new.TryGetValue(key, out var added) ? added.Id
        : _confirmed.TryGetValue(key, out var confirmed) ? confirmed
        : state.Known.TryGetValue(key, out var known) ? known : null;

    private ConversationBody Body(Entry entry) => entry.Conversation.ToBody(
        entry.Channel.Body, entry.LastBody, entry.Channel.Platform.Capabilities.ReplyWindow, time.GetUtcNow());
}
