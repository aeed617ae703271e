using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

public sealed class FaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SimulatedTelegram _telegram = null!;

    public async Task InitializeAsync()
    {
        _telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        _telegram.Customer.Start();
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task A_fault_befalls_as_many_calls_as_it_says_and_no_other_method()
    {
        _telegram.Simulator.Faults.Add(Refusal.TooManyRequests(14) with { Method = "sendMessage", Count = 2 });

        var codes = new List<int>();
        foreach (var method in new[] { "getMe", "sendMessage", "sendMessage", "sendMessage" })
        {
            using var response = await PostAsync(method);
            codes.Add((int)response.StatusCode);
        }

        codes.ShouldBe([200, 429, 429, 200]);
        _telegram.Customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_message_with_the_customer()
    {
        _telegram.Simulator.Faults.Add(new Fault.LostAnswer { Method = "sendMessage" });

        await Should.ThrowAsync<HttpRequestException>(() => PostAsync("sendMessage"));

        _telegram.Customer.BotMessages.ShouldHaveSingleItem().Text.ShouldBe("hi");
    }

    [Fact]
    public async Task A_hanging_call_does_nothing_until_it_is_released()
    {
        var hang = _telegram.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage" });
        var sending = PostAsync("sendMessage");
        await hang.Reached.WaitAsync(Patience);
        _telegram.Customer.BotMessages.ShouldBeEmpty();

        hang.Release();

        (await sending.WaitAsync(Patience)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _telegram.Customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_can_be_fetched_by_its_path_and_break_off_half_way()
    {
        var update = _telegram.Customer.SendDocument(SimulatedFile.OfSize("price list.pdf", "application/pdf", 100_000));
        var fileId = (string?)update.ToJson()["message"]!["document"]!["file_id"];
        var file = await _telegram.CallAsync("getFile", new JsonObject { ["file_id"] = fileId });
        var path = $"/file/bot{SimulatedTelegram.Token}/{file["result"]!["file_path"]}";

        var whole = await (await _telegram.GetAsync(path)).Content.ReadAsByteArrayAsync();
        _telegram.Simulator.Faults.Add(new CutFile());
        await Should.ThrowAsync<HttpRequestException>(() => _telegram.GetAsync(path));

        whole.Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task A_customer_who_blocked_the_bot_is_not_reached_until_they_unblock_it()
    {
        _telegram.Customer.BlockBot();
        var refused = await _telegram.CallAsync("sendMessage", Message());
        _telegram.Customer.UnblockBot();
        var accepted = await _telegram.CallAsync("sendMessage", Message());

        ((string?)refused["description"]).ShouldBe("Forbidden: bot was blocked by the user");
        ((bool)accepted["ok"]!).ShouldBeTrue();
    }

    private Task<HttpResponseMessage> PostAsync(string method) => _telegram.PostAsync(method, Message());

    private JsonObject Message() => new() { ["chat_id"] = _telegram.Customer.Id, ["text"] = "hi" };
}
