using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Platforms.Meta;

/// <summary>Meta's question whether our address is ours ("Graph API Webhooks", Verification Requests).</summary>
internal static class MetaVerification
{
    /// <summary>The challenge, to be answered bare; null when the question does not carry our verify token.</summary>
    public static string? Answer(string? verifyToken, IReadOnlyDictionary<string, string> query)
    {
        var isOurs = !string.IsNullOrEmpty(verifyToken) &&
            query.GetValueOrDefault("hub.mode") == "subscribe" &&
            query.TryGetValue("hub.verify_token", out var token) &&
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(verifyToken), Encoding.UTF8.GetBytes(token));
        return isOurs ? query.GetValueOrDefault("hub.challenge") : null;
    }
}
