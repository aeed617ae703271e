using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// WeChat's encryption (page "Message encryption and decryption"): AES-256-CBC over 16 random bytes, a length, the message and
/// the app id, padded to 32 bytes. HOT: every push of a secure account comes by here.
/// </summary>
internal sealed class WeChatCrypt
{
    private const int BlockBytes = 16;
    private const int PaddingBytes = 32;
    private const int RandomBytes = 16;
    private const int HeadBytes = RandomBytes + sizeof(int);

    private readonly byte[] _key;
    private readonly byte[] _appId;

    /// <param name="encodingAesKey">43 characters: base64 without its last one.</param>
    /// <param name="appId">Whose messages these are.</param>
    public WeChatCrypt(string encodingAesKey, string appId)
    {
        _key = Convert.FromBase64String(encodingAesKey + "=");
        _appId = Encoding.UTF8.GetBytes(appId);
    }

    /// <summary>The channel's key, and the one before while it is being replaced; none where it has none.</summary>
    public static WeChatCrypt[] Of(ChannelConnection channel) =>
        channel.Text(WeChatSettings.EncodingAesKey) is { Length: > 0 } keys
            ? [.. keys.Split(',').Select(key => new WeChatCrypt(key, channel.RequiredText(WeChatSettings.AppId)))]
            : [];

    /// <summary>The message inside; null when it was not encrypted with this key, or for another account.</summary>
    public ReadOnlyMemory<byte>? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var bytes) || bytes < HeadBytes || bytes % BlockBytes != 0)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = _key;

        // .NET knows this padding in blocks of 16 only and would refuse every other message, so it is taken off by hand.
        var plain = aes.DecryptCbc(cipher.AsSpan(0, bytes), _key.AsSpan(0, BlockBytes), PaddingMode.None);
        var end = plain.Length - plain[^1];
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(RandomBytes));
        if (plain[^1] is 0 or > PaddingBytes || length < 0 || length != end - HeadBytes - _appId.Length)
        {
            return null;
        }

        return plain.AsSpan(HeadBytes + length, _appId.Length).SequenceEqual(_appId)
            ? new ReadOnlyMemory<byte>(plain, HeadBytes, length)
            : default(ReadOnlyMemory<byte>?); // a bare null would be an empty message
    }

    public string Encrypt(ReadOnlySpan<byte> message) => Encrypt(message, RandomNumberGenerator.GetBytes(RandomBytes));

    internal string Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> random)
    {
        var end = HeadBytes + message.Length + _appId.Length;
        var padding = PaddingBytes - (end % PaddingBytes);
        var plain = new byte[end + padding];
        random.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), message.Length);
        message.CopyTo(plain.AsSpan(HeadBytes));
        _appId.CopyTo(plain.AsSpan(HeadBytes + message.Length));
        plain.AsSpan(end).Fill((byte)padding);

        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, BlockBytes), PaddingMode.None));
    }
}
