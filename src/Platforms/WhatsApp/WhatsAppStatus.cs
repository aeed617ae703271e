using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// What became of a message of ours ("Webhooks, message status"). Each brings back our own id, so a message whose answer was lost
/// is known to have left by the first of them, whichever comes first.
/// </summary>
internal static class WhatsAppStatus
{
    public static InboundEvent[] Read(WhatsAppItem item)
    {
        var confirmed = Confirmed(item);
        var report = ReportOf(item.Json.Text("status"));
        return (confirmed, report) switch
        {
            (null, null) => [],
            (null, { } became) => [Reported(item, became)],
            (_, null) => [confirmed],
            (_, { } became) => [confirmed, Reported(item, became)],
        };
    }

    private static InboundEvent.SendConfirmed? Confirmed(WhatsAppItem item) =>
        Guid.TryParseExact(item.Json.Text("biz_opaque_callback_data"), "D", out var ours)
            ? new InboundEvent.SendConfirmed
            {
                Chat = item.Chat!,
                Id = new PlatformMessageId(item.Id!),
                Message = new MessageId(ours),
                SentAt = item.Json.Text("status") == "sent" ? item.At : null,
            }
            : null;

    private static InboundEvent.DeliveryReported Reported(WhatsAppItem item, DeliveryReport became) => new()
    {
        Chat = item.Chat!,
        Id = new PlatformMessageId(item.Id!),
        Report = became,
        Error = became == DeliveryReport.Failed ? WhatsAppErrors.Of(ErrorOf(item.Json)) : null,
    };

    /// <summary>Null for <c>sent</c>, which the answer to sending has told us, and for what we do not know.</summary>
    private static DeliveryReport? ReportOf(string? status) => status switch
    {
        "delivered" => DeliveryReport.Delivered,
        "read" or "played" => DeliveryReport.Read,
        "failed" => DeliveryReport.Failed,
        _ => null,
    };

    private static MetaError ErrorOf(JsonElement status)
    {
        var error = status.Items("errors").FirstOrDefault();
        return new MetaError
        {
            Code = (int?)error.Number("code"),
            Title = error.Text("title"),
            Message = error.Text("message"),
            ErrorData = error.Member("error_data") ?? default,
        };
    }
}
