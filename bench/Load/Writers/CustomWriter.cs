using System.Text;
using Rozmova.Messaging;

namespace Rozmova.Bench.Writers;

/// <summary>JSON under the signature of Standard Webhooks.</summary>
internal sealed class CustomWriter : MessageWriter
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly StandardWebhook _signature = new(Secret);

    public override string Platform => "custom";

    public override Dictionary<string, string> Settings(string api) => new() { ["callbackUrl"] = api, ["secret"] = Secret };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var id = Format($"message-{number:D9}");
        var body = Encoding.UTF8.GetBytes(Format($$"""
            {"id":"{{id}}","from":{"id":"person-{{person:D3}}","name":"Olena Kovalenko"},"content":{"type":"text","text":"{{TextOf(number)}}"},"sentAt":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"}
            """));
        return new WrittenMessage(body)
        {
            Headers = new Dictionary<string, string>
            {
                [StandardWebhook.IdHeader] = id,
                [StandardWebhook.TimestampHeader] = StandardWebhook.Timestamp(at),
                [StandardWebhook.SignatureHeader] = _signature.Sign(id, at, body),
            },
        };
    }
}
