using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Bench.Writers;

/// <summary>HMAC-SHA256 of the body under the bot's token, in hex.</summary>
internal sealed class ViberWriter : MessageWriter
{
    private const string Token = "4453b6ac12345678-e02c5f12174805f9-daec9cbb5448c51f";
    private const long FirstToken = 5_741_311_803_000_000_000;

    public override string Platform => "viber";

    public override Dictionary<string, string> Settings(string api) => new() { ["token"] = Token, ["baseUrl"] = api };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var body = Encoding.UTF8.GetBytes(Format($$"""
            {"event":"message","timestamp":{{at.ToUnixTimeMilliseconds()}},"chat_hostname":"SN-CHAT-05_","message_token":{{FirstToken + number}},"sender":{"id":"01234567890{{person:D9}}A==","name":"Olena Kovalenko","avatar":"https://media-direct.cdn.viber.com/download_photo?dlid=0123456789abcdef","language":"uk","country":"UA","api_version":10},"message":{"text":"{{TextOf(number)}}","type":"text"},"silent":false}
            """));
        return new WrittenMessage(body)
        {
            Headers = new Dictionary<string, string>
            {
                ["X-Viber-Content-Signature"] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), body)),
            },
        };
    }
}
