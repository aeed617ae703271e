using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.Conversations;

/// <summary>How a conversation passes from one operator to another.</summary>
public sealed class AskingTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task Who_asks_for_a_conversation_is_heard_by_its_holder_who_hands_it_over()
    {
        var (_, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(2);
        (await new Inbox(crew[0].Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var holder = await LiveListener.ConnectAsync(house.Server.Address, apiKey: crew[0].Key);

        var asked = await AskAsync(crew[1], conversation);
        var heard = (await holder.NextAsync("message.created", entry => entry["content"]!.Text("key") == "asked"))["data"]!;
        var handed = await crew[0].Client.PostAsJsonAsync(
            $"/api/v1/conversations/{conversation}/transfer", new { operatorId = heard["author"]!.Text("id") });

        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        heard.Text("direction").ShouldBe("event");
        heard["author"]!.Text("name").ShouldBe(crew[1].Name);
        (await handed.JsonAsync())["claim"]!.Text("operatorId").ShouldBe(crew[1].Id);
    }

    [Fact]
    public async Task Asking_twice_is_asking_once()
    {
        var (_, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(2);
        (await new Inbox(crew[0].Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(crew[1], conversation)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await house.Inbox.EntriesAsync(conversation)).Count(Asked).ShouldBe(1);
    }

    [Fact]
    public async Task There_is_nobody_to_ask_for_what_is_free_or_ones_own()
    {
        var (_, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(1);

        var free = await AskAsync(crew[0], conversation);
        (await new Inbox(crew[0].Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var own = await AskAsync(crew[0], conversation);
        var unknown = await AskAsync(crew[0], Guid.CreateVersion7().ToString());

        await free.ShouldBeProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        await own.ShouldBeProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
        (await house.Inbox.EntriesAsync(conversation)).Count(Asked).ShouldBe(0);
    }

    private static Task<HttpResponseMessage> AskAsync(Operator who, string conversation) =>
        who.Client.PostAsync($"/api/v1/conversations/{conversation}/ask", null);

    private static bool Asked(JsonNode entry) => entry["content"]!["key"] is { } key && (string?)key == "asked";
}
