using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;

namespace Rozmova.Workspace.Pipeline;

/// <summary>What the platform tells of our own messages: sent by other means, sent after all, delivered or read up to a moment.</summary>
internal sealed partial class InboundFold
{
    private static readonly Profile Nobody = new();

    /// <summary>Ids this batch gave to messages of ours.</summary>
    private readonly Dictionary<MessageKey, MessageId> _confirmed = [];
    private readonly List<MessageId> _arrived = [];

    /// <summary>An answer given elsewhere counts as an answer, but takes nobody's place: it claims and reopens nothing.</summary>
    private void Echo(InboundEntry entry, InboundEvent.MessageEchoed echoed)
    {
        var key = entry.KeyOf(echoed.Id);
        if (IdOf(key) is { } known)
        {
            Repeat(known, key, echoed.Content);
            return;
        }

        if (FindUnanswered(entry, echoed) is { } ours)
        {
            Repeat(ours.Id, key, echoed.Content);
            Confirm(entry, ours, echoed.Id, echoed.SentAt);
            return;
        }

        var chat = ChatOf(entry, Nobody);
        var conversation = chat.Conversation;
        var order = echoed.SentAt is { } at && at < conversation.Newest.Time ? new ReadingOrder(at, long.MaxValue) : conversation.Newest;
        var message = NewMessage(entry, conversation, echoed.Id, order) with
        {
            Content = WithFile(entry, IdFor(entry, echoed.Id), echoed.Content),
            Direction = MessageDirection.Outbound,
            Author = new Author(AuthorKind.System, null, entry.Channel.Row.Name),
            ReplyTo = echoed.ReplyTo is { } replied ? IdOf(entry.KeyOf(replied)) : null,
            Status = MessageStatus.Sent,
            SentAt = echoed.SentAt ?? entry.ReceivedAt,
            Late = order < conversation.Newest,
        };
        chat.Conversation = conversation with
        {
            LastSeq = message.Seq,
            Status = echoed.IsHistory && conversation.LastSeq == 0 ? ConversationStatus.Closed : conversation.Status,
            UpdatedAt = entry.ReceivedAt,
        };
        var body = Store(key, message);
        if (!message.Late)
        {
            chat.Conversation = chat.Conversation with { LastMessageId = message.Id, Unread = 0, WaitingSince = null };
            chat.Show(message, body);
        }

        ApplyWaiting(key, message.Id, _ => true);
        ApplyWaiting(entry.ChatKey.Watermark, message.Id, _ => true);
    }

    private void Confirm(InboundEntry entry, InboundEvent.SendConfirmed confirmed)
    {
        if (state.Own.TryGetValue(confirmed.Message, out var message) && message.ConversationId == ConversationOf(entry))
        {
            Confirm(entry, Current(message), confirmed.Id, confirmed.SentAt);
        }
    }

    /// <summary>It arrived, whether or not we ever hear the answer: it is not sent again, and what waited for it is applied.</summary>
    private void Confirm(InboundEntry entry, Message message, PlatformMessageId id, DateTimeOffset? sentAt)
    {
        var key = entry.KeyOf(id);
        var status = MessageStates.Confirm(message.Status);
        var confirmed = message with
        {
            PlatformId = message.PlatformId ?? (IdOf(key) is null ? id : null), // an id another entry bears is not taken twice
            Status = status ?? message.Status,
            Error = status is null ? message.Error : null,
            SentAt = sentAt ?? message.SentAt ?? entry.ReceivedAt,
        };
        if (status is not null)
        {
            _arrived.Add(message.Id);
        }

        if (confirmed != message)
        {
            Replace(confirmed);
            if (confirmed.PlatformId == id)
            {
                _confirmed[key] = message.Id;
            }

            ApplyWaiting(key, message.Id, _ => true);
            ApplyWaiting(entry.ChatKey.Watermark, message.Id, _ => true);
        }
    }

    /// <summary>One that is being sent, or was sent just then by a clock that is not the platform's, finds the watermark waiting.</summary>
    private void Pass(InboundEntry entry, InboundEvent.WatermarkReported passed)
    {
        var conversation = ConversationOf(entry);
        Message[] sent =
        [
            .. state.Own.Values.Select(Current)
                .Concat(_new.Values.Where(added => added.Direction == MessageDirection.Outbound))
                .Where(message => message.ConversationId == conversation),
        ];
        foreach (var message in sent)
        {
            ApplyChange(message.Id, passed, passed.UpTo);
        }

        if (sent.Any(message => message.SentAt is null || message.SentAt > passed.UpTo))
        {
            _early.Add(new EarlyChange(entry.ChatKey.Watermark, passed, passed.UpTo, entry.ReceivedAt));
        }
    }

    /// <summary>
    /// A platform that does not say which of its echoes are ours shows our own message before we have heard its answer, or after an answer
    /// without an id. Then, what was written before ours is somebody else's.
    /// </summary>
    private Message? FindUnanswered(InboundEntry entry, InboundEvent.MessageEchoed echoed)
    {
        if (ConversationOf(entry) is not { } conversation || state.Own.Count == 0)
        {
            return null;
        }

        var content = SaidOf(entry, echoed);
        return state.Own.Values.Select(Current)
            .Where(message => message.ConversationId == conversation && message.PlatformId is null
                && (message.Status is MessageStatus.Sending or MessageStatus.Unknown || IsTaken(message, echoed.SentAt))
                && SayTheSame(Said(message), content))
            .MinBy(message => message.Seq);
    }

    private static bool IsTaken(Message message, DateTimeOffset? shownAt) =>
        message.Status is MessageStatus.Sent && !(shownAt < message.CreatedAt - InboundEntry.ClockDoubt);

    // Of two of which one is lost it is known only what kind they are.
    private static bool SayTheSame(MessageContent ours, MessageContent echoed) =>
        ours is MessageContent.Withheld || echoed is MessageContent.Withheld ? ours.TypeName() == echoed.TypeName()
        : (KindOf(ours) == KindOf(echoed) || IsSameFile(ours, echoed)) && ours.Words()?.Trim() == echoed.Words()?.Trim();

    /// <summary>Some platforms show every file of ours as nothing but a file.</summary>
    private static bool IsSameFile(MessageContent ours, MessageContent echoed) =>
        ours is MessageContent.Media { File.FileName: { } name }
        && echoed is MessageContent.Media { Kind: MediaKind.File, File.FileName: { } shown } && name == shown;

    /// <summary>Platforms that know no voice notes show ours as a sound.</summary>
    private static MediaKind? KindOf(MessageContent content) => content switch
    {
        MessageContent.Media { Kind: MediaKind.Voice } => MediaKind.Audio,
        MessageContent.Media media => media.Kind,
        _ => null,
    };

    private ConversationId? ConversationOf(InboundEntry entry) =>
        _chats.TryGetValue(entry.ChatKey, out var open) ? open.Conversation.Id
        : state.Chats.TryGetValue(entry.ChatKey, out var chat) ? chat.Conversation.Id : null;
}
