using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.WhatsApp;
using Rozmova.Testing;
using Rozmova.Testing.Conformance;

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
    public async Task What_a_template_leaves_open_beside_its_text_is_listed()
    {
        var number = AddNumber();
        number.AddTemplate(Picture);
        var channel = await ConnectAsync(number, number.Settings.BusinessAccountId);

        var template = (await new Inbox(_program.Client).GetAsync($"/api/v1/channels/{channel}/templates"))["items"]!.AsArray().Single()!;

        template.Text("headerNeeds").ShouldBe("image");
        template["buttons"]!.AsArray().Select(button => (string?)button).ShouldBe(["Confirm", "Track"]);
        template["buttonNeeds"]!.AsArray().Select(need => (string?)need).ShouldBe(["key", "url"]);
        template["canSend"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_picture_and_what_the_buttons_are_given_reach_the_customer()
    {
        var number = AddNumber();
        number.AddTemplate(Picture);
        await ConnectAsync(number, number.Settings.BusinessAccountId);
        var (customer, conversation) = await WroteAsync(number);
        var mediaId = await UploadAsync("image");

        var posted = await PostAsync(conversation, new
        {
            type = "template", key = "on_its_way", language = "uk", parameters = new[] { "17" }, mediaId,
            buttons = new object[] { new { key = "ord:17:ok" }, new { url = "17?from=chat" } },
        });

        posted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await posted.Content.ReadAsStringAsync());
        (await posted.JsonAsync())["content"]!.Text("mediaId").ShouldBe(mediaId);
        await Eventually.Is("it is there", () => customer.Received.Count == 1, CancellationToken.None);
        var components = customer.Received.Single().Json["template"]!["components"]!.AsArray();
        components.Select(component => (string?)component!["type"]).ShouldBe(["header", "body", "button", "button"]);
        components[0]!["parameters"]![0]!["image"]!.Text("id").ShouldNotBeEmpty();
        components[2]!["parameters"]![0]!.Text("payload").ShouldBe("ord:17:ok");
        components[2]!.Text("index").ShouldBe("0");
        components[3]!["parameters"]![0]!.Text("text").ShouldBe("17?from=chat");
        components[3]!.Text("sub_type").ShouldBe("url");
    }

    [Fact]
    public async Task A_place_and_words_above_the_text_reach_the_customer()
    {
        var number = AddNumber();
        number.AddTemplate(new ApprovedTemplate("we_are_here", "uk", "Чекаємо.") { HeaderFormat = "LOCATION" });
        number.AddTemplate(new ApprovedTemplate("greeting", "uk", "Чекаємо.") { Header = "Вітаємо, {{1}}" });
        await ConnectAsync(number, number.Settings.BusinessAccountId);
        var (customer, conversation) = await WroteAsync(number);

        object[] contents =
        [
            new { type = "template", key = "we_are_here", language = "uk", latitude = 50.45, longitude = 30.52, name = "Shop" },
            new { type = "template", key = "greeting", language = "uk", text = "Оля" },
        ];
        foreach (var content in contents)
        {
            (await PostAsync(conversation, content)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await Eventually.Is("both are there", () => customer.Received.Count == 2, CancellationToken.None);
        var place = customer.Received[0].Json["template"]!["components"]![0]!["parameters"]![0]!["location"]!;
        ((double)place["latitude"]!).ShouldBe(50.45);
        place.Text("address").ShouldBe("Shop");
        customer.Received[1].Json["template"]!["components"]![0]!["parameters"]![0]!.Text("text").ShouldBe("Оля");
    }

    [Fact]
    public async Task What_is_missing_is_named_before_anything_is_stored()
    {
        var number = AddNumber();
        number.AddTemplate(Picture);
        await ConnectAsync(number, number.Settings.BusinessAccountId);
        var (customer, conversation) = await WroteAsync(number);

        var bare = await PostAsync(conversation, new { type = "template", key = "on_its_way", language = "uk" });
        var unknown = await PostAsync(conversation, new { type = "template", key = "on_its_way", language = "de" });
        var film = await PostAsync(conversation, new
        {
            type = "template", key = "on_its_way", language = "uk", parameters = new[] { "17" }, mediaId = await UploadAsync("file"),
            buttons = new object[] { new { }, new { url = "17" } },
        });

        var detail = (await bare.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported")).Text("detail");
        detail.ShouldContain("1 parameters (1)");
        detail.ShouldContain("a file of type image");
        detail.ShouldContain("button 2 (Track)");
        (await unknown.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported")).Text("detail").ShouldContain("in de");
        (await film.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported")).Text("detail").ShouldContain("image");
        (await new Inbox(_program.Client).EntriesAsync(conversation)).Count.ShouldBe(1);
        customer.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_approved_a_moment_ago_can_be_sent()
    {
        var number = AddNumber();
        await ConnectAsync(number, number.Settings.BusinessAccountId);
        var (customer, conversation) = await WroteAsync(number);
        number.AddTemplate(new ApprovedTemplate("hello", "uk", "Вітаємо!"));

        var posted = await PostAsync(conversation, new { type = "template", key = "hello", language = "uk" });

        posted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await posted.Content.ReadAsStringAsync());
        await Eventually.Is("it is there", () => customer.Received.Count == 1, CancellationToken.None);
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

    private static readonly ApprovedTemplate Picture = new("on_its_way", "uk", "Замовлення {{1}} у дорозі.")
    {
        HeaderFormat = "IMAGE",
        Buttons = [("QUICK_REPLY", "Confirm", null), ("URL", "Track", "https://shop.example/track/{{1}}")],
    };

    private async Task<(Customer Customer, string Conversation)> WroteAsync(BusinessNumber number)
    {
        await number.SubscribeAsync(new Uri(_program.Address, "/api/v1/communications/webhooks/whatsapp"), CancellationToken.None);
        var customer = number.AddCustomer("Olena", "380501112233");
        customer.SendText("Good day");
        return (customer, await new Inbox(_program.Client).ConversationOfAsync("Olena"));
    }

    private async Task<string> UploadAsync(string type)
    {
        var file = SampleFile.Of(type);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file.Content.ToArray()), "file", file.Name } };
        var answer = await _program.Client.PostAsync("/api/v1/media", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).Text("id");
    }

    private Task<HttpResponseMessage> PostAsync(string conversation, object content) =>
        _program.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new { content });

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
