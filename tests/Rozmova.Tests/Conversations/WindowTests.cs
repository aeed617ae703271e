using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Rozmova.Messaging.Platforms;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>Platforms that let a person answer for some time only, counted from when the customer wrote by the platform's clock.</summary>
public sealed class WindowTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly PlatformCapabilities WithWindow = new() { Names = ["text", "template"], ReplyWindow = Day };

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_conversation_says_until_when_it_may_be_answered_and_afterwards_only_a_template_goes(Engine engine)
    {
        await using var house = await PageHouse.StartAsync(
            new PagePlatform { Capabilities = WithWindow }, new RozmovaSetup { Database = await engine.CreateAsync() });
        var page = await house.ConnectAsync();
        var wroteAt = Now - TimeSpan.FromHours(25);
        await page.PushAsync(PageEvents.Text("olena", "m1", "Good day", wroteAt));
        var conversation = await house.ConversationAsync();
        (await ClosesAtAsync(house, conversation)).ShouldBe(wroteAt + Day, TimeSpan.FromMilliseconds(1));

        var late = await house.Inbox.PostAsync(conversation, "Sorry for the delay");
        var template = await house.Server.Client.PostAsJsonAsync(
            $"/api/v1/conversations/{conversation}/messages", new { content = new { type = "template", key = "still_there" } });

        await late.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "window-closed");
        template.StatusCode.ShouldBe(HttpStatusCode.Accepted, await template.Content.ReadAsStringAsync());
        (await house.Inbox.EntriesAsync(conversation)).ShouldNotContain(entry => entry.Says() == "Sorry for the delay");
    }

    [Fact]
    public async Task The_customers_next_message_opens_it_again()
    {
        await using var house = await PageHouse.StartAsync(new PagePlatform { Capabilities = WithWindow }, new RozmovaSetup());
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m1", "Good day", Now - TimeSpan.FromHours(25)));
        var conversation = await house.ConversationAsync();

        await page.PushAsync(PageEvents.Text("olena", "m2", "Anybody?", Now));
        await house.Inbox.EntryAsync(conversation, "it is there", entry => entry.Says() == "Anybody?");

        (await ClosesAtAsync(house, conversation)).ShouldBeGreaterThan(Now + TimeSpan.FromHours(23));
        (await house.Inbox.PostAsync(conversation, "Yes")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static async Task<DateTimeOffset> ClosesAtAsync(PageHouse house, string conversation) => DateTimeOffset.Parse(
        (await house.Inbox.ConversationAsync(conversation)).Text("windowClosesAt"), CultureInfo.InvariantCulture);
}
