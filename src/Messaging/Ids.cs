using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Messaging;

/// <summary>An id of one kind of thing: a UUIDv7, so that ids sort by the time they were made.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The bare UUID, as it is stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored UUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>One connected account on a platform.</summary>
[JsonConverter(typeof(EntityIdConverter<ChannelId>))]
public readonly record struct ChannelId(Guid Value) : IEntityId<ChannelId>
{
    /// <inheritdoc/>
    public static ChannelId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A person on the customer's side.</summary>
[JsonConverter(typeof(EntityIdConverter<ContactId>))]
public readonly record struct ContactId(Guid Value) : IEntityId<ContactId>
{
    /// <inheritdoc/>
    public static ContactId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Everything between one identity and us.</summary>
[JsonConverter(typeof(EntityIdConverter<ConversationId>))]
public readonly record struct ConversationId(Guid Value) : IEntityId<ConversationId>
{
    /// <inheritdoc/>
    public static ConversationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>One entry of a conversation, ours: never the platform's id.</summary>
[JsonConverter(typeof(EntityIdConverter<MessageId>))]
public readonly record struct MessageId(Guid Value) : IEntityId<MessageId>
{
    /// <inheritdoc/>
    public static MessageId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A person who answers.</summary>
[JsonConverter(typeof(EntityIdConverter<OperatorId>))]
public readonly record struct OperatorId(Guid Value) : IEntityId<OperatorId>
{
    /// <inheritdoc/>
    public static OperatorId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>One place outside the console where conversations are answered.</summary>
[JsonConverter(typeof(EntityIdConverter<DeskId>))]
public readonly record struct DeskId(Guid Value) : IEntityId<DeskId>
{
    /// <inheritdoc/>
    public static DeskId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>One file in the media folder.</summary>
[JsonConverter(typeof(EntityIdConverter<MediaId>))]
public readonly record struct MediaId(Guid Value) : IEntityId<MediaId>
{
    /// <inheritdoc/>
    public static MediaId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Writes an id as its UUID text.</summary>
public sealed class EntityIdConverter<TId> : JsonConverter<TId> where TId : struct, IEntityId<TId>
{
    /// <inheritdoc/>
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
