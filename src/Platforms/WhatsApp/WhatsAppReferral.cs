namespace Rozmova.Platforms.WhatsApp;

/// <summary>Where a customer comes from: an advertisement, a post, the page of a product.</summary>
internal static class WhatsAppReferral
{
    public static string? DetailOf(MessagePayload message) => message switch
    {
        { Referral: { } referral } => Join(referral.SourceType, referral.Headline, referral.SourceUrl ?? referral.SourceId),
        { Context.ReferredProduct: { ProductRetailerId: { } product } } => Join("product", product),
        _ => null,
    };

    private static string? Join(params string?[] parts)
    {
        var known = parts.Where(part => !string.IsNullOrEmpty(part)).ToArray();
        return known.Length == 0 ? null : string.Join(", ", known);
    }
}
