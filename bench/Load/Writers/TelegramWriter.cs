using System.Text;
using Rozmova.Bench.Clients;

namespace Rozmova.Bench.Writers;

/// <summary>A secret in a header, and an update.</summary>
internal sealed class TelegramWriter : MessageWriter
{
    public const string Token = "123456789:the-bot-of-the-benchmarks";
    private const long FirstId = 100_000_000;
    public const long FirstPerson = 5_550_000_000;

    private static readonly Dictionary<string, string> Headers = new() { [WebhookTarget.SecretHeader] = WebhookTarget.Secret };

    public override string Platform => "telegram";

    public override Dictionary<string, string> Settings(string api) => new()
    {
        ["token"] = Token,
        ["webhookSecret"] = WebhookTarget.Secret,
        ["baseUrl"] = api,
    };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var id = FirstPerson + person;
        var body = Format($$$"""
            {"update_id":{{{FirstId + number}}},"message":{"message_id":{{{FirstId + number}}},"from":{"id":{{{id}}},"is_bot":false,"first_name":"Olena","last_name":"Kovalenko","username":"olena_kovalenko","language_code":"uk"},"chat":{"id":{{{id}}},"first_name":"Olena","last_name":"Kovalenko","username":"olena_kovalenko","type":"private"},"date":{{{at.ToUnixTimeSeconds()}}},"text":"{{{TextOf(number)}}}"}}
            """);
        return new WrittenMessage(Encoding.UTF8.GetBytes(body)) { Headers = Headers };
    }
}
