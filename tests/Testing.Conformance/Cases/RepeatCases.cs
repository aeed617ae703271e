using System.Net;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>What a platform delivers more than once, in another order, or in bad company.</summary>
internal static class RepeatCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("repeats: one request many times is one message", platform => platform.UnlessHasWebhooks(), Duplicates),
        new("repeats: again after our 5xx it is there once", platform => platform.UnlessHasWebhooks(), Retry),
        new("repeats: in reverse it reads in order", platform => platform.UnlessHasWebhooks(), OutOfOrder),
        new("repeats: a batch keeps its readable entries", Batches, Batch),
    ];

    private static string? Batches(Participant platform) =>
        platform.UnlessHasWebhooks() ?? (platform.Side.Batches ? null : "sends one event a request");

    private static async Task Duplicates(Stage stage)
    {
        var request = (await stage.CatchAsync(new Act.Write("Good day")))[0];

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stage.DeliverAsync(request)));
        var conversation = await stage.ConversationAsync();
        await stage.DeliverAsync(request);
        await stage.Customer.PlayAsync(new Act.Write("And another"));

        await stage.EntryAsync(conversation, "what came behind", entry => entry.Says() == "And another");
        (await stage.InboundAsync(conversation)).Select(entry => entry.Says()).ShouldBe(["Good day", "And another"]);
    }

    private static async Task Retry(Stage stage)
    {
        var request = (await stage.CatchAsync(new Act.Write("Good day")))[0];

        stage.Wire.FailOnce(request.Path);
        (await stage.DeliverToWireAsync(request)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await stage.DeliverToWireAsync(request)).ShouldBe(HttpStatusCode.OK);
        await stage.Customer.PlayAsync(new Act.Write("And another"));

        var conversation = await stage.ConversationAsync();
        await stage.EntryAsync(conversation, "what came behind", entry => entry.Says() == "And another");
        (await stage.InboundAsync(conversation)).Select(entry => entry.Says()).ShouldBe(["Good day", "And another"]);
    }

    private static async Task OutOfOrder(Stage stage)
    {
        var requests = await stage.CatchAsync(new Act.Write("first"), new Act.Write("second"), new Act.Write("third"));

        foreach (var request in requests.Reverse())
        {
            await stage.DeliverAsync(request);
        }

        var conversation = await stage.ConversationAsync();
        await stage.EntryAsync(conversation, "the one that came last", entry => entry.Says() == "first");
        (await stage.InboundAsync(conversation)).Select(entry => entry.Says()).ShouldBe(["first", "second", "third"]);
    }

    private static async Task Batch(Stage stage)
    {
        await stage.DeliverAsync(stage.Account.Batch("from one", "from another"));

        await Stage.Until("both have a conversation", async () => (await stage.ConversationsAsync()).Count == 2);
        foreach (var conversation in await stage.ConversationsAsync())
        {
            (await stage.InboundAsync(conversation)).ShouldHaveSingleItem().Says().ShouldBeOneOf("from one", "from another");
        }
    }
}
