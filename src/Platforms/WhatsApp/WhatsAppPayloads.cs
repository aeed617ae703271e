using System.Text.Json.Serialization;

namespace Rozmova.Platforms.WhatsApp;

// One message as a webhook brings it ("Webhooks, messages"). Members that are not read are not here.

internal sealed class MessagePayload
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    [JsonConverter(typeof(LooseNumber))]
    public long? Timestamp { get; set; }

    public string? From { get; set; }

    public string? FromUserId { get; set; }

    public string? GroupId { get; set; }

    /// <summary>Whom an echo went to.</summary>
    public string? To { get; set; }

    public string? ToUserId { get; set; }

    public ContextPayload? Context { get; set; }

    public ReferralPayload? Referral { get; set; }

    public TextPayload? Text { get; set; }

    public FilePayload? Image { get; set; }

    public FilePayload? Audio { get; set; }

    /// <summary>What voice notes were before they became audio.</summary>
    public FilePayload? Voice { get; set; }

    public FilePayload? Video { get; set; }

    public FilePayload? Document { get; set; }

    public FilePayload? Sticker { get; set; }

    public LocationPayload? Location { get; set; }

    public CardPayload?[]? Contacts { get; set; }

    public PressPayload? Button { get; set; }

    public InteractivePayload? Interactive { get; set; }

    public ReactionPayload? Reaction { get; set; }

    public OrderPayload? Order { get; set; }

    public SystemPayload? System { get; set; }

    public ChangePayload? Edit { get; set; }

    public ChangePayload? Revoke { get; set; }

    /// <summary>Newer bodies say in it what exactly is not supported.</summary>
    public UnsupportedPayload? Unsupported { get; set; }
}

/// <summary>A reply has an id; what was merely forwarded has none.</summary>
internal sealed class ContextPayload
{
    public string? Id { get; set; }

    public ProductPayload? ReferredProduct { get; set; }
}

internal sealed class ProductPayload
{
    public string? CatalogId { get; set; }

    public string? ProductRetailerId { get; set; }
}

internal sealed class ReferralPayload
{
    public string? SourceUrl { get; set; }

    public string? SourceType { get; set; }

    public string? SourceId { get; set; }

    public string? Headline { get; set; }
}

internal sealed class TextPayload
{
    public string? Body { get; set; }
}

internal sealed class FilePayload
{
    public string? Id { get; set; }

    public string? MimeType { get; set; }

    public string? Caption { get; set; }

    public string? Filename { get; set; }

    public bool Voice { get; set; }
}

internal sealed class LocationPayload
{
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }
}

internal sealed class CardPayload
{
    public CardName? Name { get; set; }

    public CardPhone?[]? Phones { get; set; }
}

internal sealed class CardName
{
    public string? FormattedName { get; set; }
}

internal sealed class CardPhone
{
    public string? Phone { get; set; }

    public string? WaId { get; set; }
}

/// <summary>A quick reply of a template.</summary>
internal sealed class PressPayload
{
    public string? Payload { get; set; }

    public string? Text { get; set; }
}

internal sealed class InteractivePayload
{
    public string? Type { get; set; }

    public ChoicePayload? ButtonReply { get; set; }

    public ChoicePayload? ListReply { get; set; }

    public FlowPayload? NfmReply { get; set; }
}

internal sealed class ChoicePayload
{
    public string? Id { get; set; }

    public string? Title { get; set; }
}

/// <summary>A filled-in form; its answers are JSON inside a text.</summary>
internal sealed class FlowPayload
{
    public string? Body { get; set; }

    public string? ResponseJson { get; set; }
}

internal sealed class ReactionPayload
{
    public string? MessageId { get; set; }

    public string? Emoji { get; set; }
}

internal sealed class OrderPayload
{
    public string? Text { get; set; }

    public OrderItem?[]? ProductItems { get; set; }
}

internal sealed class OrderItem
{
    public string? ProductRetailerId { get; set; }

    public decimal Quantity { get; set; }

    public decimal? ItemPrice { get; set; }

    public string? Currency { get; set; }
}

/// <summary>A changed number or id. <c>new_wa_id</c> is how older bodies say <c>wa_id</c>.</summary>
internal sealed class SystemPayload
{
    public string? Type { get; set; }

    public string? WaId { get; set; }

    public string? NewWaId { get; set; }

    public string? UserId { get; set; }

    public string? PreviousUserId { get; set; }
}

internal sealed class ChangePayload
{
    public string? OriginalMessageId { get; set; }

    public MessagePayload? Message { get; set; }
}

internal sealed class UnsupportedPayload
{
    public string? Type { get; set; }
}
