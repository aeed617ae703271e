using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Meta.Direct;

// What Meta sends, as lean as we need it: members that are not listed are skipped without being read.
// Hot path: plain setters instead of `init` and `required`, which make the serializer collect constructor arguments.

internal sealed class DirectUpdate
{
    public DirectEntry?[]? Entry { get; set; }
}

/// <summary>News of one page or account. Its other arrays (<c>changes</c>) are not about messages.</summary>
internal sealed class DirectEntry
{
    public string? Id { get; set; }

    public DirectItem?[]? Messaging { get; set; }

    /// <summary>The same, while another app has the thread.</summary>
    public DirectItem?[]? Standby { get; set; }
}

/// <summary>One thing that happened; which member is there says what.</summary>
internal sealed class DirectItem
{
    /// <summary>Absent where somebody ticked a box on a web site and is not known yet.</summary>
    public DirectParty? Sender { get; set; }

    public DirectParty? Recipient { get; set; }

    public long Timestamp { get; set; }

    public MessagePayload? Message { get; set; }

    public PostbackPayload? Postback { get; set; }

    public DeliveryPayload? Delivery { get; set; }

    public ReadPayload? Read { get; set; }

    public ReactionPayload? Reaction { get; set; }

    public EditPayload? MessageEdit { get; set; }

    public ReferralPayload? Referral { get; set; }

    public OptinPayload? Optin { get; set; }

    /// <summary>The kinds we do not know, by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal sealed class DirectParty
{
    public string? Id { get; set; }
}

internal sealed class MessagePayload
{
    public string? Mid { get; set; }

    public string? Text { get; set; }

    public bool IsEcho { get; set; }

    /// <summary>Taken back; the text is not there any more.</summary>
    public bool IsDeleted { get; set; }

    public bool IsUnsupported { get; set; }

    /// <summary>In an echo: what its sender wrote into <c>metadata</c>.</summary>
    public string? Metadata { get; set; }

    public QuickReplyPayload? QuickReply { get; set; }

    public ReplyPayload? ReplyTo { get; set; }

    public AttachmentPayload?[]? Attachments { get; set; }

    public ReferralPayload? Referral { get; set; }
}

internal sealed class QuickReplyPayload
{
    public string? Payload { get; set; }
}

internal sealed class ReplyPayload
{
    public string? Mid { get; set; }

    public StoryPayload? Story { get; set; }
}

internal sealed class StoryPayload
{
    public string? Url { get; set; }
}

internal sealed class AttachmentPayload
{
    public string? Type { get; set; }

    public AttachmentDetails? Payload { get; set; }
}

internal sealed class AttachmentDetails
{
    public string? Url { get; set; }

    public string? Title { get; set; }

    public long? StickerId { get; set; }

    public CoordinatesPayload? Coordinates { get; set; }

    /// <summary>In the echo of a template: the words above its buttons.</summary>
    public string? Text { get; set; }

    /// <summary>In the echo of a template: its cards.</summary>
    public CardPayload?[]? Elements { get; set; }
}

internal sealed class CardPayload
{
    public string? Title { get; set; }
}

internal sealed class CoordinatesPayload
{
    public double Lat { get; set; }

    public double Long { get; set; }
}

internal sealed class PostbackPayload
{
    public string? Mid { get; set; }

    public string? Title { get; set; }

    /// <summary>Absent while another app has the thread.</summary>
    public string? Payload { get; set; }

    public ReferralPayload? Referral { get; set; }
}

internal sealed class DeliveryPayload
{
    public string?[]? Mids { get; set; }

    public long Watermark { get; set; }
}

/// <summary>Messenger gives the watermark, Instagram the message.</summary>
internal sealed class ReadPayload
{
    public long Watermark { get; set; }

    public string? Mid { get; set; }
}

internal sealed class ReactionPayload
{
    public string? Mid { get; set; }

    public string? Action { get; set; }

    public string? Reaction { get; set; }

    public string? Emoji { get; set; }
}

internal sealed class EditPayload
{
    public string? Mid { get; set; }

    public string? Text { get; set; }

    public int NumEdit { get; set; }
}

internal sealed class ReferralPayload
{
    public string? Ref { get; set; }

    public string? Source { get; set; }

    public string? AdId { get; set; }

    public AdPayload? AdsContextData { get; set; }
}

internal sealed class AdPayload
{
    public string? AdTitle { get; set; }
}

internal sealed class OptinPayload
{
    public string? Type { get; set; }

    public string? Ref { get; set; }

    public string? Title { get; set; }
}
