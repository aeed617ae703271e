using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>The kinds of live event; the numbers are stored.</summary>
public enum LiveType
{
    /// <summary>A new entry in a conversation.</summary>
    MessageCreated = 1,

    /// <summary>An entry changed: its state, content or reactions.</summary>
    MessageUpdated = 2,

    /// <summary>Somebody new wrote.</summary>
    ConversationCreated = 3,

    /// <summary>Anything of a conversation changed.</summary>
    ConversationUpdated = 4,

    /// <summary>An operator holds it now.</summary>
    ConversationClaimed = 5,

    /// <summary>Nobody holds it now.</summary>
    ConversationReleased = 6,

    /// <summary>A person's name or details changed.</summary>
    ContactUpdated = 7,

    /// <summary>A channel was created, changed, connected or lost.</summary>
    ChannelUpdated = 8,

    /// <summary>Somebody is typing. Not stored.</summary>
    Typing = 9,

    /// <summary>A broadcast went on.</summary>
    BroadcastProgress = 10,

    /// <summary>An operator came, went or is away. Not stored.</summary>
    OperatorPresence = 11,

    /// <summary>Who looks at a conversation or writes in it. Not stored.</summary>
    ConversationViewers = 12,

    /// <summary>What waits to be sent in a conversation changed.</summary>
    ScheduleChanged = 20,
}

/// <summary>
/// A change to push. <paramref name="Subject"/> is the id of the thing; <paramref name="Body"/> is what goes out as <c>data</c>
/// now, while a later replay reads the thing as it then stands.
/// </summary>
public sealed record LiveChange(LiveType Type, Guid Subject, object Body)
{
    /// <summary>A new entry.</summary>
    public static LiveChange MessageCreated(MessageBody message) => new(LiveType.MessageCreated, message.Id.Value, message);

    /// <summary>A changed entry.</summary>
    public static LiveChange MessageUpdated(MessageBody message) => new(LiveType.MessageUpdated, message.Id.Value, message);

    /// <summary>A new conversation.</summary>
    public static LiveChange ConversationCreated(ConversationBody conversation) =>
        new(LiveType.ConversationCreated, conversation.Id.Value, conversation);

    /// <summary>A changed conversation.</summary>
    public static LiveChange ConversationUpdated(ConversationBody conversation) =>
        new(LiveType.ConversationUpdated, conversation.Id.Value, conversation);

    /// <summary>Somebody took it.</summary>
    public static LiveChange ConversationClaimed(ConversationId id, ClaimBody claim) =>
        new(LiveType.ConversationClaimed, id.Value, new ClaimChangeBody(id, claim));

    /// <summary>It is free.</summary>
    public static LiveChange ConversationReleased(ConversationId id) =>
        new(LiveType.ConversationReleased, id.Value, new ClaimChangeBody(id, null));

    /// <summary>Something for later was written, changed, sent or could not be.</summary>
    public static LiveChange ScheduleChanged(ConversationId id) =>
        new(LiveType.ScheduleChanged, id.Value, new ScheduleChangedBody(id));

    /// <summary>A changed contact.</summary>
    public static LiveChange ContactUpdated(ContactBody contact) => new(LiveType.ContactUpdated, contact.Id.Value, contact);

    /// <summary>A changed channel. Goes to operators too, so without its settings.</summary>
    public static LiveChange ChannelUpdated(ChannelSummaryBody channel) => new(LiveType.ChannelUpdated, channel.Id.Value, channel);
}

/// <summary><c>data</c> of claimed and released.</summary>
public sealed record ClaimChangeBody(ConversationId ConversationId, ClaimBody? Claim);

/// <summary><c>data</c> of schedule.changed: the list is to be read again.</summary>
public sealed record ScheduleChangedBody(ConversationId ConversationId);
