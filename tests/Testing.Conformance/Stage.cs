using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Testing.Conformance;

/// <summary>Where one case plays: an account, its channel, one customer, and the operator's view of it.</summary>
public sealed class Stage(
    Participant participant, RozmovaServer program, Wire wire, PlatformClock clock, AccountUnderTest account, string channel)
{
    private readonly Inbox _inbox = new(program.Client);

    public Participant Participant { get; } = participant;

    public AccountUnderTest Account { get; } = account;

    public CustomerUnderTest Customer { get; } = account.AddCustomer("Olena");

    public Wire Wire { get; } = wire;

    public PlatformClock Clock { get; } = clock;

    public HttpClient Operator => program.Client;

    public string ChannelPath => $"/api/v1/channels/{channel}";

    private string WebhookPath => Account.Webhook.AbsolutePath;

    /// <summary>The requests that tell of these acts, kept back from the program.</summary>
    public async Task<IReadOnlyList<WireRequest>> CatchAsync(params Act[] acts)
    {
        var hold = Wire.HoldBack(WebhookPath);
        foreach (var act in acts)
        {
            Clock.Pass(TimeSpan.FromSeconds(2));
            await Customer.PlayAsync(act);
        }

        var caught = await hold.WaitAsync(acts.Length);
        Wire.LetThrough(WebhookPath);
        return caught;
    }

    /// <summary>Delivers a request and expects that it is taken.</summary>
    public async Task DeliverAsync(WireRequest request) => (await Wire.DeliverAsync(request)).ShouldBe(HttpStatusCode.OK);

    /// <summary>Delivers a request where the platform delivers it, and gives what the platform is answered.</summary>
    public Task<HttpStatusCode> DeliverToWireAsync(WireRequest request) => Wire.DeliverAsync(request, Wire.Address);

    /// <summary>The customer writes, and the conversation is there.</summary>
    public async Task<string> GreetAsync()
    {
        await Customer.PlayAsync(new Act.Write("Good day"));
        var conversation = await ConversationAsync();
        await EntryAsync(conversation, "the greeting", entry => entry.Says() == "Good day");
        return conversation;
    }

    /// <summary>The customer writes and we answer: both sides have a message to refer to. Gives ours.</summary>
    public async Task<JsonNode> TalkAsync(object? content = null)
    {
        var conversation = await GreetAsync();
        return await SendAsync(conversation, content ?? new { type = "text", text = "What can we do for you?" });
    }

    public async Task<string> ConversationAsync()
    {
        List<string> all = [];
        await Until("the customer has a conversation", async () => (all = await ConversationsAsync()).Count > 0);
        return all.ShouldHaveSingleItem();
    }

    public async Task<List<string>> ConversationsAsync() =>
    [
        .. (await _inbox.GetAsync($"/api/v1/conversations?channelId={channel}&limit=200"))["items"]!.AsArray().Select(each => each!.Text("id")),
    ];

    /// <summary>What customers wrote, in reading order.</summary>
    public async Task<List<JsonNode>> InboundAsync(string conversation) =>
        [.. (await _inbox.EntriesAsync(conversation)).Where(entry => entry.Text("direction") == "inbound")];

    /// <summary>What we sent or mean to, in reading order.</summary>
    public async Task<List<JsonNode>> OutboundAsync(string conversation) =>
        [.. (await _inbox.EntriesAsync(conversation)).Where(entry => entry.Text("direction") == "outbound")];

    /// <summary>Waits for an entry, whoever made it.</summary>
    public Task<JsonNode> EntryAsync(string conversation, string reason, Func<JsonNode, bool> wanted) =>
        _inbox.EntryAsync(conversation, reason, wanted);

    /// <summary>Plays an act, waits for the message it makes, and gives its content.</summary>
    public async Task<JsonNode> ShownAsync(Act act, string type)
    {
        await Customer.PlayAsync(act);
        var entry = await EntryAsync(
            await ConversationAsync(), $"a message of type {type}",
            each => each.Text("direction") == "inbound" && each["content"]!.Text("type") == type);
        return entry["content"]!;
    }

    /// <summary>Posts a message as an operator and gives the bare answer.</summary>
    public Task<HttpResponseMessage> PostAsync(string conversation, object content, string? replyTo = null) =>
        Operator.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new { content, replyTo });

    /// <summary>Posts a message and expects that it is taken.</summary>
    public async Task<JsonNode> QueueAsync(string conversation, object content, string? replyTo = null)
    {
        var answer = await PostAsync(conversation, content, replyTo);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    /// <summary>Posts a message and waits until the platform has it.</summary>
    public async Task<JsonNode> SendAsync(string conversation, object content, string? replyTo = null)
    {
        var message = await QueueAsync(conversation, content, replyTo);
        var ended = await EntryAsync(
            conversation, "the message has left",
            entry => entry.Text("id") == message.Text("id") && entry.Text("status") is not ("queued" or "sending"));
        ended.Text("status").ShouldBeOneOf(["sent", "delivered", "read"], ended["error"]?.ToJsonString());
        return ended;
    }

    /// <summary>Waits until a message of ours is in this state.</summary>
    public Task<JsonNode> StateAsync(JsonNode message, string status) => _inbox.StateAsync(message, status);

    /// <summary>Waits until something of ours has reached the customer.</summary>
    public async Task<Received> ReceivedAsync(string reason, Func<Received, bool> wanted)
    {
        Received? found = null;
        await Until(reason, () => Task.FromResult((found = Customer.Received.FirstOrDefault(wanted)) is not null));
        return found!;
    }

    public async Task<string> UploadAsync(SampleFile file)
    {
        using var part = new ReadOnlyMemoryContent(file.Content) { Headers = { ContentType = new(file.MimeType) } };
        using var form = new MultipartFormDataContent { { part, "file", file.Name } };
        var answer = await Operator.PostAsync("/api/v1/media", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).Text("id");
    }

    public async Task<JsonNode> ChannelAsync() => await _inbox.GetAsync(ChannelPath);

    public async Task<List<JsonNode>> QuarantineAsync()
    {
        var page = await _inbox.GetAsync("/api/v1/quarantine?limit=200");
        return [.. page["items"]!.AsArray().Select(item => item!).Where(item => item.Text("channelId") == channel)];
    }

    public static Task Until(string reason, Func<Task<bool>> condition) => Eventually.Is(reason, condition, CancellationToken.None);
}
