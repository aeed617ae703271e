using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// How WeChat signs (page "Access overview"): the parts sorted by their bytes, joined, SHA-1, lower-case hex. Sorting by
/// culture, which is what a comparer of .NET does unless told otherwise, gives another signature as soon as cases or
/// underscores mix.
/// </summary>
internal static class WeChatSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "WeChat signs with SHA-1 and nothing else.")]
    public static string Of(params Span<string> parts)
    {
        parts.Sort(string.CompareOrdinal);
        var most = 0;
        foreach (var part in parts)
        {
            most += Encoding.UTF8.GetMaxByteCount(part.Length);
        }

        var joined = ArrayPool<byte>.Shared.Rent(most); // one of them may be a whole message
        var length = 0;
        foreach (var part in parts)
        {
            length += Encoding.UTF8.GetBytes(part, joined.AsSpan(length));
        }

        var hash = SHA1.HashData(joined.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(joined);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>In constant time.</summary>
    public static bool Matches(string signature, params Span<string> parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Of(parts)));
}
