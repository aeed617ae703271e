namespace Rozmova.Platforms.WhatsApp;

internal enum WhatsAppItemKind
{
    /// <summary>Nothing we can make out.</summary>
    Broken = 0,

    /// <summary>A customer did something.</summary>
    Message = 1,

    /// <summary>We did something, in the app on the phone.</summary>
    Echo = 2,

    /// <summary>Something became of a message of ours.</summary>
    Status = 3,
}

/// <summary>
/// One of the things a request tells. <paramref name="Account"/> is the phone number id it is for, <paramref name="Value"/> what it
/// came with.
/// </summary>
internal readonly record struct WhatsAppItem(
    WhatsAppItemKind Kind, string? Account, ValuePayload Value, MessagePayload? Message = null, StatusPayload? Status = null)
{
    public string? Id => NullIfEmpty(Message?.Id ?? Status?.Id);

    /// <summary>The customer, or the group, on the other side.</summary>
    public string? Chat => this switch
    {
        { Kind: WhatsAppItemKind.Message, Message.GroupId: { Length: > 0 } group } => WhatsAppAddress.OfGroup(group),
        { Kind: WhatsAppItemKind.Message, Message: { } message } => NullIfEmpty(message.From) ?? NullIfEmpty(message.FromUserId),
        { Kind: WhatsAppItemKind.Echo, Message: { } echo } => NullIfEmpty(echo.To) ?? NullIfEmpty(echo.ToUserId),
        { Status: { RecipientType: "group", RecipientId: { Length: > 0 } group } } => WhatsAppAddress.OfGroup(group),
        { Status: { } status } => NullIfEmpty(status.RecipientId) ?? NullIfEmpty(status.RecipientUserId),
        _ => null,
    };

    /// <summary>Whether it can be put into a conversation, whatever it says.</summary>
    public bool HasPlace => Account is not null && Id is not null && Chat is not null;

    /// <summary>The platform's time: seconds, rarely milliseconds; null where there is none to make out.</summary>
    public DateTimeOffset? At => (Message?.Timestamp ?? Status?.Timestamp) switch
    {
        > 0 and < 10_000_000_000 and var seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
        >= 10_000_000_000 and < 253_402_300_800_000 and var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => null,
    };

    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
