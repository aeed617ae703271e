using System.Text;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramInboundGarbageTests
{
    private const int MutationsPerSample = 400;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{ "message": { "message_id": 1 } }""")]
    [InlineData("""{ "update_id": null }""")]
    [InlineData("""{ "update_id": 1, "message": 5 }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": 1 } }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": "one", "chat": { "id": 5 } } }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": 1, "chat": { "id": 5 }, "text": 17 } }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": 1, "chat": { "id": 5 }, "text": "\ud800" } }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": 1, "chat": { "id": 5 }, "date": 99999999999999 } }""")]
    [InlineData("""{ "update_id": 1, "callback_query": { "id": "7", "data": "x" } }""")]
    [InlineData("""{ "update_id": 1, "news": { "chat": { "id": 5 }, "date": 1e99 } }""")]
    public void What_is_not_an_update_is_unreadable(string body) =>
        Should.Throw<UnreadableWebhookException>(() => TelegramInbound.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void The_complaint_says_where_to_look_and_quotes_nothing()
    {
        var body = """{ "update_id": 1, "message": { "message_id": 1, "chat": { "id": "secret words" } } }""";

        var complaint = Should.Throw<UnreadableWebhookException>(() => TelegramInbound.Read(Encoding.UTF8.GetBytes(body)));

        complaint.Message.ShouldContain("$.message.chat.id");
        complaint.ToString().ShouldNotContain("secret words");
    }

    [Fact]
    public void Whatever_the_bytes_the_answer_is_events_or_unreadable()
    {
        var random = new Random(731_000_101);
        foreach (var name in Sample.Names)
        {
            for (var round = 0; round < MutationsPerSample; round++)
            {
                var mutant = Mutate(Sample.Bytes(name), random);

                Should.NotThrow(() => ReadOrQuarantine(mutant), $"{name}, round {round}: {Encoding.UTF8.GetString(mutant)}");
            }
        }
    }

    private static void ReadOrQuarantine(byte[] body)
    {
        try
        {
            TelegramInbound.Read(body);
        }
        catch (UnreadableWebhookException)
        {
            // The one exception that is allowed.
        }
    }

    private static byte[] Mutate(byte[] body, Random random) => random.Next(4) switch
    {
        0 => body[..random.Next(body.Length)],
        1 => ReplaceValue(body, random),
        _ => FlipBytes(body, random),
    };

    private static byte[] FlipBytes(byte[] body, Random random)
    {
        for (var flips = random.Next(1, 4); flips > 0; flips--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        return body;
    }

    /// <summary>Leaves the JSON whole and puts a value of another type where one was.</summary>
    private static byte[] ReplaceValue(byte[] body, Random random)
    {
        string[] values =
        [
            "null", "{}", "[]", "[null]", "[[null]]", "-1", "0", "1e400", "1.5", "true", "\"\"", "\"\\udc00\"",
            "9223372036854775807",
        ];
        var text = Encoding.UTF8.GetString(body);
        var colon = text.IndexOf(": ", random.Next(text.Length), StringComparison.Ordinal);
        if (colon < 0)
        {
            return body;
        }

        var end = text.IndexOfAny([',', '\n', '}'], colon);
        return Encoding.UTF8.GetBytes($"{text[..(colon + 2)]}{values[random.Next(values.Length)]}{text[end..]}");
    }
}
