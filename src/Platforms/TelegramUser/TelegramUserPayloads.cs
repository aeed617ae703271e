using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>One update as a session hands it over: TDLib's, with what <see cref="SessionUpdates"/> added.</summary>
internal sealed record TdUpdate
{
    [JsonPropertyName("@type")]
    public string Type { get; init; } = "";

    public TdMessage? Message { get; init; }

    /// <summary>Added: the person of the chat.</summary>
    public TdUser? User { get; init; }

    public long ChatId { get; init; }

    public long MessageId { get; init; }

    public long[] MessageIds { get; init; } = [];

    public long LastReadOutboxMessageId { get; init; }

    public TdInteraction? InteractionInfo { get; init; }

    /// <summary>Added: when the message that was read was sent (seconds), or when the reaction came (milliseconds).</summary>
    public long Date { get; init; }

    /// <summary>Added: our id of a message that was given up as unknown.</summary>
    public Guid? OurMessage { get; init; }
}

internal sealed record TdMessage
{
    public long Id { get; init; }

    public long ChatId { get; init; }

    public bool IsOutgoing { get; init; }

    public long Date { get; init; }

    public long EditDate { get; init; }

    public TdReply? ReplyTo { get; init; }

    public JsonElement Content { get; init; }
}

internal sealed record TdReply(long ChatId, long MessageId);

/// <summary>A person, as much as we need to know.</summary>
internal sealed record TdUser
{
    public long Id { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? PhoneNumber { get; init; }

    public TdUsernames? Usernames { get; init; }

    public TdType? Type { get; init; }

    [JsonIgnore]
    public bool IsBot => Type?.Name == "userTypeBot";
}

internal sealed record TdUsernames(string[] ActiveUsernames);

internal sealed record TdType([property: JsonPropertyName("@type")] string Name)
{
    public string? Emoji { get; init; }
}

internal sealed record TdInteraction(TdReactions? Reactions);

internal sealed record TdReactions(TdReaction[] Reactions);

internal sealed record TdReaction(TdType Type, int TotalCount, bool IsChosen);
