using System.Net;
using System.Net.Http.Json;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>What operators send, as it reaches the customer; and that what a platform does not declare is refused before it is stored.</summary>
internal static class OutboundCases
{
    private static readonly object[] YesAndNo = [new { text = "Yes", key = "yes" }, new { text = "No", key = "no" }];

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        Out("text", Text),
        .. SampleFile.Types.Select(type => Out(type, stage => File(stage, type))),
        Out("location", Location),
        Out("contact", Contact),
        Out("buttons", stage => Buttons(stage, "buttons")),
        Out("menu", stage => Buttons(stage, "menu")),
        Out("template", Template),
        Out("reply", Reply),
        new("out: reaction", platform => platform.UnlessIs<IReactingPlatform>(), React),
        new("out: an undeclared kind is 422", Undeclared, Refused),
    ];

    private static ConformanceCase Out(string name, Func<Stage, Task> play) => new($"out: {name}", platform => platform.UnlessDeclares(name), play);

    private static async Task Text(Stage stage)
    {
        const string Words = "Так, є! 👋 <b>not markup</b> & \"quotes\"\nin two lines";

        var sent = await stage.TalkAsync(new { type = "text", text = Words });

        (await stage.ReceivedAsync("the text", each => each.Type == "text")).Text.ShouldBe(Words);
        sent.Text("platformMessageId").ShouldNotBeEmpty();
    }

    private static async Task File(Stage stage, string type)
    {
        var file = stage.Participant.Side.SampleOf(type);
        await stage.TalkAsync(new { type, mediaId = await stage.UploadAsync(file) });

        var received = await stage.ReceivedAsync(type, each => each.Type == type);

        (await received.Open.ShouldNotBeNull()()).AsSpan().SequenceEqual(file.Content.Span).ShouldBeTrue("the bytes differ");
    }

    private static async Task Location(Stage stage)
    {
        await stage.TalkAsync(new { type = "location", latitude = 50.45, longitude = 30.52 });

        var place = await stage.ReceivedAsync("the place", each => each.Type == "location");
        place.Latitude.ShouldNotBeNull().ShouldBe(50.45, 0.000_01);
        place.Longitude.ShouldNotBeNull().ShouldBe(30.52, 0.000_01);
    }

    private static async Task Contact(Stage stage)
    {
        await stage.TalkAsync(new { type = "contact", name = "Taras", phone = "+380501112233" });

        var card = await stage.ReceivedAsync("the card", each => each.Type == "contact");
        card.Text.ShouldBe("Taras");
        card.Phone.ShouldNotBeNull().TrimStart('+').ShouldBe("380501112233");
    }

    private static async Task Buttons(Stage stage, string type)
    {
        await stage.TalkAsync(new { type, text = "Shall we deliver it?", buttons = YesAndNo });

        var question = await stage.ReceivedAsync("the question", each => each.Text == "Shall we deliver it?");
        question.Buttons.ShouldBe(["Yes", "No"]);
    }

    private static async Task Template(Stage stage)
    {
        await stage.TalkAsync(new { type = "template", key = "order_ready", language = "uk", parameters = new[] { "1024" } });

        (await stage.ReceivedAsync("the template", each => each.Type == "template")).Text.ShouldContain("order_ready");
    }

    private static async Task Reply(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        var question = (await stage.InboundAsync(conversation))[0];

        await stage.SendAsync(conversation, new { type = "text", text = "To that" }, replyTo: question.Text("id"));

        (await stage.ReceivedAsync("the reply", each => each.Text == "To that")).Answers.ShouldBe("Good day");
    }

    private static async Task React(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        var greeting = (await stage.InboundAsync(conversation))[0].Text("id");
        var path = $"/api/v1/conversations/{conversation}/messages/{greeting}/reaction";

        var reacted = await stage.Operator.PutAsJsonAsync(path, new { emoji = "👍" });
        reacted.StatusCode.ShouldBe(HttpStatusCode.OK, await reacted.Content.ReadAsStringAsync());
        stage.Customer.Reaction.ShouldBe("👍");

        var takenBack = await stage.Operator.PutAsJsonAsync(path, new { emoji = (string?)null });
        takenBack.StatusCode.ShouldBe(HttpStatusCode.OK, await takenBack.Content.ReadAsStringAsync());
        stage.Customer.Reaction.ShouldBeNull();
        stage.Customer.Received.ShouldBeEmpty();
    }

    // Buttons may be shown as text by whoever has none, so they are not asked for here.
    private static readonly Dictionary<string, Func<Stage, Task<object>>> Kinds = new()
    {
        ["location"] = _ => Task.FromResult<object>(new { type = "location", latitude = 50.45, longitude = 30.52 }),
        ["contact"] = _ => Task.FromResult<object>(new { type = "contact", name = "Taras", phone = "+380501112233" }),
        ["template"] = _ => Task.FromResult<object>(new { type = "template", key = "order_ready", language = "uk" }),
        ["image"] = stage => FileOf(stage, "image"),
        ["audio"] = stage => FileOf(stage, "audio"),
        ["voice"] = stage => FileOf(stage, "voice"),
        ["video"] = stage => FileOf(stage, "video"),
        ["file"] = stage => FileOf(stage, "file"),
        ["sticker"] = stage => FileOf(stage, "sticker"),
    };

    private static string? Undeclared(Participant platform) =>
        Kinds.Keys.All(platform.Capabilities.Has) ? "declares every kind" : null;

    private static async Task Refused(Stage stage)
    {
        var conversation = await stage.GreetAsync();

        foreach (var (_, content) in Kinds.Where(kind => !stage.Participant.Capabilities.Has(kind.Key)))
        {
            var answer = await stage.PostAsync(conversation, await content(stage));
            await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        }

        (await stage.OutboundAsync(conversation)).ShouldBeEmpty();
        stage.Customer.Received.ShouldBeEmpty();
    }

    private static async Task<object> FileOf(Stage stage, string type) =>
        new { type, mediaId = await stage.UploadAsync(SampleFile.Of(type)) };
}
