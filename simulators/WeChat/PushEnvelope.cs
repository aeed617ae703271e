using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Simulators.WeChat;

/// <summary>Signs and encrypts as WeChat does, for its side: written apart from the program it is used to test.</summary>
internal static class PushEnvelope
{
    private const int Block = 32;

    [SuppressMessage("Security", "CA5350", Justification = "WeChat signs with SHA-1 and nothing else.")]
    public static string Sign(params string[] parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));

    public static string Decrypt(string encrypted, string encodingAesKey)
    {
        using var aes = Aes.Create();
        aes.Key = KeyOf(encodingAesKey);
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), aes.Key.AsSpan(0, 16), PaddingMode.None);
        return Encoding.UTF8.GetString(plain, 20, BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16)));
    }

    /// <summary>The query and body of a push in the account's mode.</summary>
    public static (string Query, byte[] Body) Write(AccountSettings account, ReadOnlySpan<byte> content, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(1_000_000_000).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={Sign(account.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}";
        if (account.Mode == PushMode.Plain)
        {
            return (query, content.ToArray());
        }

        var encrypted = Encrypt(content, account.AppId, account.EncodingAesKey!);
        var beside = account.Mode == PushMode.Secure ? Follower.Element("ToUserName", account.OriginalId) : Inside(content);
        return (
            $"{query}&encrypt_type=aes&msg_signature={Sign(account.Token, timestamp, nonce, encrypted)}",
            Encoding.UTF8.GetBytes($"<xml>{beside}{Follower.Element("Encrypt", encrypted)}</xml>"));
    }

    private static string Encrypt(ReadOnlySpan<byte> message, string appId, string encodingAesKey)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. message, .. Encoding.UTF8.GetBytes(appId)];
        var padding = Block - (plain.Length % Block);
        byte[] padded = [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
        using var aes = Aes.Create();
        aes.Key = KeyOf(encodingAesKey);
        return Convert.ToBase64String(aes.EncryptCbc(padded, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <summary>What stands between the outermost tags.</summary>
    private static string Inside(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(content)["<xml>".Length..^"</xml>".Length];

    private static byte[] KeyOf(string encodingAesKey) => Convert.FromBase64String(encodingAesKey + "=");
}
