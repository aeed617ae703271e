using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>The proof a sign-in carries: the hash of the key and the time stamp, written exactly as in the body.</summary>
internal static class SellerCrmSignature
{
    /// <param name="apiKey">As the seller has it: upper and lower case matter.</param>
    /// <param name="timestamp">Whole seconds since 1970.</param>
    public static string Of(string apiKey, long timestamp) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{apiKey}{timestamp}"))));

    /// <summary>Whether a signal carries the channel's key. A channel without one believes none.</summary>
    public static bool IsKey(string? expected, string? given) => !string.IsNullOrEmpty(expected) && given is not null
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
