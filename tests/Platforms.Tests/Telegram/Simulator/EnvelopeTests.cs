using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

public sealed class EnvelopeTests : IAsyncLifetime
{
    private SimulatedTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task A_known_method_answers_ok_whatever_the_case_of_its_name()
    {
        var answer = await _telegram.CallAsync("GETME");

        ((bool)answer["ok"]!).ShouldBeTrue();
        ((string?)answer["result"]!["username"]).ShouldBe("acme_support_bot");
    }

    [Theory]
    [InlineData("1:unknown", "getMe", 401, "Unauthorized")]
    [InlineData("no-token", "getMe", 404, "Not Found")]
    [InlineData(SimulatedTelegram.Token, "fly", 404, "Not Found: method not found")]
    public async Task A_wrong_address_is_refused_with_the_status_of_its_error(
        string token, string method, int code, string description)
    {
        using var response = await _telegram.PostAsync(method, token: token);

        ((int)response.StatusCode).ShouldBe(code);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        ((bool)answer["ok"]!).ShouldBeFalse();
        ((int)answer["error_code"]!).ShouldBe(code);
        ((string?)answer["description"]).ShouldBe(description);
    }

    [Fact]
    public async Task A_bot_may_not_write_to_someone_who_never_wrote()
    {
        var answer = await SendAsync("hello");

        ((string?)answer["description"]).ShouldBe("Bad Request: chat not found");
    }

    [Fact]
    public async Task The_same_call_works_as_query_form_multipart_and_json()
    {
        _telegram.Customer.Start();
        var fields = new Dictionary<string, string> { ["chat_id"] = $"{_telegram.Customer.Id}", ["text"] = "hi" };
        using var form = new FormUrlEncodedContent(fields);
        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            multipart.Add(new StringContent(value), name);
        }

        using var byForm = await _telegram.PostAsync("sendMessage", form);
        using var byMultipart = await _telegram.PostAsync("sendMessage", multipart);
        using var byQuery = await _telegram.GetAsync(
            $"/bot{SimulatedTelegram.Token}/sendMessage?chat_id={_telegram.Customer.Id}&text=hi");
        await SendAsync("hi");

        new[] { byForm, byMultipart, byQuery }.ShouldAllBe(response => response.StatusCode == HttpStatusCode.OK);
        _telegram.Customer.BotMessages.Select(message => message.Text).ShouldBe(["hi", "hi", "hi", "hi"]);
        _telegram.Simulator.Calls.Count("sendMessage").ShouldBe(4);
    }

    [Fact]
    public async Task Html_becomes_text_and_entities_counted_in_utf16_units()
    {
        _telegram.Customer.Start();

        var answer = await SendAsync("👍 <b>#17</b> &amp; <a href=\"https://example.com/t\">link</a>", "HTML");

        ((string?)answer["result"]!["text"]).ShouldBe("👍 #17 & link");
        answer["result"]!["entities"]!.ToJsonString().ShouldBe("""
            [{"type":"bold","offset":3,"length":3},{"type":"text_link","url":"https://example.com/t","offset":9,"length":4}]
            """);
    }

    [Theory]
    [InlineData("<p>hi</p>", "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("<b>hi", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("  ", "Bad Request: message text is empty")]
    public async Task Text_that_the_real_one_refuses_is_refused(string text, string description)
    {
        _telegram.Customer.Start();

        ((string?)(await SendAsync(text, "HTML"))["description"]).ShouldBe(description);
    }

    [Fact]
    public async Task Limits_answer_429_with_the_seconds_to_wait()
    {
        await using var strict = await SimulatedTelegram.StartAsync(
            new TestClock(), new TelegramSimulatorOptions { RateLimits = true });
        strict.Customer.Start();

        var message = new JsonObject { ["chat_id"] = strict.Customer.Id, ["text"] = "hi" };
        HttpResponseMessage response;
        do
        {
            response = await strict.PostAsync("sendMessage", message);
        }
        while (response.IsSuccessStatusCode && strict.Customer.BotMessages.Count < 30);

        strict.Customer.BotMessages.Count.ShouldBe(3);
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    private Task<JsonObject> SendAsync(string text, string? parseMode = null) => _telegram.CallAsync(
        "sendMessage", new JsonObject { ["chat_id"] = _telegram.Customer.Id, ["text"] = text, ["parse_mode"] = parseMode });
}
