using Rozmova.Messaging;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// What became of a message of ours ("Webhooks, message status"). Each brings back our own id, so a message whose answer was lost
/// is known to have left by the first of them, whichever comes first.
/// </summary>
internal static class WhatsAppStatus
{
    public static InboundEvent[] Read(WhatsAppItem item, StatusPayload status)
    {
        var confirmed = Confirmed(item, status);
        var report = ReportOf(status.Status);
        return (confirmed, report) switch
        {
            (null, null) => [],
            (null, { } became) => [Reported(item, status, became)],
            (_, null) => [confirmed],
            (_, { } became) => [confirmed, Reported(item, status, became)],
        };
    }

    private static InboundEvent.SendConfirmed? Confirmed(WhatsAppItem item, StatusPayload status) =>
        Guid.TryParseExact(status.BizOpaqueCallbackData, "D", out var ours)
            ? new InboundEvent.SendConfirmed
            {
                Chat = item.Chat!,
                Id = new PlatformMessageId(item.Id!),
                Message = new MessageId(ours),
                SentAt = status.Status == "sent" ? item.At : null,
            }
            : null;

    private static InboundEvent.DeliveryReported Reported(WhatsAppItem item, StatusPayload status, DeliveryReport became) => new()
    {
        Chat = item.Chat!,
        Id = new PlatformMessageId(item.Id!),
        Report = became,
        Error = became == DeliveryReport.Failed ? WhatsAppErrors.Of(ErrorOf(status)) : null,
    };

    /// <summary>Null for <c>sent</c>, which the answer to sending has told us, and for what we do not know.</summary>
    private static DeliveryReport? ReportOf(string? status) => status switch
    {
        "delivered" => DeliveryReport.Delivered,
        "read" or "played" => DeliveryReport.Read,
        "failed" => DeliveryReport.Failed,
        _ => null,
    };

    private static MetaError ErrorOf(StatusPayload status) => status.Errors is [{ } error, ..] ? error : new MetaError();
}
