using System.Net;
using System.Net.Http.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Testing.Conformance;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>What an operator writes, as the platform can take it.</summary>
public sealed class ComposingTests
{
    private static readonly PlatformCapabilities Small = new()
    {
        Names = ["text", "buttons"],
        MaxTextLength = 20,
        MaxButtons = 2,
        MaxFileBytes = new Dictionary<MediaKind, long> { [MediaKind.Image] = 1000 },
        ReplyWindow = TimeSpan.FromHours(24),
    };

    [Fact]
    public async Task A_long_text_is_sent_in_order_as_several_messages()
    {
        await using var house = await StartAsync(Small);
        var conversation = await GreetedAsync(house);

        var first = await house.Inbox.ReplyAsync(conversation, "One sentence here. Another one. And a third one.");

        await WaitForAsync(house, 3);
        house.Platform.Sent.Select(message => Words(message.Content)).ShouldBe(["One sentence here.", "Another one.", "And a third one."]);
        first.Says().ShouldBe("One sentence here.");
        (await house.Inbox.EntriesAsync(conversation)).Count(entry => entry.Text("direction") == "outbound").ShouldBe(3);
    }

    [Fact]
    public async Task A_long_text_is_refused_where_it_must_not_be_split()
    {
        await using var house = await StartAsync(Small with { SplitsText = false });
        var conversation = await GreetedAsync(house);

        var answer = await house.Inbox.PostAsync(conversation, "One sentence here. Another one.");

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        (await house.Inbox.EntriesAsync(conversation)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(2, "buttons")]
    [InlineData(1, "text")]
    [InlineData(0, "text")]
    public async Task Buttons_a_platform_has_no_room_for_become_numbered_lines(int most, string type)
    {
        await using var house = await StartAsync(Small with { MaxTextLength = 200, MaxButtons = most });
        var conversation = await GreetedAsync(house);

        var answer = await house.Server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new
        {
            content = new { type = "buttons", text = "Shall we?", buttons = new object[] { new { text = "Yes", key = "y" }, new { text = "No", key = "n" } } },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var posted = await answer.JsonAsync();
        posted["content"]!.Text("type").ShouldBe(type);
        posted.Says().ShouldBe(type == "text" ? "Shall we?\n\n1. Yes\n2. No" : "Shall we?");
    }

    [Theory]
    [InlineData(200, "Sale\nhttps://shop.example/", null)]
    [InlineData(0, null, "Sale\nhttps://shop.example/")]
    public async Task A_link_on_a_picture_stands_in_words_where_a_platform_has_no_such_thing(int caption, string? first, string? second)
    {
        await using var house = await StartAsync(new PlatformCapabilities { Names = ["text", "image"], MaxCaptionLength = caption });
        var conversation = await GreetedAsync(house);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleFile.Of("image").Content.ToArray()), "file", "sale.jpg" } };
        var mediaId = (await (await house.Server.Client.PostAsync("/api/v1/media", form)).JsonAsync()).Text("id");

        var answer = await house.Server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new
        {
            content = new { type = "image", mediaId, text = "Sale", buttons = new[] { new { text = "Open", url = "https://shop.example/" } } },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await WaitForAsync(house, second is null ? 1 : 2);
        house.Platform.Sent.First().Content.ShouldBeOfType<MessageContent.Media>().Caption.ShouldBe(first);
        (house.Platform.Sent.ElementAtOrDefault(1)?.Content as MessageContent.Text)?.Body.ShouldBe(second);
    }

    [Fact]
    public async Task What_a_platform_cannot_send_is_refused_before_it_is_stored()
    {
        await using var house = await StartAsync(Small);
        var conversation = await GreetedAsync(house);

        var answer = await house.Server.Client.PostAsJsonAsync(
            $"/api/v1/conversations/{conversation}/messages", new { content = new { type = "location", latitude = 1, longitude = 2 } });

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        (await house.Inbox.EntriesAsync(conversation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_says_how_much_its_platform_takes()
    {
        await using var house = await StartAsync(Small);
        await house.ConnectAsync();

        var limits = (await house.Inbox.GetAsync("/api/v1/channels"))["items"]![0]!["limits"]!;

        limits["maxTextLength"]!.GetValue<int>().ShouldBe(20);
        limits["maxButtons"]!.GetValue<int>().ShouldBe(2);
        limits["maxFileBytes"]!["image"]!.GetValue<long>().ShouldBe(1000);
        limits["replyWindowSeconds"]!.GetValue<long>().ShouldBe(86400);
        limits["splitsText"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task The_customer_is_shown_that_we_read_what_they_wrote()
    {
        await using var house = await StartAsync(Small);
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m1", "one"), PageEvents.Text("olena", "m2", "two"));
        var conversation = await house.ConversationAsync();

        await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/read", null);
        await Eventually.Is("the newest is marked as read", () => house.Platform.Read.Contains(("olena", "m2")), CancellationToken.None);
        await page.PushAsync(PageEvents.Text("olena", "m3", "three"));
        await house.Inbox.EntryAsync(conversation, "it is there", entry => entry.Says() == "three");
        await house.Inbox.ReplyAsync(conversation, "Yes");
        await Eventually.Is("so is what we answer", () => house.Platform.Read.Contains(("olena", "m3")), CancellationToken.None);
    }

    private static Task<PageHouse> StartAsync(PlatformCapabilities capabilities) =>
        PageHouse.StartAsync(new PagePlatform { Capabilities = capabilities }, new RozmovaSetup());

    private static async Task<string> GreetedAsync(PageHouse house)
    {
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m1", "Good day", TimeProvider.System.GetUtcNow()));
        return await house.ConversationAsync();
    }

    private static Task WaitForAsync(PageHouse house, int count) =>
        Eventually.Is($"{count} messages are sent", () => house.Platform.Sent.Count >= count, CancellationToken.None);

    private static string Words(MessageContent content) => ((MessageContent.Text)content).Body;
}
