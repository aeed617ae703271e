using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators.TelegramUser;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.TelegramUser;

public sealed class TelegramUserSessionTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TestClock _clock = new();
    private readonly TdSimulator _simulator;
    private readonly SimulatedAccount _account;
    private readonly SimulatedPerson _customer;
    private TelegramUserUnderTest _program;

    public TelegramUserSessionTests()
    {
        _simulator = new TdSimulator(_clock);
        _account = _simulator.AddAccount(TelegramUserUnderTest.Phone, "22222");
        _customer = _account.AddPerson("Olena");
        _program = Start();
    }

    public Task InitializeAsync() => _program.SignInAsync(_account);

    public async Task DisposeAsync() => await _program.DisposeAsync();

    public void Dispose()
    {
        _simulator.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task What_the_poller_could_not_store_is_handed_over_again()
    {
        var before = _program.Offset;
        _customer.Write("Good day");
        var first = await _program.HearAsync();

        _program.Offset = before;
        var again = await _program.HearAsync();

        again.ShouldHaveSingleItem().ShouldBeEquivalentTo(first.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task What_was_told_before_a_crash_and_not_stored_is_read_again_from_history()
    {
        await _program.DisposeAsync();
        var offset = _program.Offset;
        _customer.WriteUnheard("Is anybody there?");

        _program = Start();
        _program.Offset = offset;

        TextOf(await _program.HearAsync()).ShouldBe("Is anybody there?");
    }

    [Fact]
    public async Task Bots_we_write_to_and_the_account_that_sends_codes_are_left_out()
    {
        _account.AddBot("Parcels").WriteFromPhone("/start");
        _account.AddTelegram().Write("Login code: 22222");
        _customer.Write("Good day");

        TextOf(await _program.HearAsync()).ShouldBe("Good day");
    }

    [Fact]
    public async Task What_is_written_on_the_phone_is_ours_and_sent_elsewhere()
    {
        _customer.WriteFromPhone("On my way");

        var echo = (await _program.HearAsync()).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageEchoed>();

        echo.Chat.ShouldBe($"{_customer.Id}");
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_confirmed_when_Telegram_has_it_after_all()
    {
        _account.Faults.Enqueue(new SendFault.Silence());
        var sending = _program.SendAsync(_customer.Id, new MessageContent.Text("Hello?"));
        await Eventually.Is("it waits", () => _simulator.Requests.Contains("sendMessage") && _clock.ArmedTimers > 0, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(31));
        (await sending).ShouldBeOfType<SendOutcome.Unknown>();

        _account.BreakSilence();

        (await _program.HearAsync()).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.SendConfirmed>()
            .Id.Id.ShouldBe($"{_customer.NewestOfOurs}");
    }

    [Theory]
    [InlineData(400, "PEER_FLOOD", SendErrors.Rejected)]
    [InlineData(403, "USER_PRIVACY_RESTRICTED", SendErrors.Blocked)]
    [InlineData(403, "CHAT_WRITE_FORBIDDEN", SendErrors.Blocked)]
    [InlineData(400, "PHOTO_INVALID_DIMENSIONS", SendErrors.FileRefused)]
    public async Task A_refusal_is_final_and_explained(int code, string message, string error)
    {
        _account.Faults.Enqueue(new SendFault.Refusal(code, message));

        var outcome = await _program.SendAsync(_customer.Id, new MessageContent.Text("Hello"));

        outcome.ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(error);
        _customer.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(420, "FLOOD_WAIT_17")]
    [InlineData(429, "Too Many Requests: retry after 17")]
    public async Task Asked_to_wait_the_channel_waits_as_long(int code, string message)
    {
        _account.Faults.Enqueue(new SendFault.Refusal(code, message));

        (await _program.SendAsync(_customer.Id, new MessageContent.Text("Hello")))
            .ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(17), ThrottleScope.Channel));
    }

    [Theory]
    [InlineData("AUTH_KEY_UNREGISTERED")]
    [InlineData("SESSION_REVOKED")]
    public async Task A_session_that_is_not_accepted_holds_the_channel(string message)
    {
        _account.Faults.Enqueue(new SendFault.Refusal(401, message));

        (await _program.SendAsync(_customer.Id, new MessageContent.Text("Hello"))).ShouldBeOfType<SendOutcome.ChannelRejected>();
    }

    [Fact]
    public async Task Without_a_connection_nothing_is_handed_to_TDLib_and_only_a_long_outage_is_told()
    {
        _account.SetConnection("connectionStateWaitingForNetwork");
        SendOutcome? outcome = null;
        await Eventually.Is(
            "it is known", async () => (outcome = await _program.SendAsync(_customer.Id, new MessageContent.Text("Hello"))) is not SendOutcome.Sent,
            CancellationToken.None);
        outcome.ShouldBeOfType<SendOutcome.NotDelivered>();
        (await _program.Platform.ConnectAsync(_program.Channel, CancellationToken.None)).State.ShouldBe(ConnectionState.Connected);

        _clock.Advance(TimeSpan.FromSeconds(31));

        await _program.StandsAsync(ConnectionState.Failed);
    }

    [Fact]
    public async Task The_customer_sees_us_type_and_read()
    {
        var message = _customer.Write("Good day");
        await _program.HearAsync();

        await _program.Platform.ShowTypingAsync(_program.Channel, $"{_customer.Id}", CancellationToken.None);
        await _program.Platform.MarkReadAsync(
            _program.Channel, $"{_customer.Id}", new PlatformMessageId($"{message}", $"{_customer.Id}"), CancellationToken.None);

        _customer.SawTyping.ShouldBeTrue();
        _customer.ReadByAccount.ShouldBe(message);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("""{"@type":"updateNewMessage","message":{"id":1,"chat_id":2}}""")]
    [InlineData("""{"@type":"updateNewMessage","message":{"id":0,"chat_id":2,"content":{"@type":"messageDice"}}}""")]
    [InlineData("""{"@type":"updateDeleteMessages","chat_id":0,"message_ids":[1]}""")]
    public void What_cannot_be_read_is_said_so_and_nothing_else_is_thrown(string update) =>
        Should.Throw<UnreadableWebhookException>(() => _program.Platform.Read(_program.Channel, System.Text.Encoding.UTF8.GetBytes(update)));

    [Fact]
    public void Nobody_is_let_in_by_webhook() => _program.Platform.IsAuthentic(
        _program.Channel, new WebhookRequest("{}"u8.ToArray(), new Dictionary<string, string>(), new Dictionary<string, string>(), _clock.GetUtcNow()))
        .ShouldBeFalse();

    private TelegramUserUnderTest Start() => new(new SimulatedTdJson(_simulator), _data.Path, _clock);

    private static string TextOf(IReadOnlyList<InboundEvent> heard) => heard.ShouldHaveSingleItem()
        .ShouldBeOfType<InboundEvent.MessageReceived>().Content.ShouldBeOfType<MessageContent.Text>().Body;
}
