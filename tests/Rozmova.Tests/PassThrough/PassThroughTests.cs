using System.Net;
using System.Net.Http.Json;
using System.Text;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;
using Rozmova.Tests.Intake;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.PassThrough;

/// <summary>Through a pass-through channel people speak with a desk, and nothing of what they say is ever written down.</summary>
public sealed class PassThroughTests
{
    private const string Asked = "zhuravlyk-the-words-of-a-customer";
    private const string Mended = "horlytsia-the-words-of-an-edit";
    private const string Caption = "lastivka-the-words-under-a-picture";
    private const string Answered = "lelechenka-the-words-of-an-operator";
    private const string Garbage = "soroka-words-nobody-can-read";
    private const string Name = "Kvitoslava";
    private static readonly string[] Hidden = [Asked, Mended, Caption, Answered, Garbage, Name];

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_said_reaches_the_other_side_and_is_found_in_no_file_table_or_log(Engine engine)
    {
        await using var house = await PassingHouse.StartAsync(engine, true, ("PublicUrl", "https://rozmova.example"));
        await using var live = await LiveListener.ConnectAsync(house.Server.Address);

        var customer = house.Bot.Account.Simulate($"{Name} Unique");
        var first = customer.SendText(Asked).MessageId!.Value;
        await house.HeardAsync(Asked);
        var conversation = await house.Inbox.FirstConversationAsync();
        var asked = (await house.Inbox.EntriesAsync(conversation, 1))[0];
        asked["content"]!.Text("type").ShouldBe("text");
        ((bool)asked["content"]!["withheld"]!).ShouldBeTrue();
        asked["content"]!["text"].ShouldBeNull();
        var contact = (await house.Inbox.ConversationAsync(conversation))["contact"]!;
        contact.Text("name").ShouldBe(contact.Text("id").Replace("-", "", StringComparison.Ordinal)[^8..]);
        house.Desk.Heard.First().Name.ShouldStartWith(Name);

        customer.Edit(first, Mended);
        await house.HeardAsync(Mended);
        customer.SendPhoto(Samples.Photo(10), Caption);
        await house.HeardAsync(Caption);
        customer.React(first, "👍");

        var answer = await house.Inbox.PostAsync(conversation, Answered, key: "the-same-answer");
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"withheld\":true");
        (await house.Inbox.PostAsync(conversation, Answered, key: "the-same-answer")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await customer.WaitForMessageAsync(message => message.Text == Answered, CancellationToken.None).Soon();
        await house.HeardAsync(Answered);
        house.Simulator.Faults.Add(new Fault.LostAnswer { Method = "sendMessage" });
        await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, Answered), "unknown");

        var unreadable = Encoding.UTF8.GetBytes($"{{\"update_id\":1,\"message\":\"{Garbage}\"}}");
        (await house.Server.PushAsync(house.Bot, unreadable)).ShouldBe(HttpStatusCode.OK);
        await house.Server.PushAsync(house.Bot.Path, Garbage, Encoding.UTF8.GetBytes(Garbage));
        (await house.Server.Client.GetAsync($"/api/v1/conversations?q={Asked}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.Server.Client.GetStringAsync($"/api/v1/conversations/{conversation}/export")).ShouldNotContain(Answered);

        customer.BotMessages.Count(message => message.Text == Answered).ShouldBe(2);
        (await house.PlacesOfAsync(Hidden)).ShouldBeEmpty();
        (await house.PlacesOfAsync(conversation)).ShouldNotBeEmpty("the search itself can find");
    }

    [Fact]
    public async Task A_file_goes_from_the_platform_to_the_desk_and_back_without_touching_the_disk()
    {
        await using var house = await PassingHouse.StartAsync(Engine.Sqlite, true, ("PublicUrl", "https://rozmova.example"));
        house.Desk.IsSlow = true;
        var content = Encoding.UTF8.GetBytes($"a file of {Asked}");
        var customer = house.Bot.Account.Simulate("Kvitoslava");
        customer.SendDocument(new SimulatedFile("zhuravlyk.txt", "text/plain", content), Caption);
        await house.HeardAsync(Caption);
        var (message, _, _) = house.Desk.Heard.Last();

        using (var opened = await house.Desk.Files.OpenAsync(message, CancellationToken.None))
        {
            (await ReadAsync(opened!.Content)).ShouldBe(content);
        }

        var address = await house.Desk.Files.FindAddressAsync(message, CancellationToken.None);
        address!.AbsolutePath.ShouldStartWith("/m/");
        await house.Desk.DoneAsync(message); // it is fetched when its desk finds time, not when it is told of it
        var asked = await house.Server.Anonymous.SendAsync(new HttpRequestMessage(HttpMethod.Head, address.AbsolutePath));
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.Server.Anonymous.GetByteArrayAsync(address.AbsolutePath)).ShouldBe(content);
        await Eventually.Is("it is good for one download", async () =>
            (await house.Server.Anonymous.GetAsync(address.AbsolutePath)).StatusCode == HttpStatusCode.NotFound, CancellationToken.None);
        (await house.Server.Anonymous.GetAsync("/m/guessed")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var back = Encoding.UTF8.GetBytes($"a file of {Answered}");
        var kept = await house.Desk.Files.KeepAsync(
            message.ConversationId, new MemoryStream(back), "lelechenka.txt", "text/plain", CancellationToken.None);
        var sent = await house.Server.Client.PostAsJsonAsync(
            $"/api/v1/conversations/{message.ConversationId}/messages", new { content = new { type = "file", mediaId = kept!.Id, text = Answered } });
        sent.StatusCode.ShouldBe(HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        await customer.WaitForMessageAsync(got => got.Text == Answered, CancellationToken.None).Soon();

        (await house.PlacesOfAsync(Asked, Answered, Caption, "zhuravlyk.txt", "lelechenka.txt")).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(house.Data, "media"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_desk_the_messenger_keeps_what_is_written_and_the_channel_says_why()
    {
        await using var house = await PassingHouse.StartAsync(Engine.Sqlite, withDesk: false);
        var customer = house.Bot.Account.Simulate("Kvitoslava");
        var update = customer.SendText(Asked);
        await Eventually.Is("it was refused", async () =>
            (await house.Server.Client.GetStringAsync("/metrics")).Contains("outcome=\"refused\"", StringComparison.Ordinal), CancellationToken.None);
        update.Delivered.IsCompleted.ShouldBeFalse();
        (await house.Inbox.GetAsync($"/api/v1/channels/{house.Bot.Id}")).Text("detail").ShouldContain("needs a desk");

        await house.AddDeskAsync();

        await house.HeardAsync(Asked);
        await Eventually.Is("all is well", async () =>
            (await house.Inbox.GetAsync($"/api/v1/channels/{house.Bot.Id}"))["detail"] is null, CancellationToken.None);
    }

    [Fact]
    public async Task A_full_memory_refuses_for_a_while_and_takes_it_once_there_is_room()
    {
        await using var house = await PassingHouse.StartAsync(Engine.Sqlite, true, ("Relay:MostItems", "2"));
        house.Desk.IsBusy = true;
        var customer = house.Bot.Account.Simulate("Kvitoslava");
        await customer.SendText("one").Delivered.Soon();
        await customer.SendText("two").Delivered.Soon();

        var refused = await PushTextAsync(house, 900_001, "three");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await refused.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "cannot-relay");
        var conversation = await house.Inbox.FirstConversationAsync();
        await (await house.Inbox.PostAsync(conversation, Answered)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "cannot-relay");
        (await house.Inbox.EntriesAsync(conversation, 2)).ShouldAllBe(entry => entry.Text("direction") == "inbound");

        house.Desk.IsBusy = false;
        await house.HeardAsync("two");
        await Eventually.Is("there is room again", async () =>
            (await PushTextAsync(house, 900_001, "three")).StatusCode == HttpStatusCode.OK, CancellationToken.None);
        await house.HeardAsync("three");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_in_memory_in_a_crash_is_said_to_be_lost_and_is_nowhere(Engine engine)
    {
        await using var house = await PassingHouse.StartAsync(engine);
        house.Desk.IsBusy = true;
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage" });
        var (customer, conversation) = await house.GreetedAsync(Asked);
        await house.Inbox.EntriesAsync(conversation, 1);
        await house.Inbox.ReplyAsync(conversation, Answered);
        await hang.Reached.Soon();
        var queued = await house.Inbox.ReplyAsync(conversation, Answered); // behind it, so it has certainly not left

        await house.CrashAsync();

        var failed = await house.Inbox.StateAsync(queued, "failed");
        failed["error"]!.Text("code").ShouldBe("text-lost");
        await house.Inbox.EntryAsync(conversation, "it is said to be lost", entry =>
            (string?)entry["content"]!["text"] == "The text of a message was lost when the program stopped.");
        var retry = await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/messages/{queued.Text("id")}/retry", null);
        await retry.ShouldBeProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        customer.BotMessages.ShouldBeEmpty();
        (await house.PlacesOfAsync(Hidden)).ShouldBeEmpty();

        customer.SendText(Mended);
        await house.HeardAsync(Mended);
    }

    private static Task<HttpResponseMessage> PushTextAsync(PassingHouse house, int update, string text)
    {
        var body = $$$"""
            {"update_id":{{{update}}},"message":{"message_id":{{{update}}},"date":1764547200,
             "chat":{"id":77,"type":"private"},"from":{"id":77,"is_bot":false,"first_name":"Kvitoslava"},"text":"{{{text}}}"}}
            """;
        var request = new HttpRequestMessage(HttpMethod.Post, house.Bot.Path) { Content = new StringContent(body) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", house.Bot.Secret);
        return house.Server.Anonymous.SendAsync(request);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
