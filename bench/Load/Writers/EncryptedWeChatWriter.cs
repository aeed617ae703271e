using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Bench.Writers;

/// <summary>WeChat's secure mode: the same XML under AES-256-CBC, and a signature over that.</summary>
internal sealed class EncryptedWeChatWriter : WeChatWriter
{
    private const string EncodingAesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const int Block = 32;

    private readonly byte[] _key = Convert.FromBase64String(EncodingAesKey + "=");

    public override string Name => "wechat, encrypted";

    public override Dictionary<string, string> Settings(string api) =>
        new(base.Settings(api)) { ["encodingAesKey"] = EncodingAesKey };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var (timestamp, nonce) = (at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Format($"{number}"));
        var encrypted = Encrypt(Content(number, person, timestamp));
        var body = $"<xml><ToUserName><![CDATA[{AccountId}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        return new WrittenMessage(Encoding.UTF8.GetBytes(body))
        {
            Query = $"?signature={Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&encrypt_type=aes"
                + $"&msg_signature={Sign(timestamp, nonce, encrypted)}",
        };
    }

    private string Encrypt(byte[] content)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. content, .. Encoding.ASCII.GetBytes(AppId)];
        var padding = Block - (plain.Length % Block);
        byte[] padded = [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(padded, _key.AsSpan(0, 16), PaddingMode.None));
    }
}
