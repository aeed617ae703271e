using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Bench.Writers;

/// <summary>XML, and a signature over the query alone.</summary>
internal class WeChatWriter : MessageWriter
{
    protected const string AppId = "wx0123456789abcdef";
    protected const string AccountId = "gh_0123456789ab";
    private const string Token = "theTokenOfTheBenchmarks";
    private const long FirstId = 24_000_000_000_000_000;

    public override string Name => "wechat, plain";

    public override string Platform => "wechat";

    public override Dictionary<string, string> Settings(string api) => new()
    {
        ["appId"] = AppId,
        ["appSecret"] = "the-secret-of-the-benchmarks",
        ["token"] = Token,
        ["baseUrl"] = api,
    };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var (timestamp, nonce) = (at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Format($"{number}"));
        return new WrittenMessage(Content(number, person, timestamp))
        {
            Query = $"?signature={Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}",
        };
    }

    protected static byte[] Content(int number, int person, string timestamp) => Encoding.UTF8.GetBytes(Format($"""
        <xml><ToUserName><![CDATA[{AccountId}]]></ToUserName><FromUserName><![CDATA[oBenchmarksPerson_{person:D9}]]></FromUserName><CreateTime>{timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{TextOf(number)}]]></Content><MsgId>{FirstId + number}</MsgId></xml>
        """));

    [SuppressMessage("Security", "CA5350", Justification = "WeChat signs with SHA-1 and nothing else.")]
    protected static string Sign(params string[] parts)
    {
        var sorted = string.Concat(parts.Append(Token).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(sorted)));
    }
}
