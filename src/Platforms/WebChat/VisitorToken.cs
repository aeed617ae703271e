using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WebChat;

/// <summary>
/// A visitor is who holds a token: 32 random bytes that only their browser keeps. We keep, and operators see, its hash with the
/// channel, which opens nothing; so no list of visitors is needed either.
/// </summary>
internal static class VisitorToken
{
    private const int Bytes = 32;
    private const int VisitorBytes = 16;

    /// <summary>A new visitor's.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The visitor a token stands for; null for what cannot be one of ours.</summary>
    public static string? VisitorOf(ChannelId channel, string? token) =>
        token is not null && Base64Url.IsValid(token, out var length) && length == Bytes
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel} {token}")).AsSpan(0, VisitorBytes))
            : null;
}
