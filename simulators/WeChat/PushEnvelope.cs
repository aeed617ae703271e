using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Simulators.WeChat;

/// <summary>Signs and encrypts as WeChat does, for its side: written apart from the program it is used to test.</summary>
public static class PushEnvelope
{
    private const int Block = 32;

    [SuppressMessage("Security", "CA5350", Justification = "WeChat signs with SHA-1 and nothing else.")]
    public static string Sign(params string[] parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));

    public static string Encrypt(string text, string appId, string encodingAesKey)
    {
        var message = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. message, .. Encoding.UTF8.GetBytes(appId)];
        var padding = Block - (plain.Length % Block);
        byte[] padded = [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
        using var aes = Aes.Create();
        aes.Key = KeyOf(encodingAesKey);
        return Convert.ToBase64String(aes.EncryptCbc(padded, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    public static string Decrypt(string encrypted, string encodingAesKey)
    {
        using var aes = Aes.Create();
        aes.Key = KeyOf(encodingAesKey);
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), aes.Key.AsSpan(0, 16), PaddingMode.None);
        return Encoding.UTF8.GetString(plain, 20, BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16)));
    }

    /// <summary>The query and body of a push in the account's mode.</summary>
    internal static (string Query, string Body) Write(AccountSettings account, string elements, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(1_000_000_000).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={Sign(account.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}";
        if (account.Mode == PushMode.Plain)
        {
            return (query, $"<xml>{elements}</xml>");
        }

        var encrypted = Encrypt($"<xml>{elements}</xml>", account.AppId, account.EncodingAesKey!);
        var outside = account.Mode == PushMode.Secure ? Follower.Element("ToUserName", account.OriginalId) : elements;
        return (
            $"{query}&encrypt_type=aes&msg_signature={Sign(account.Token, timestamp, nonce, encrypted)}",
            $"<xml>{outside}{Follower.Element("Encrypt", encrypted)}</xml>");
    }

    private static byte[] KeyOf(string encodingAesKey) => Convert.FromBase64String(encodingAesKey + "=");
}
