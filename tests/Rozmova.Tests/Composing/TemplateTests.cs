using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Tests.Composing;

/// <summary>What may be said once the time for answering is over.</summary>
public sealed class TemplateTests : IAsyncLifetime
{
    private WhatsAppSimulator _simulator = null!;
    private RozmovaServer _program = null!;

    public async Task InitializeAsync()
    {
        _simulator = await WhatsAppSimulator.StartAsync(new WhatsAppSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        _program = await RozmovaServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task The_templates_of_a_channel_are_listed_with_their_places()
    {
        var number = AddNumber();
        number.AddTemplate(new ApprovedTemplate("order_ready", "uk", "Вітаємо, {{1}}! Замовлення {{2}} готове.") { Footer = "Магазин" });
        var channel = await ConnectAsync(number, number.Settings.BusinessAccountId);

        var template = (await new Inbox(_program.Client).GetAsync($"/api/v1/channels/{channel}/templates"))["items"]!.AsArray().Single()!;

        template.Text("key").ShouldBe("order_ready");
        template.Text("language").ShouldBe("uk");
        template.Text("text").ShouldBe("Вітаємо, {{1}}! Замовлення {{2}} готове.");
        template.Text("footer").ShouldBe("Магазин");
        template["parameters"]!.AsArray().Select(name => (string?)name).ShouldBe(["1", "2"]);
        template["canSend"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_business_account_it_says_what_to_set()
    {
        var channel = await ConnectAsync(AddNumber(), businessAccountId: null);

        var answer = await _program.Client.GetAsync($"/api/v1/channels/{channel}/templates");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "platform-refused")).Text("detail").ShouldContain("businessAccountId");
    }

    [Fact]
    public async Task A_platform_without_templates_says_so()
    {
        var answer = await _program.Client.PostAsJsonAsync(
            "/api/v1/channels", new { platform = "custom", name = "Site", settings = new { secret = "a long shared secret" } });

        var listed = await _program.Client.GetAsync($"/api/v1/channels/{(await answer.JsonAsync()).Text("id")}/templates");

        await listed.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
    }

    private BusinessNumber AddNumber() => _simulator.AddNumber(new BusinessNumberSettings
    {
        Id = "106540352240001", AccessToken = "EAATESTTOKEN0001", AppSecret = "secret", VerifyToken = "ours",
    });

    private async Task<string> ConnectAsync(BusinessNumber number, string? businessAccountId)
    {
        var settings = new JsonObject
        {
            ["accessToken"] = number.Settings.AccessToken,
            ["phoneNumberId"] = number.Settings.Id,
            ["businessAccountId"] = businessAccountId,
            ["appSecret"] = "secret",
            ["verifyToken"] = "ours",
            ["baseUrl"] = _simulator.BaseAddress.ToString(),
        };
        var answer = await _program.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "whatsapp", name = "Shop", settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).Text("id");
    }
}
