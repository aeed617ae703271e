using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Rozmova.Platforms.WeChat;

/// <summary>The XML of a passive reply, plain and sealed.</summary>
internal static class WeChatReplyXml
{
    public static string Text(string to, string from, string text, DateTimeOffset at) =>
        $"<xml><ToUserName>{Section(to)}</ToUserName><FromUserName>{Section(from)}</FromUserName>"
        + $"<CreateTime>{Seconds(at)}</CreateTime>"
        + $"<MsgType>{Section("text")}</MsgType><Content>{Section(text)}</Content></xml>";

    public static string Seal(string reply, WeChatCrypt crypt, string token, DateTimeOffset at) => Seal(
        crypt.Encrypt(Encoding.UTF8.GetBytes(reply)), token, Seconds(at),
        RandomNumberGenerator.GetHexString(16, lowercase: true));

    internal static string Seal(string encrypted, string token, string timestamp, string nonce)
    {
        var signature = WeChatSignature.Of(token, timestamp, nonce, encrypted);
        return $"<xml><Encrypt>{Section(encrypted)}</Encrypt><MsgSignature>{Section(signature)}</MsgSignature>"
            + $"<TimeStamp>{timestamp}</TimeStamp><Nonce>{Section(nonce)}</Nonce></xml>";
    }

    /// <summary>The end mark inside is split over two sections; what XML cannot hold at all becomes a space.</summary>
    private static string Section(string text) =>
        $"<![CDATA[{Sound(text).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>";

    private static string Sound(string text) =>
        string.Create(text.Length, text, static (sound, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                var letter = source[index];
                sound[index] = XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : ' ';
            }
        });

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
