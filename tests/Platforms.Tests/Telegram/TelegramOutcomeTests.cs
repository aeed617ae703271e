using System.Net;
using System.Net.Sockets;
using Rozmova.Messaging;
using Rozmova.Platforms.Tests.Telegram.Simulator;
using Rozmova.Simulators;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Telegram;

/// <summary>What becomes of a message for everything Telegram, or the way to it, can answer.</summary>
public sealed class TelegramOutcomeTests
{
    private const string Chat = "5551234567";
    private const string Sent = """{"ok":true,"result":{"message_id":41,"chat":{"id":5551234567},"date":1767225600}}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly MessageContent Hello = new MessageContent.Text("hello");

    [Fact]
    public async Task An_accepted_message_has_telegrams_id() =>
        (await OutcomeOfAsync((200, Sent))).ShouldBe(new SendOutcome.Sent(new PlatformMessageId("41", Chat)));

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", SendErrors.Blocked)]
    [InlineData(403, "Forbidden: user is deactivated", SendErrors.Blocked)]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", SendErrors.Blocked)]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", SendErrors.Blocked)]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", SendErrors.ChatNotFound)]
    [InlineData(403, "Forbidden: the group chat was deleted", SendErrors.ChatNotFound)]
    [InlineData(400, "Bad Request: chat not found", SendErrors.ChatNotFound)]
    [InlineData(400, "Bad Request: file must be non-empty", SendErrors.FileRefused)]
    [InlineData(400, "Bad Request: IMAGE_PROCESS_FAILED", SendErrors.FileRefused)]
    [InlineData(413, "Request Entity Too Large", SendErrors.FileRefused)]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", SendErrors.Rejected)]
    [InlineData(403, "Forbidden: something new", SendErrors.Rejected)]
    [InlineData(404, "Not Found: method not found", SendErrors.Rejected)]
    public async Task A_refusal_is_final_and_says_why(int code, string description, string error)
    {
        var refused = (await OutcomeOfAsync(Refusal(code, description))).ShouldBeOfType<SendOutcome.Refused>();

        refused.Error.Code.ShouldBe(error);
        refused.Error.Detail.ShouldEndWith(".");
    }

    [Fact]
    public async Task A_refusal_we_have_no_words_for_quotes_telegram() =>
        (await OutcomeOfAsync(Refusal(400, "Bad Request: BUTTON_DATA_INVALID"))).ShouldBeOfType<SendOutcome.Refused>()
            .Error.Detail.ShouldContain("BUTTON_DATA_INVALID");

    [Fact]
    public async Task A_refusal_without_a_code_goes_by_its_status() =>
        (await OutcomeOfAsync((403, """{"ok":false,"description":"Forbidden: bot was blocked by the user"}""")))
            .ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.Blocked);

    [Fact]
    public async Task A_request_to_slow_down_is_kept_to_the_second()
    {
        var outcome = await OutcomeOfAsync((429, """
            {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 14","parameters":{"retry_after":14}}
            """));

        outcome.ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(14), ThrottleScope.Chat));
    }

    [Fact]
    public async Task A_wrong_token_holds_the_whole_channel() =>
        (await OutcomeOfAsync(Refusal(401, "Unauthorized"))).ShouldBeOfType<SendOutcome.ChannelRejected>()
            .Detail.ShouldContain("@BotFather");

    [Theory]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}""")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(302, "")]
    [InlineData(403, "<html>a proxy says no</html>")]
    public async Task Trouble_on_the_other_side_is_worth_another_try(int status, string body) =>
        (await OutcomeOfAsync((status, body))).ShouldBeOfType<SendOutcome.NotDelivered>();

    [Theory]
    [InlineData(200, "<html>Welcome to this hotel</html>")]
    [InlineData(200, """{"ok":true,"resu""")]
    [InlineData(200, """{"ok":true,"result":true}""")]
    [InlineData(504, "<html>Gateway Timeout</html>")]
    public async Task An_answer_that_cannot_be_read_leaves_it_unknown(int status, string body) =>
        (await OutcomeOfAsync((status, body))).ShouldBeOfType<SendOutcome.Unknown>();

    [Fact]
    public async Task Nobody_listening_means_not_delivered()
    {
        await using var telegram = TelegramUnderTest.Against(new Uri($"http://127.0.0.1:{FreePort()}"));

        (await telegram.SendAsync(Chat, Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_means_not_delivered()
    {
        await using var telegram = TelegramUnderTest.Against(new Uri("http://telegram.invalid"));

        (await telegram.SendAsync(Chat, Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task A_failed_tls_handshake_means_not_delivered()
    {
        await using var plain = await ScriptedBotApi.StartAsync();
        await using var telegram = TelegramUnderTest.Against(new UriBuilder(plain.BaseUrl) { Scheme = "https" }.Uri);

        (await telegram.SendAsync(Chat, Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_leaves_it_unknown()
    {
        await using var simulated = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await using var telegram = TelegramUnderTest.Against(simulated.Simulator.BaseAddress);
        simulated.Customer.AlreadyStarted();
        simulated.Simulator.Faults.Add(new Fault.LostAnswer { Method = "sendMessage" });

        var outcome = await telegram.SendAsync($"{simulated.Customer.Id}", Hello);

        outcome.ShouldBeOfType<SendOutcome.Unknown>();
        simulated.Customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_answer_within_thirty_seconds_leaves_it_unknown()
    {
        var clock = new TestClock();
        await using var simulated = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await using var telegram = TelegramUnderTest.Against(simulated.Simulator.BaseAddress, clock);
        simulated.Customer.AlreadyStarted();
        var hang = simulated.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage" });
        var sending = telegram.SendAsync($"{simulated.Customer.Id}", Hello);
        await hang.Reached.WaitAsync(Patience);

        clock.Advance(TimeSpan.FromSeconds(29));
        sending.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        (await sending.WaitAsync(Patience)).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task A_group_that_moved_gets_the_message_at_its_new_place_at_once()
    {
        await using var api = await ScriptedBotApi.StartAsync(
            (400, """
                {"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat",
                 "parameters":{"migrate_to_chat_id":-1001234567890}}
                """),
            (200, """{"ok":true,"result":{"message_id":2,"chat":{"id":-1001234567890},"date":1767225600}}"""));
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);

        var outcome = await telegram.SendAsync("-400000001", Hello);

        outcome.ShouldBe(new SendOutcome.Sent(new PlatformMessageId("2", "-1001234567890")));
        api.Calls.Select(call => (long)call.Body["chat_id"]!).ShouldBe([-400000001, -1001234567890]);
    }

    [Fact]
    public async Task Words_telegram_cannot_read_as_html_are_sent_once_more_as_they_are()
    {
        await using var api = await ScriptedBotApi.StartAsync(
            Refusal(400, "Bad Request: can't parse entities: unsupported start tag"), (200, Sent));
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);

        var outcome = await telegram.SendAsync(Chat, new MessageContent.Text("1 < 2"));

        outcome.ShouldBeOfType<SendOutcome.Sent>();
        api.Calls.Select(call => (string)call.Body["text"]!).ShouldBe(["1 &lt; 2", "1 < 2"]);
        api.Calls[1].Body.ContainsKey("parse_mode").ShouldBeFalse();
    }

    private static async Task<SendOutcome> OutcomeOfAsync((int Status, string Body) answer)
    {
        await using var api = await ScriptedBotApi.StartAsync(answer);
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);
        var outcome = await telegram.SendAsync(Chat, Hello);
        api.Calls.Count.ShouldBe(1);
        return outcome;
    }

    private static (int Status, string Body) Refusal(int code, string description) =>
        (code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"}""");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
