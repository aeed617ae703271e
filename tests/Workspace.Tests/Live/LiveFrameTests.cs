using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Tests.Live;

public sealed class LiveFrameTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    private static readonly Guid Id = Guid.CreateVersion7(At);

    public static TheoryData<string> Contents => new(Samples.Keys);

    private static Dictionary<string, MessageContent> Samples => new()
    {
        ["text"] = new MessageContent.Text("Привіт 👋 <b>\"quoted\"</b>"),
        ["media"] = new MessageContent.Media(MediaKind.Image, new Attachment { Id = new MediaId(Id), State = MediaState.Ready, MimeType = "image/png", FileName = "a.png", Size = 12 }, "caption"),
        ["location"] = new MessageContent.Location(50.45, 30.52, "Office"),
        ["contact"] = new MessageContent.ContactCard("Олена", "+380501112233"),
        ["buttons"] = new MessageContent.Buttons("Which?", [new Button("M", "size:m"), new Button("Site", Url: "https://example.com")]),
        ["menu"] = new MessageContent.Menu("M", "size:m", [new Button("Phone", Request: "phone")]),
        ["template"] = new MessageContent.Template("order", "uk", ["17"]),
        ["unsupported"] = new MessageContent.Unsupported("dice"),
        ["event"] = new MessageContent.Event("blocked", "Blocked."),
    };

    [Theory, MemberData(nameof(Contents))]
    public void A_message_is_pushed_as_the_API_answers_it(string kind)
    {
        var body = Message(Samples[kind]).ToBody();

        Pushed(body).ShouldBe(Answered(body));
    }

    [Fact]
    public void A_conversation_is_pushed_as_the_API_answers_it()
    {
        var conversation = new Conversation
        {
            Id = new ConversationId(Id),
            ChannelId = new ChannelId(Id),
            Chat = "5",
            ContactId = new ContactId(Id),
            ContactName = "Олена",
            Claim = new Claim(new OperatorId(Id), "Taras", At.AddDays(1)),
            Labels = ["vip", "повернення"],
            Unread = 3,
            LastInboundAt = At,
            CreatedAt = At,
            UpdatedAt = At,
        };
        var body = conversation.ToBody(
            new ConversationChannelBody(new ChannelId(Id), "scripted", "Bot"), Message(Samples["text"]).ToBody(), TimeSpan.FromHours(24), At);

        Pushed(body).ShouldBe(Answered(body));
    }

    [Fact]
    public void A_conversation_pushed_behind_its_newest_message_shows_it_as_the_API_does()
    {
        var message = Message(Samples["text"]).ToBody();
        var body = Conversation().ToBody(new ConversationChannelBody(new ChannelId(Id), "scripted", "Bot"), message, null, At);
        using var frames = new LiveFrames();

        frames.Begin(events: 2);
        frames.Add(LiveType.MessageCreated, 1, At, message);
        var before = frames.Take().Bytes.Length;
        frames.Add(LiveType.ConversationUpdated, 2, At, body);

        Data(frames.Take().Bytes[before..]).ShouldBe(Answered(body));
    }

    [Fact]
    public void A_block_that_grows_keeps_what_is_in_it()
    {
        var block = new FrameBlock(size: 16);
        var bytes = Enumerable.Range(0, 5_000).Select(number => (byte)number).ToArray();

        foreach (var part in bytes.Chunk(7))
        {
            block.Write(part);
        }

        block.Bytes.ToArray().ShouldBe(bytes);
        block.Leave();
    }

    private static Conversation Conversation() => new()
    {
        Id = new ConversationId(Id),
        ChannelId = new ChannelId(Id),
        Chat = "5",
        ContactId = new ContactId(Id),
        CreatedAt = At,
        UpdatedAt = At,
    };

    private static Message Message(MessageContent content) => new()
    {
        Id = new MessageId(Id),
        ConversationId = new ConversationId(Id),
        ChannelId = new ChannelId(Id),
        Seq = 7,
        Order = ReadingOrder.Start,
        Direction = MessageDirection.Outbound,
        Author = new Author(AuthorKind.Operator, Id, "Taras"),
        Content = content,
        PlatformId = new PlatformMessageId("4021", "55"),
        Status = MessageStatus.Failed,
        Error = new SendError("blocked", "The customer blocked the bot."),
        CreatedAt = At,
        EditedAt = At,
        Late = true,
        Reactions = [new Reaction("👍", "contact")],
    };

    private static string Pushed(object body) => Data(LiveFrames.Event(LiveType.MessageCreated, 1, At, body));

    private static string Data(ReadOnlyMemory<byte> frame) =>
        JsonNode.Parse(Encoding.UTF8.GetString(frame.Span[frame.Span.IndexOf((byte)'{')..]))!["data"]!.ToJsonString();

    private static string Answered(object body) =>
        JsonNode.Parse(JsonSerializer.Serialize(body, ApiJson.Readable.GetTypeInfo(body.GetType())!))!.ToJsonString();
}
