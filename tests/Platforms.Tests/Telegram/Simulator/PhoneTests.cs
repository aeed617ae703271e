using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

public sealed class PhoneTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SimulatedTelegram _telegram = null!;

    private string Phone => $"/phone/{_telegram.Bot.Id}/{_telegram.Customer.Id}";

    public async Task InitializeAsync() => _telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task What_is_typed_reaches_the_bot_and_the_composer_starts_anew()
    {
        using var form = new FormUrlEncodedContent([new("text", "is it in stock?")]);

        using var response = await _telegram.PostToAsync($"{Phone}/composer", form);

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        _telegram.Bot.PendingUpdates.ShouldBe(1);
        _telegram.Customer.Messages.ShouldHaveSingleItem().Text.ShouldBe("is it in stock?");
    }

    [Fact]
    public async Task A_pressed_button_becomes_a_callback_query()
    {
        _telegram.Customer.Start();
        var sent = await _telegram.CallAsync("sendMessage", new JsonObject
        {
            ["chat_id"] = _telegram.Customer.Id,
            ["text"] = "Size?",
            ["reply_markup"] = JsonNode.Parse("""{"inline_keyboard":[[{"text":"M","callback_data":"size:M"}]]}"""),
        });
        using var form = new FormUrlEncodedContent(
            [new("do", "press"), new("message", $"{sent["result"]!["message_id"]}"), new("data", "size:M")]);

        using var response = await _telegram.PostToAsync($"{Phone}/act", form);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var updates = (await _telegram.CallAsync("getUpdates"))["result"]!.AsArray();
        ((string?)updates[^1]!["callback_query"]!["data"]).ShouldBe("size:M");
    }

    [Fact]
    public async Task A_button_under_a_groups_message_is_pressed_by_the_member_whose_phone_it_is()
    {
        var group = _telegram.Bot.AddGroup("Operators");
        var sent = await _telegram.CallAsync("sendMessage", new JsonObject
        {
            ["chat_id"] = group.Id,
            ["text"] = "Who takes it?",
            ["reply_markup"] = JsonNode.Parse("""{"inline_keyboard":[[{"text":"I","callback_data":"take"}]]}"""),
        });
        using var stream = new StreamReader(await _telegram.GetStreamAsync($"{Phone}/group/{group.Id}/thread"));
        using var form = new FormUrlEncodedContent(
            [new("do", "press"), new("message", $"{sent["result"]!["message_id"]}"), new("data", "take"), new("group", $"{group.Id}")]);

        (await ReadUntilAsync(stream, "Who takes it?")).ShouldContain("Operators");
        using var response = await _telegram.PostToAsync($"{Phone}/act", form);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var press = (await _telegram.CallAsync("getUpdates"))["result"]!.AsArray()[^1]!["callback_query"]!;
        ((long)press["message"]!["chat"]!["id"]!).ShouldBe(group.Id);
        ((long)press["from"]!["id"]!).ShouldBe(_telegram.Customer.Id);
    }

    [Fact]
    public async Task The_open_chat_draws_what_comes_and_hides_what_changed()
    {
        var update = _telegram.Customer.SendText("size M");
        using var stream = new StreamReader(await _telegram.GetStreamAsync($"{Phone}/thread"));
        (await ReadUntilAsync(stream, "size M")).ShouldContain(Drawing(update, version: 1));

        _telegram.Customer.Edit(update.MessageId!.Value, "size L");

        var redrawn = await ReadUntilAsync(stream, "size L");
        redrawn.ShouldContain($"#m{update.MessageId}v1{{display:none}}");
        redrawn.ShouldContain(Drawing(update, version: 2));
    }

    [Fact]
    public async Task Nothing_a_person_or_a_bot_writes_becomes_markup()
    {
        _telegram.Customer.SendText("<img src=x onerror=alert(1)>");
        await _telegram.CallAsync("sendMessage", new JsonObject
        {
            ["chat_id"] = _telegram.Customer.Id,
            ["text"] = "<a href=\"javascript:alert(1)\">press</a> &lt;b&gt; <b>bold</b>",
            ["parse_mode"] = "HTML",
        });
        using var stream = new StreamReader(await _telegram.GetStreamAsync($"{Phone}/thread"));

        var drawn = await ReadUntilAsync(stream, "<b>bold</b>");

        drawn.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        drawn.ShouldContain("<span>press</span> &lt;b&gt; <b>bold</b>");
        drawn.ShouldNotContain("javascript:");
    }

    private static string Drawing(Update update, int version) =>
        $"id=\"m{update.MessageId}v{version}\" style=\"order:-{2 * update.MessageId}\"";

    private static async Task<string> ReadUntilAsync(StreamReader stream, string end)
    {
        var read = "";
        while (!read.Contains(end, StringComparison.Ordinal))
        {
            read += await stream.ReadLineAsync().WaitAsync(Patience) + "\n";
        }

        return read;
    }
}
