using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Desks.Webim;

/// <summary>Webim's signatures. Keys are used as text, though they look like hex.</summary>
internal static class WebimSignatures
{
    /// <summary>The hash of visitor fields: their values in the order of their names, then the moment until which it holds (Unix seconds).</summary>
    public static string OfFields(IEnumerable<KeyValuePair<string, string>> fields, long expires, string key, bool hmac)
    {
        var joined = string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Value))
            + expires.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(hmac
            ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(joined))
            : SHA256.HashData(Encoding.UTF8.GetBytes(joined + key)));
    }

    /// <summary>The HMAC of a callback's bytes as they came.</summary>
    public static string OfCallback(string secret, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
