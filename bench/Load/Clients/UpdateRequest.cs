using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Rozmova.Bench.Clients;

/// <summary>
/// One HTTP request with a Telegram update, written once; for each message only the digits that differ are set. All numbers have
/// a fixed width, so its length never changes.
/// </summary>
internal sealed class UpdateRequest
{
    /// <summary>What stands before a message's number in its text.</summary>
    public const string Mark = "order no. ";

    public const int Digits = 9;

    private const long FirstId = 100_000_000; // JSON has no leading zeros
    private const long FirstChat = 5_550_000_000;

    private readonly byte[] _bytes;
    private readonly int _update;
    private readonly int _message;
    private readonly int _from;
    private readonly int _chat;
    private readonly int _date;
    private readonly int _text;

    public UpdateRequest(WebhookTarget target)
    {
        const string Body = """
            {"update_id":000000000,"message":{"message_id":000000000,"from":{"id":0000000000,"is_bot":false,"first_name":"Olena","last_name":"Kovalenko","username":"olena_kovalenko","language_code":"uk"},"chat":{"id":0000000000,"first_name":"Olena","last_name":"Kovalenko","username":"olena_kovalenko","type":"private"},"date":0000000000,"text":"Добрий день! I would like to ask about my order no. 000000000: when will it be sent?"}}
            """;
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {target.Path} HTTP/1.1
            Host: {target.Address.Authority}
            Content-Type: application/json
            {WebhookTarget.SecretHeader}: {WebhookTarget.Secret}
            Content-Length: {Encoding.UTF8.GetByteCount(Body)}


            """).ReplaceLineEndings("\r\n");
        _bytes = Encoding.UTF8.GetBytes(head + Body);
        _update = After("\"update_id\":");
        _message = After("\"message_id\":");
        _from = After("\"from\":{\"id\":");
        _chat = After("\"chat\":{\"id\":");
        _date = After("\"date\":");
        _text = After(Mark);
    }

    /// <summary>The request for a message of its own number in one of the chats.</summary>
    public ReadOnlyMemory<byte> For(int number, int chat)
    {
        Set(_update, FirstId + number, Digits);
        Set(_message, FirstId + number, Digits);
        Set(_text, number, Digits);
        Set(_from, FirstChat + chat, 10);
        Set(_chat, FirstChat + chat, 10);
        Set(_date, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), 10);
        return _bytes;
    }

    /// <summary>The message number in a frame; -1 when there is none.</summary>
    public static int NumberIn(ReadOnlySpan<byte> frame)
    {
        var place = frame.IndexOf("order no. "u8);
        return place >= 0 && Utf8Parser.TryParse(frame.Slice(place + Mark.Length, Digits), out int number, out _) ? number : -1;
    }

    private int After(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return _bytes.AsSpan().IndexOf(bytes) + bytes.Length;
    }

    private void Set(int place, long value, int digits)
    {
        for (var index = place + digits - 1; index >= place; index--)
        {
            _bytes[index] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
