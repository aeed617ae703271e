using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>How somebody came to us: by a link, an ad, a box they ticked.</summary>
internal static class DirectReferral
{
    public static InboundEvent Read(ReferralPayload referral, DirectItem item, string chat)
    {
        var ad = referral.AdId is { } id ? $"ad {id}" : null;
        var title = referral.AdsContextData?.AdTitle;
        return Happened("referral", ContactEventKind.Started, item, chat, referral.Ref, ad, title, referral.Source);
    }

    public static InboundEvent Read(OptinPayload optin, DirectItem item, string chat) =>
        Happened("optin", ContactEventKind.Subscribed, item, chat, optin.Ref, optin.Title, optin.Type);

    private static InboundEvent.ContactEvent Happened(
        string what, ContactEventKind kind, DirectItem item, string chat, params ReadOnlySpan<string?> details) => new()
    {
        Chat = chat,
        Id = DirectInbound.IdOf(what, item, chat),
        From = new Profile(),
        Kind = kind,
        Detail = Join(details),
        At = DirectTime.Read(item.Timestamp),
    };

    private static string? Join(ReadOnlySpan<string?> details)
    {
        var said = new List<string>();
        foreach (var detail in details)
        {
            if (!string.IsNullOrEmpty(detail))
            {
                said.Add(detail);
            }
        }

        return said.Count > 0 ? string.Join(", ", said) : null;
    }
}
