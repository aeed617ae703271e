using System.Text;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;
using Rozmova.Platforms.Tests.Telegram.Simulator;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramPollingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SimulatedTelegram _simulated = null!;
    private TelegramUnderTest _telegram = null!;
    private ChannelConnection _channel = null!;

    public async Task InitializeAsync()
    {
        _simulated = await SimulatedTelegram.StartAsync(TimeProvider.System);
        _telegram = TelegramUnderTest.Against(_simulated.Simulator.BaseAddress);
        _channel = _telegram.ChannelWith(new() { ["mode"] = "polling" });
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _simulated.DisposeAsync();
    }

    [Fact]
    public void Only_a_channel_set_to_polling_is_polled()
    {
        _telegram.Platform.IsPolled(_channel).ShouldBeTrue();
        _telegram.Platform.IsPolled(_telegram.Channel).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_update_comes_byte_for_byte_and_the_next_poll_confirms_it()
    {
        var first = _simulated.Customer.SendText("Добрий вечір");
        var second = _simulated.Customer.SendText("is the order ready?");

        var news = await PollAsync(null);

        news.Report.ShouldBe(ConnectionReport.Connected);
        news.Updates.Select(Text).ShouldBe([Text(first.Json), Text(second.Json)]);
        news.Offset.ShouldBe($"{second.Id + 1}");
        first.Delivered.IsCompleted.ShouldBeFalse();
        var third = _simulated.Customer.SendText("hello?");
        var more = await PollAsync(news.Offset);
        second.Delivered.IsCompleted.ShouldBeTrue();
        Text(more.Updates.ShouldHaveSingleItem()).ShouldBe(Text(third.Json));
    }

    [Fact]
    public async Task No_news_leaves_the_offset_where_it_was()
    {
        await using var api = await ScriptedBotApi.StartAsync((200, """{"ok":true,"result":[]}"""));
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);

        var news = await telegram.Platform.PollAsync(telegram.Channel, "731000102", CancellationToken.None);

        news.Updates.ShouldBeEmpty();
        news.Offset.ShouldBe("731000102");
        var asked = api.Calls.ShouldHaveSingleItem().Body;
        ((long)asked["offset"]!).ShouldBe(731000102);
        ((int)asked["timeout"]!).ShouldBe(50);
    }

    [Theory]
    [InlineData("terminated by other getUpdates request; make sure that only one bot instance is running", "Another program")]
    [InlineData("terminated by setWebhook request", "has a webhook")]
    public async Task Whoever_takes_our_place_is_explained_to_the_admin(string conflict, string explanation)
    {
        await using var api = await ScriptedBotApi.StartAsync(
            (409, $$"""{"ok":false,"error_code":409,"description":"Conflict: {{conflict}}"}"""));
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);

        var news = await telegram.Platform.PollAsync(telegram.Channel, "5", CancellationToken.None);

        news.Report.State.ShouldBe(ConnectionState.Failed);
        news.Report.Detail!.ShouldContain(explanation);
        news.Offset.ShouldBe("5");
    }

    [Fact]
    public async Task A_webhook_in_the_way_is_explained_to_the_admin()
    {
        var webhook = _telegram.ChannelWith([], new Uri("https://localhost/hook"));
        await _telegram.Platform.ConnectAsync(webhook, CancellationToken.None);

        var news = await PollAsync("5");

        news.Report.State.ShouldBe(ConnectionState.Failed);
        news.Report.Detail!.ShouldContain("webhook");
        news.Offset.ShouldBe("5");
    }

    [Fact]
    public async Task Trouble_is_a_report_and_moves_nothing()
    {
        _simulated.Simulator.Faults.Add(Refusal.TooManyRequests(7));
        _simulated.Simulator.Faults.Add(new Fault.InvalidJson());
        _simulated.Simulator.Faults.Add(Refusal.ServerError());
        _simulated.Customer.SendText("hello");

        var throttled = await PollAsync("5");
        var unreadable = await PollAsync("5");
        var broken = await PollAsync("5");

        throttled.Report.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        new[] { throttled, unreadable, broken }.ShouldAllBe(news =>
            news.Report.State == ConnectionState.Failed && news.Offset == "5" && news.Updates.Count == 0);
    }

    [Fact]
    public async Task A_poll_ends_when_the_program_does()
    {
        using var stopping = new CancellationTokenSource();
        var poll = _telegram.Platform.PollAsync(_channel, null, stopping.Token).AsTask();
        await _simulated.Simulator.Calls.WaitForAsync("getUpdates", 1, CancellationToken.None).WaitAsync(Patience);

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => poll.WaitAsync(Patience));
    }

    [Theory]
    [InlineData("""{"ok":true,"result":[{"update_id":7,"poll":{"update_id":99,"a":"}]"}}, {"a":[{}],"update_id":9}]}""", 2, 9)]
    [InlineData("""{"result":[{"update_id":"7"}],"ok":true,"parameters":{"x":{"update_id":5}}}""", 1, null)]
    [InlineData("""{"ok":true,"result":[]}""", 0, null)]
    [InlineData("""{"ok":true}""", 0, null)]
    public void An_answer_is_cut_at_its_updates_and_nowhere_else(string answer, int count, int? lastId)
    {
        var (updates, last) = TelegramPolling.Cut(Encoding.UTF8.GetBytes(answer));

        updates.Count.ShouldBe(count);
        updates.Select(Text).ShouldAllBe(update => update.EndsWith('}') && answer.Contains(update));
        last.ShouldBe(lastId);
    }

    private Task<PollResult> PollAsync(string? offset) =>
        _telegram.Platform.PollAsync(_channel, offset, CancellationToken.None).AsTask();

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
