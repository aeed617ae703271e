using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Conversations;

/// <summary>What a message said before it was edited.</summary>
public sealed class EarlierWordsTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_a_customer_wrote_first_is_there_beside_what_they_made_of_it(Engine engine)
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });
        var customer = (await telegram.ConnectAsync(server.Client)).AddCustomer();
        customer.SendText("Two vases");
        var inbox = new Inbox(server.Client);
        var conversation = await inbox.ConversationOfAsync(customer.Profile.FullName);

        customer.Edit(customer.Messages[0].Id, "Three vases");

        var edited = await inbox.EntryAsync(conversation, "it is edited", entry => entry.Says() == "Three vases");
        (await EarlierAsync(server.Client, edited)).ShouldBe(["Two vases"]);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Nothing_is_left_of_a_message_that_was_edited_and_taken_back(Engine engine)
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });
        var customer = (await telegram.ConnectAsync(server.Client)).AddCustomer();
        customer.SendText("Good day");
        var inbox = new Inbox(server.Client);
        var sent = await inbox.StateAsync(
            await inbox.ReplyAsync(await inbox.ConversationOfAsync(customer.Profile.FullName), "Tomorow"), "sent");
        (await server.Client.PatchAsJsonAsync(AddressOf(sent), new { content = new { type = "text", text = "Tomorrow" } })).EnsureSuccessStatusCode();
        (await EarlierAsync(server.Client, sent)).ShouldBe(["Tomorow"]);

        (await server.Client.DeleteAsync(AddressOf(sent))).EnsureSuccessStatusCode();

        (await EarlierAsync(server.Client, sent)).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> EarlierAsync(HttpClient client, JsonNode message)
    {
        var page = await (await client.GetAsync($"{AddressOf(message)}/earlier")).JsonAsync();
        return page["items"]!.AsArray().Select(words => words!.Text("text"));
    }

    private static string AddressOf(JsonNode message) =>
        $"/api/v1/conversations/{message.Text("conversationId")}/messages/{message.Text("id")}";
}
