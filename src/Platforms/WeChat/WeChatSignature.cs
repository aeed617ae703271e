using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// How WeChat signs (page "Access overview"): the parts sorted by their bytes, joined, SHA-1, lower-case hex. Sorting by culture, which is
/// what a comparer of .NET does unless told otherwise, gives another signature as soon as cases or underscores mix.
/// </summary>
internal static class WeChatSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "WeChat signs with SHA-1 and nothing else.")]
    public static string Of(params Span<string> parts)
    {
        parts.Sort(string.CompareOrdinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat((ReadOnlySpan<string>)parts))));
    }

    /// <summary>In constant time.</summary>
    public static bool Matches(string signature, params Span<string> parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Of(parts)));
}
