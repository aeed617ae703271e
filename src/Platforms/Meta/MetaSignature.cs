using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta;

/// <summary>
/// How Meta signs what it sends us: HMAC-SHA256 of the raw body, the app's secret its key ("Graph API Webhooks", Validating
/// Payloads). The older <c>X-Hub-Signature</c> with SHA-1 comes too and proves nothing here.
/// </summary>
internal static class MetaSignature
{
    public const string Header = "X-Hub-Signature-256";
    private const string Prefix = "sha256=";

    /// <summary>
    /// Whether the request carries the signature of this secret. Without a secret anybody could have sent it: no.
    /// </summary>
    public static bool Matches(string? appSecret, WebhookRequest request)
    {
        if (string.IsNullOrEmpty(appSecret) ||
            !request.Headers.TryGetValue(Header, out var header) ||
            !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Span<byte> received = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hex = header.AsSpan(Prefix.Length);
        if (hex.Length != 2 * received.Length || Convert.FromHexString(hex, received, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), request.Body.Span, expected);
        return CryptographicOperations.FixedTimeEquals(expected, received);
    }
}
