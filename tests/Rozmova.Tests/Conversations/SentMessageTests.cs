using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Conversations;

/// <summary>What can still be done with a message that has left.</summary>
public sealed class SentMessageTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task An_edited_message_says_the_new_words_to_the_customer_too()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var sent = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Tomorow"), "sent");

        var answer = await house.Server.Client.PatchAsJsonAsync(AddressOf(sent), new { content = new { type = "text", text = "Tomorrow" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var edited = await answer.JsonAsync();
        edited["content"]!.Text("text").ShouldBe("Tomorrow");
        edited["editedAt"].ShouldNotBeNull();
        edited.Text("status").ShouldBe("sent");
        customer.BotMessages.Single().Text.ShouldBe("Tomorrow");
    }

    [Fact]
    public async Task A_message_that_arrived_is_not_sent_again()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var sent = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Once"), "sent");

        var answer = await house.Server.Client.PostAsync($"{AddressOf(sent)}/retry", null);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        customer.BotMessages.Count.ShouldBe(1);
    }

    private static string AddressOf(JsonNode message) =>
        $"/api/v1/conversations/{message.Text("conversationId")}/messages/{message.Text("id")}";
}
