using System.Net;
using System.Net.Http.Json;
using Rozmova.Simulators.Meta;
using Rozmova.Testing;

namespace Rozmova.Tests.Composing;

/// <summary>What a page may still say when even a person's time for answering is over.</summary>
public sealed class PageTemplateTests : IAsyncLifetime
{
    private readonly TestClock _metaTime = new(TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(8));
    private MetaSimulator _simulator = null!;
    private RozmovaServer _program = null!;

    public async Task InitializeAsync()
    {
        _simulator = await MetaSimulator.StartAsync(new MetaSimulatorOptions(), _metaTime, CancellationToken.None);
        _program = await RozmovaServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task After_the_seven_days_a_template_reaches_the_customer_and_shows_once()
    {
        var page = _simulator.AddPage("104000000000001", "EAA-token-of-a-page", "a secret of the app");
        page.AddTemplate(new PageTemplate("order_ready", "uk", "Замовлення {{1}} готове."));
        var channel = await ConnectAsync(page);
        var customer = page.AddCustomer("Olena");
        customer.SendText("Good day");
        var inbox = new Inbox(_program.Client);
        var conversation = await inbox.ConversationOfAsync("Olena");
        _metaTime.Advance(TimeSpan.FromDays(8));
        var late = await inbox.PostAsync(conversation, "Sorry for the delay");
        await late.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "window-closed");

        var listed = (await inbox.GetAsync($"/api/v1/channels/{channel}/templates"))["items"]!.AsArray().Single()!;
        var bare = await PostAsync(conversation, new { type = "template", key = listed.Text("key"), language = "uk" });
        var posted = await PostAsync(conversation, new { type = "template", key = listed.Text("key"), language = "uk", parameters = new[] { "17" } });

        await bare.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        posted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await posted.Content.ReadAsStringAsync());
        var sent = await inbox.StateAsync(await posted.JsonAsync(), "sent");
        customer.Received.ShouldHaveSingleItem().Text.ShouldBe("Замовлення 17 готове.");
        customer.Read();
        await inbox.StateAsync(sent, "read");
        (await inbox.EntriesAsync(conversation)).Count(entry => entry.Text("direction") == "outbound").ShouldBe(1);
    }

    private async Task<string> ConnectAsync(MetaAccount page)
    {
        var settings = new
        {
            pageAccessToken = page.Token, pageId = page.Id, appSecret = page.AppSecret, verifyToken = "ours", baseUrl = _simulator.BaseAddress,
        };
        var answer = await _program.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "messenger", name = "Shop page", settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        page.Webhook = new Uri(_program.Address, "/api/v1/communications/webhooks/messenger");
        return (await answer.JsonAsync()).Text("id");
    }

    private Task<HttpResponseMessage> PostAsync(string conversation, object content) =>
        _program.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new { content });
}
