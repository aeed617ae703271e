using System.Text.Json.Serialization;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>A conversation as the API and the live feed show it.</summary>
public sealed record ConversationBody(
    ConversationId Id, ConversationChannelBody Channel, ConversationContactBody Contact, ConversationStatus Status, ClaimBody? Claim,
    int Unread, IReadOnlyList<string> Labels, MessageBody? LastMessage, DateTimeOffset? WindowClosesAt, DateTimeOffset? SnoozedUntil,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? WaitingSince)
{
    /// <summary>The identity by the platform's id, for whoever follows one chat inside the program. Not shown.</summary>
    [JsonIgnore]
    public string Chat { get; init; } = "";

    /// <summary>In answers to a search: the newest message with the words looked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MessageBody? Match { get; init; }
}

/// <summary>The channel of a conversation.</summary>
public sealed record ConversationChannelBody(ChannelId Id, string Platform, string Name);

/// <summary>The contact of a conversation.</summary>
public sealed record ConversationContactBody(ContactId Id, string? Name, string? AvatarUrl);

/// <summary>Who holds a conversation and until when.</summary>
public sealed record ClaimBody(OperatorId OperatorId, string Name, DateTimeOffset Until);

/// <summary>A message as the API and the live feed show it.</summary>
public sealed record MessageBody(
    MessageId Id, ConversationId ConversationId, long Seq, MessageDirection Direction, AuthorBody Author, ContentBody Content,
    MessageId? ReplyTo, string? PlatformMessageId, MessageStatus? Status, SendError? Error, DateTimeOffset? SentAt,
    DateTimeOffset CreatedAt, bool Late, DateTimeOffset? EditedAt, DateTimeOffset? DeletedAt, IReadOnlyList<Reaction> Reactions);

/// <summary>Who made an entry.</summary>
public sealed record AuthorBody(AuthorKind Kind, Guid? Id, string? Name);

/// <summary>Content in the contract's flat shape, also what requests carry.</summary>
public sealed record ContentBody
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    public MediaId? MediaId { get; init; }

    public string? MimeType { get; init; }

    public string? FileName { get; init; }

    public long? Size { get; init; }

    public MediaState? Media { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<ButtonBody>? Buttons { get; init; }

    public string? Key { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string>? Parameters { get; init; }

    public bool Withheld { get; init; }

    /// <summary>Names the type only: a record prints its members, and these are a customer's words.</summary>
    public override string ToString() => $"{nameof(ContentBody)} {Type}";
}

/// <summary>A button as the API shows it.</summary>
public sealed record ButtonBody(string? Text, string? Key = null, string? Url = null, string? Request = null);
