using System.Text.Json.Serialization;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

// A request around its messages ("Webhooks, components"), as lean as we need it: members that are not listed are skipped unread.
// Hot path: plain setters instead of `init` and `required`, which make the serializer collect constructor arguments.

internal sealed class UpdatePayload
{
    public string? Object { get; set; }

    public EntryPayload?[]? Entry { get; set; }
}

internal sealed class EntryPayload
{
    public NewsPayload?[]? Changes { get; set; }
}

internal sealed class NewsPayload
{
    public string? Field { get; set; }

    public ValuePayload? Value { get; set; }

    /// <summary>One of the lists inside is none.</summary>
    [JsonIgnore]
    public bool HasBrokenList { get; set; }
}

internal sealed class ValuePayload
{
    public NumberPayload? Metadata { get; set; }

    public PersonPayload?[]? Contacts { get; set; }

    public MessagePayload?[]? Messages { get; set; }

    public MessagePayload?[]? MessageEchoes { get; set; }

    public StatusPayload?[]? Statuses { get; set; }
}

/// <summary>The number of ours that it is about.</summary>
internal sealed class NumberPayload
{
    public string? PhoneNumberId { get; set; }
}

internal sealed class PersonPayload
{
    public string? WaId { get; set; }

    public string? UserId { get; set; }

    public PersonName? Profile { get; set; }
}

internal sealed class PersonName
{
    public string? Name { get; set; }

    public string? Username { get; set; }
}

/// <summary>What became of a message of ours.</summary>
internal sealed class StatusPayload
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    [JsonConverter(typeof(LooseNumber))]
    public long? Timestamp { get; set; }

    public string? RecipientId { get; set; }

    public string? RecipientUserId { get; set; }

    public string? RecipientType { get; set; }

    public string? BizOpaqueCallbackData { get; set; }

    public MetaError?[]? Errors { get; set; }
}
