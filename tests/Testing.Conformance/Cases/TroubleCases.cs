using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>What goes wrong on the way out: every message ends sent once, failed with a reason, or unknown.</summary>
internal static class TroubleCases
{
    private static readonly object Hello = new { type = "text", text = "Hello?" };
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(900); // a second as the platforms count it

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        Of(Trouble.Blocked, "blocked by the customer is said so", stage => Fails(stage, Trouble.Blocked, "blocked")),
        Of(Trouble.UnknownChat, "a chat nobody knows is said so", stage => Fails(stage, Trouble.UnknownChat, "chat-not-found")),
        Of(Trouble.RateLimited, "asked to wait, it waits and sends once", RateLimited),
        Of(Trouble.ServerError, "after a 5xx it tries again", ServerError),
        Of(Trouble.TokenExpired, "an expired token holds messages", TokenExpired),
        Of(Trouble.NoAnswer, "without an answer it is never sent twice", NoAnswer),
    ];

    private static ConformanceCase Of(Trouble trouble, string name, Func<Stage, Task> play) =>
        new($"trouble: {name}", platform => platform.UnlessTells(trouble), play);

    private static async Task Fails(Stage stage, Trouble trouble, string code)
    {
        var conversation = await stage.GreetAsync();
        stage.Account.Provoke(trouble);

        var failed = await stage.StateAsync(await stage.QueueAsync(conversation, Hello), "failed");

        failed["error"]!.Text("code").ShouldBe(code);
        failed["error"]!.Text("detail").ShouldNotBeEmpty();
        stage.Customer.Received.ShouldBeEmpty();
    }

    private static async Task RateLimited(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        stage.Account.Provoke(Trouble.RateLimited);
        var began = Stopwatch.GetTimestamp();

        await stage.SendAsync(conversation, Hello);

        Stopwatch.GetElapsedTime(began).ShouldBeGreaterThan(Wait);
        stage.Customer.Received.ShouldHaveSingleItem();
    }

    private static async Task ServerError(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        stage.Account.Provoke(Trouble.ServerError);

        await stage.SendAsync(conversation, Hello);

        stage.Customer.Received.ShouldHaveSingleItem();
    }

    private static async Task TokenExpired(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        stage.Account.Provoke(Trouble.TokenExpired);

        var held = await stage.QueueAsync(conversation, Hello);
        JsonNode? channel = null;
        await Stage.Until("the channel has failed", async () => (channel = await stage.ChannelAsync()).Text("state") == "failed");
        channel!.Text("detail").ShouldNotBeEmpty();
        await stage.StateAsync(held, "queued");
        stage.Customer.Received.ShouldBeEmpty();

        var answer = await stage.Operator.PatchAsJsonAsync(stage.ChannelPath, new { settings = stage.Account.Mend() });

        answer.EnsureSuccessStatusCode();
        await stage.ReceivedAsync("what was held", each => each.Text == "Hello?");
        await Stage.Until("the channel is connected", async () => (await stage.ChannelAsync()).Text("state") == "connected");
        stage.Customer.Received.ShouldHaveSingleItem();
    }

    // Unknown and left to a person; or sent, where the platform takes a message once however often it is asked.
    private static async Task NoAnswer(Stage stage)
    {
        var conversation = await stage.GreetAsync();
        stage.Account.Provoke(Trouble.NoAnswer);

        var first = await stage.QueueAsync(conversation, Hello);
        await stage.SendAsync(conversation, new { type = "text", text = "Still there?" });

        var ended = await stage.EntryAsync(conversation, "it has ended", entry => entry.Text("id") == first.Text("id"));
        if (ended.Text("status") == "unknown")
        {
            ended["error"]!.Text("code").ShouldBe("no-answer");
        }
        else
        {
            ended.Text("status").ShouldBe("sent");
            stage.Customer.Received[0].Text.ShouldBe("Hello?");
        }

        stage.Customer.Received.Count(each => each.Text == "Hello?").ShouldBeLessThanOrEqualTo(1);
        stage.Customer.Received[^1].Text.ShouldBe("Still there?");
    }
}
