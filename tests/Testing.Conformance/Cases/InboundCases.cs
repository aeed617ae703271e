using System.Net;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>What customers do, as the operator sees it.</summary>
internal static class InboundCases
{
    private const double Latitude = 50.45;
    private const double Longitude = 30.52;

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        In("text", Text),
        .. SampleFile.Types.Select(type => In(type, stage => File(stage, type))),
        In("location", Location),
        In("contact", Contact),
        In("press", Press),
        In("reply", Reply),
        In("edit", Edit),
        In("delete", Delete),
        In("reaction", Reaction),
        In("unknown", Unknown),
        In("block", Block),
    ];

    private static ConformanceCase In(string act, Func<Stage, Task> play) => new($"in: {act}", platform => platform.UnlessCan(act), play);

    private static async Task Text(Stage stage)
    {
        const string Words = "Добрий день! 👋 <b>not markup</b> & \"quotes\"\nin two lines";

        var content = await stage.ShownAsync(new Act.Write(Words), "text");

        content.Text("text").ShouldBe(Words);
    }

    private static async Task File(Stage stage, string type)
    {
        var file = SampleFile.Of(type);
        await stage.ShownAsync(new Act.Send(type, file), type);

        var entry = await stage.EntryAsync(
            await stage.ConversationAsync(), "its file is here", each => each["content"]!.Text("media") is "ready" or "failed");

        entry["content"]!.Text("media").ShouldBe("ready");
        using var answer = await stage.Operator.GetAsync(entry["content"]!.Text("url"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(file.Content.Span).ShouldBeTrue("the bytes differ");
    }

    private static async Task Location(Stage stage)
    {
        var content = await stage.ShownAsync(new Act.SendLocation(Latitude, Longitude), "location");

        ((double)content["latitude"]!).ShouldBe(Latitude, 0.000_01);
        ((double)content["longitude"]!).ShouldBe(Longitude, 0.000_01);
    }

    private static async Task Contact(Stage stage)
    {
        var content = await stage.ShownAsync(new Act.SendContact("Taras", "+380501112233"), "contact");

        content.Text("name").ShouldBe("Taras");
        content.Text("phone").TrimStart('+').ShouldBe("380501112233");
    }

    private static async Task Press(Stage stage)
    {
        if (Asking(stage.Participant) is { } question)
        {
            await stage.TalkAsync(question);
        }

        var content = await stage.ShownAsync(new Act.Press("Yes, please", "deliver:yes"), "menu");

        content.Text("key").ShouldBe("deliver:yes");
        content.Text("text").ShouldBeOneOf("Yes, please", "deliver:yes"); // not every platform sends the label
    }

    private static object? Asking(Participant platform)
    {
        var buttons = new[] { new { text = "Yes, please", key = "deliver:yes" }, new { text = "No", key = "deliver:no" } };
        return new[] { "buttons", "menu" }.FirstOrDefault(platform.Capabilities.Has) is { } type
            ? new { type, text = "Shall we deliver it?", buttons }
            : null;
    }

    private static async Task Reply(Stage stage)
    {
        var ours = await stage.TalkAsync();

        await stage.Customer.PlayAsync(new Act.Reply("That one"));

        var answer = await stage.EntryAsync(ours.Text("conversationId"), "the reply", entry => entry.Says() == "That one");
        answer.Text("replyTo").ShouldBe(ours.Text("id"));
    }

    private static async Task Edit(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        stage.Clock.Pass(TimeSpan.FromSeconds(2));

        await stage.Customer.PlayAsync(new Act.Edit("Good evening"));

        await stage.EntryAsync(conversation, "the new words", entry => entry.Says() == "Good evening" && entry["editedAt"] is not null);
        (await stage.InboundAsync(conversation)).ShouldHaveSingleItem();
    }

    private static async Task Delete(Stage stage)
    {
        var conversation = await stage.GreetAsync();

        await stage.Customer.PlayAsync(new Act.Delete());

        var gone = await stage.EntryAsync(conversation, "it is taken back", entry => entry["deletedAt"] is not null);
        gone.ToJsonString().ShouldNotContain("Good day");
    }

    private static async Task Reaction(Stage stage)
    {
        var ours = await stage.TalkAsync();

        await stage.Customer.PlayAsync(new Act.React("👍"));

        var liked = await stage.EntryAsync(
            ours.Text("conversationId"), "it is liked",
            entry => entry.Text("id") == ours.Text("id") && entry["reactions"]!.AsArray().Count > 0);
        liked["reactions"]!.AsArray().ShouldHaveSingleItem()!.Text("emoji").ShouldStartWith("👍");
    }

    private static async Task Unknown(Stage stage)
    {
        var content = await stage.ShownAsync(new Act.SendUnknown(), "unsupported");

        content.Text("key").ShouldNotBeEmpty();
    }

    private static async Task Block(Stage stage)
    {
        var conversation = await stage.GreetAsync();

        await stage.Customer.PlayAsync(new Act.Block());

        await stage.EntryAsync(
            conversation, "a line about it",
            entry => entry.Text("direction") == "event" && entry["content"]!.Text("key") is "blocked" or "unsubscribed");
    }
}
