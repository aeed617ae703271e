using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>An operator reacts to what a customer wrote.</summary>
public sealed class ReactionTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    private Inbox Inbox => new(house.Server.Client);

    [Fact]
    public async Task The_customer_sees_it_and_so_do_colleagues()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var message = await GreetingAsync(Inbox, conversation);

        var reacted = await (await ReactAsync(house.Server.Client, message, "👍")).JsonAsync();

        customer.Messages.Last(each => !each.FromBot).BotReaction.ShouldBe("👍");
        reacted["reactions"]!.AsArray().ShouldHaveSingleItem()!.Text("emoji").ShouldBe("👍");
        reacted["reactions"]![0]!.Text("by").ShouldNotBe("contact");
        (await GreetingAsync(Inbox, conversation))["reactions"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_is_replaced_and_taken_back()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var message = await GreetingAsync(Inbox, conversation);
        await ReactAsync(house.Server.Client, message, "👍");

        var replaced = await (await ReactAsync(house.Server.Client, message, "🔥")).JsonAsync();
        replaced["reactions"]!.AsArray().ShouldHaveSingleItem()!.Text("emoji").ShouldBe("🔥");

        var takenBack = await (await ReactAsync(house.Server.Client, message, null)).JsonAsync();
        takenBack["reactions"]!.AsArray().ShouldBeEmpty();
        customer.Messages.Last(each => !each.FromBot).BotReaction.ShouldBeNull();
    }

    [Fact]
    public async Task An_emoji_the_platform_does_not_have_is_refused_and_not_shown()
    {
        var (_, conversation) = await house.GreetedAsync();
        var message = await GreetingAsync(Inbox, conversation);

        var refused = await ReactAsync(house.Server.Client, message, "🦖");

        await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        (await GreetingAsync(Inbox, conversation))["reactions"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("👍👍")]
    public async Task What_is_no_emoji_is_refused(string text)
    {
        var (_, conversation) = await house.GreetedAsync();

        var refused = await ReactAsync(house.Server.Client, await GreetingAsync(Inbox, conversation), text);

        await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task Our_own_message_takes_none()
    {
        var (_, conversation) = await house.GreetedAsync();
        var ours = await Inbox.StateAsync(await Inbox.ReplyAsync(conversation, "Good day to you"), "sent");

        await (await ReactAsync(house.Server.Client, ours, "👍")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
    }

    [Fact]
    public async Task A_platform_without_reactions_says_so()
    {
        await using var pages = await PageHouse.StartAsync();
        var page = await pages.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m-1", "Good day"));
        var message = await GreetingAsync(pages.Inbox, await pages.ConversationAsync());

        var refused = await ReactAsync(pages.Server.Client, message, "👍");

        await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
    }

    private static Task<JsonNode> GreetingAsync(Inbox inbox, string conversation) =>
        inbox.EntryAsync(conversation, "the greeting", entry => entry.Says() == "Good day");

    private static Task<HttpResponseMessage> ReactAsync(HttpClient client, JsonNode message, string? emoji) => client.PutAsJsonAsync(
        $"/api/v1/conversations/{message.Text("conversationId")}/messages/{message.Text("id")}/reaction", new { emoji });
}
