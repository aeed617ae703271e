using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Platforms.Tests.Telegram.Simulator;

namespace Rozmova.Platforms.Tests.Telegram;

/// <summary>What arrives on the customer's phone.</summary>
public sealed class TelegramSendingTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4];

    private SimulatedTelegram _simulated = null!;
    private TelegramUnderTest _telegram = null!;

    private string Chat => $"{_simulated.Customer.Id}";

    public async Task InitializeAsync()
    {
        _simulated = await SimulatedTelegram.StartAsync(TimeProvider.System);
        _simulated.Customer.AlreadyStarted();
        _telegram = TelegramUnderTest.Against(_simulated.Simulator.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _simulated.DisposeAsync();
    }

    [Fact]
    public async Task A_text_arrives_exactly_as_it_was_written()
    {
        const string words = "<b>5 < 6</b> & \"7\" > *8* _9_ `10` &amp; 👍 привіт";

        var id = await SentAsync(new MessageContent.Text(words));

        var arrived = _simulated.Customer.BotMessages.ShouldHaveSingleItem();
        arrived.Text.ShouldBe(words);
        id.ShouldBe(new PlatformMessageId($"{arrived.Id}", Chat));
    }

    [Fact]
    public async Task A_reply_points_at_the_message_it_answers()
    {
        var question = _simulated.Customer.SendText("Which size?").MessageId!.Value;

        await SentAsync(new MessageContent.Text("M"), new PlatformMessageId($"{question}", Chat));

        _simulated.Customer.BotMessages.ShouldHaveSingleItem().ReplyTo.ShouldBe(question);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("cb2384000000000000001")]
    public async Task A_reply_to_what_is_gone_or_never_was_a_message_arrives_without_the_link(string id)
    {
        await SentAsync(new MessageContent.Text("M"), new PlatformMessageId(id, Chat));

        _simulated.Customer.BotMessages.ShouldHaveSingleItem().ReplyTo.ShouldBeNull();
    }

    [Theory]
    [InlineData(MediaKind.Image, "image/png", "photo")]
    [InlineData(MediaKind.Image, "image/gif", "animation")]
    [InlineData(MediaKind.Audio, "audio/mpeg", "audio")]
    [InlineData(MediaKind.Voice, "audio/ogg", "voice")]
    [InlineData(MediaKind.Video, "video/mp4", "video")]
    [InlineData(MediaKind.File, "application/pdf", "document")]
    public async Task A_file_arrives_as_what_it_is_with_its_caption(MediaKind kind, string mimeType, string member)
    {
        var file = new Attachment { MimeType = mimeType, FileName = "file 17", Size = Png.Length };

        await SentAsync(new MessageContent.Media(kind, file, "<this> & that"), file: Png);

        var arrived = _simulated.Customer.BotMessages.ShouldHaveSingleItem();
        arrived.Json.ContainsKey(member).ShouldBeTrue();
        arrived.Text.ShouldBe("<this> & that");
    }

    [Fact]
    public async Task A_sticker_arrives_as_a_sticker()
    {
        await SentAsync(new MessageContent.Media(MediaKind.Sticker, new Attachment { MimeType = "image/webp" }, null), file: Png);

        _simulated.Customer.BotMessages.ShouldHaveSingleItem().Json.ContainsKey("sticker").ShouldBeTrue();
    }

    [Theory]
    [InlineData("рахунок №17.pdf", "рахунок №17.pdf")]
    [InlineData("../../etc/passwd", "../../etc/passwd")]
    [InlineData("a\"b\r\nX-Evil: 1.pdf", "a%22b__X-Evil: 1.pdf")]
    public async Task A_file_name_of_any_letters_does_no_harm(string name, string expected)
    {
        await SentAsync(new MessageContent.Media(MediaKind.File, new Attachment { FileName = name }, null), file: Png);

        var arrived = (string)_simulated.Customer.BotMessages.ShouldHaveSingleItem().Json["document"]!["file_name"]!;
        arrived.ShouldBe(expected);
    }

    [Fact]
    public async Task The_bytes_of_a_file_arrive_unchanged()
    {
        var bytes = new byte[300_000];
        new Random(7).NextBytes(bytes);
        var file = new Attachment { FileName = "a.bin", Size = bytes.Length };
        await SentAsync(new MessageContent.Media(MediaKind.File, file, null), file: bytes);

        var fileId = (string)_simulated.Customer.BotMessages.ShouldHaveSingleItem().Json["document"]!["file_id"]!;
        using var media = await _telegram.Platform.OpenMediaAsync(
            _telegram.Channel, new Attachment { RemoteKey = fileId }, CancellationToken.None);
        using var copy = new MemoryStream();
        await media.Content.CopyToAsync(copy);
        copy.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task A_place_arrives_as_a_point_and_with_a_name_as_a_venue()
    {
        await SentAsync(new MessageContent.Location(50.4501, 30.5234, null));
        await SentAsync(new MessageContent.Location(50.4501, 30.5234, "Main office"));

        var messages = _simulated.Customer.BotMessages;
        messages[0].Json.ContainsKey("venue").ShouldBeFalse();
        ((double)messages[0].Json["location"]!["latitude"]!).ShouldBe(50.4501);
        ((string)messages[1].Json["venue"]!["title"]!).ShouldBe("Main office");
    }

    [Fact]
    public async Task A_contact_card_arrives_with_name_and_number()
    {
        await SentAsync(new MessageContent.ContactCard("Support", "+380440000000"));

        var contact = _simulated.Customer.BotMessages.ShouldHaveSingleItem().Json["contact"]!;
        ((string)contact["first_name"]!).ShouldBe("Support");
        ((string)contact["phone_number"]!).ShouldBe("+380440000000");
    }

    [Fact]
    public async Task Short_buttons_share_a_row_and_long_ones_do_not()
    {
        await SentAsync(new MessageContent.Buttons("Which size?",
        [
            new Button("S", Key: "size:S"), new Button("M", Key: "size:M"), new Button("L"),
            new Button("XL", Key: "size:XL"),
            new Button("Show me the table of sizes", Url: "https://example.com/sizes"),
        ]));

        var message = _simulated.Customer.BotMessages.ShouldHaveSingleItem();
        message.Json["reply_markup"]!["inline_keyboard"]!.AsArray().Select(row => row!.AsArray().Count).ShouldBe([3, 2]);
        message.Buttons.Select(button => button.CallbackData).ShouldBe(["size:S", "size:M", "L", "size:XL", null]);
        message.Buttons[4].Url.ShouldBe("https://example.com/sizes");
    }

    [Fact]
    public async Task A_menu_replaces_the_keyboard_and_an_empty_one_takes_it_away()
    {
        await SentAsync(new MessageContent.Menu("How can we reach you?", null,
        [
            new Button("Share phone", Request: "phone"), new Button("Share location", Request: "location"), new Button("Skip"),
        ]));
        var keys = _simulated.Customer.Keyboard!.Rows.SelectMany(row => row).ToList();
        await SentAsync(new MessageContent.Menu("Thank you", null, []));

        keys.Select(key => (key.Text, key.RequestsContact, key.RequestsLocation))
            .ShouldBe([("Share phone", true, false), ("Share location", false, true), ("Skip", false, false)]);
        _simulated.Customer.Keyboard.ShouldBeNull();
    }

    public static TheoryData<MessageContent> NotForTelegram { get; } =
    [
        new MessageContent.Template("welcome", "uk", []),
        new MessageContent.Unsupported("dice"),
        new MessageContent.Event("closed", "Closed"),
        new MessageContent.ContactCard("Support", null),
        new MessageContent.Media(MediaKind.Sticker, new Attachment(), "a caption"),
        new MessageContent.Buttons("Phone?", [new Button("Share", Request: "phone")]),
        new MessageContent.Menu("Shop", null, [new Button("Open", Url: "https://example.com")]),
    ];

    [Theory]
    [MemberData(nameof(NotForTelegram))]
    public async Task What_telegram_cannot_take_is_refused_without_asking(MessageContent content)
    {
        var refused = (await _telegram.SendAsync(Chat, content)).ShouldBeOfType<SendOutcome.Refused>();

        refused.Error.Code.ShouldBe(SendErrors.NotSupported);
        _simulated.Simulator.Calls.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_gone_is_refused_not_unknown()
    {
        var content = new MessageContent.Media(MediaKind.File, new Attachment { FileName = "a.pdf" }, null);
        var message = TelegramUnderTest.Message(Chat, content) with { OpenFile = _ => throw new FileNotFoundException() };

        var outcome = await _telegram.Platform.SendAsync(_telegram.Channel, message, CancellationToken.None);

        outcome.ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.FileRefused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("olena")]
    [InlineData("5/x")]
    public async Task An_id_that_is_no_chat_is_refused(string chat) =>
        (await _telegram.SendAsync(chat, new MessageContent.Text("hello"))).ShouldBeOfType<SendOutcome.Refused>()
            .Error.Code.ShouldBe(SendErrors.ChatNotFound);

    [Theory]
    [InlineData("-1001234567890/7", """{"chat_id":-1001234567890,"message_thread_id":7}""")]
    [InlineData("5551234567@bcn_01", """{"chat_id":5551234567,"business_connection_id":"bcn_01"}""")]
    public async Task A_topic_or_a_business_chat_is_answered_where_it_is(string chat, string expected)
    {
        await _telegram.SendAsync(chat, new MessageContent.Text("hello"));

        var parameters = _simulated.Simulator.Calls.All.ShouldHaveSingleItem().Parameters;
        foreach (var (name, value) in JsonNode.Parse(Encoding.UTF8.GetBytes(expected))!.AsObject())
        {
            JsonNode.DeepEquals(parameters[name], value).ShouldBeTrue(name);
        }
    }

    private async Task<PlatformMessageId> SentAsync(
        MessageContent content, PlatformMessageId? replyTo = null, byte[]? file = null) =>
        (await _telegram.SendAsync(Chat, content, replyTo, file)).ShouldBeOfType<SendOutcome.Sent>().Id;
}
