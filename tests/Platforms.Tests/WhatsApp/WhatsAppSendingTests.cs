using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>What arrives on the customer's phone.</summary>
public sealed class WhatsAppSendingTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = [1, 2, 3, 4];

    private WhatsAppUnderTest _whatsApp = null!;

    public async Task InitializeAsync() => _whatsApp = await WhatsAppUnderTest.StartAsync();

    public Task DisposeAsync() => _whatsApp.DisposeAsync().AsTask();

    [Fact]
    public async Task A_text_arrives_as_it_was_written_and_carries_our_id()
    {
        const string words = "<b>5 < 6</b> & \"7\" > *8* привіт 👍";

        var arrived = await _whatsApp.ArrivedAsync(new MessageContent.Text(words));

        arrived.Text.ShouldBe(words);
        ((string?)arrived.Json["biz_opaque_callback_data"]).ShouldBe("019b76da-a800-7000-8000-000000000901");
        ((bool)arrived.Json["text"]!["preview_url"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_shows_its_preview() =>
        ((bool)(await _whatsApp.ArrivedAsync(new MessageContent.Text("Look: https://shop.example.com/17"))).Json["text"]!["preview_url"]!)
            .ShouldBeTrue();

    [Theory]
    [InlineData("wamid.A", "wamid.A")]
    [InlineData("wamid.A#2", "wamid.A")]
    public async Task A_reply_points_at_the_message_it_answers(string answered, string expected) =>
        (await _whatsApp.ArrivedAsync(new MessageContent.Text("M"), new PlatformMessageId(answered))).ReplyTo.ShouldBe(expected);

    [Theory]
    [InlineData(MediaKind.Image, "image/jpeg", "image")]
    [InlineData(MediaKind.Image, "image/gif", "document")]
    [InlineData(MediaKind.Audio, "audio/mpeg", "audio")]
    [InlineData(MediaKind.Audio, "audio/flac", "document")]
    [InlineData(MediaKind.Video, "video/mp4", "video")]
    [InlineData(MediaKind.Video, "video/quicktime", "document")]
    [InlineData(MediaKind.File, "application/pdf", "document")]
    [InlineData(MediaKind.File, null, "document")]
    [InlineData(MediaKind.Sticker, "image/webp", "sticker")]
    public async Task A_file_arrives_as_what_WhatsApp_takes_it_for(MediaKind kind, string? mimeType, string type)
    {
        var file = new Attachment { MimeType = mimeType, FileName = "рахунок \"17\".bin", Size = Bytes.Length };

        var arrived = await _whatsApp.ArrivedAsync(new MessageContent.Media(kind, file, Caption: null), file: Bytes);

        arrived.Type.ShouldBe(type);
        (await _whatsApp.DownloadAsync((string)arrived.Json[type]!["id"]!)).ShouldBe(Bytes);
        ((string?)arrived.Json[type]!["filename"]).ShouldBe(type == "document" ? "рахунок \"17\".bin" : null);
    }

    [Fact]
    public async Task A_caption_stands_under_a_picture()
    {
        var picture = new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/png" }, "Which one?");

        (await _whatsApp.ArrivedAsync(picture, file: Bytes)).Text.ShouldBe("Which one?");
    }

    [Theory]
    [InlineData("audio/ogg", true)]
    [InlineData("audio/mpeg", null)]
    public async Task A_voice_note_is_one_where_WhatsApp_knows_the_format(string mimeType, bool? voice)
    {
        var note = new MessageContent.Media(MediaKind.Voice, new Attachment { MimeType = mimeType }, Caption: null);

        ((bool?)(await _whatsApp.ArrivedAsync(note, file: Bytes)).Json["audio"]!["voice"]).ShouldBe(voice);
    }

    [Fact]
    public async Task A_template_reaches_a_customer_who_never_wrote_with_its_parameters()
    {
        _whatsApp.Number.AddTemplate("order_ready", "uk", parameters: 2);

        await _whatsApp.SendAsync(new MessageContent.Template("order_ready", "uk", ["17", "10:00"]));

        _whatsApp.Customer.Received.ShouldHaveSingleItem().Text.ShouldBe("order_ready 17 10:00");
    }

    [Fact]
    public async Task A_template_without_a_language_is_the_one_in_American_English()
    {
        _whatsApp.Number.AddTemplate("hello_world", "en_US", parameters: 0);

        (await _whatsApp.SendAsync(new MessageContent.Template("hello_world", Language: null, [])))
            .ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task A_customer_who_hides_their_number_is_answered_by_their_id()
    {
        var hidden = _whatsApp.Number.AddCustomer("Sample", "380509998877", "UA.10000000000000000003", hidesNumber: true);
        hidden.SendText("Hi");

        await _whatsApp.SendAsync(new MessageContent.Text("Hello"), chat: hidden.Profile.Address);

        var json = hidden.Received.ShouldHaveSingleItem().Json;
        ((string?)json["recipient"]).ShouldBe("UA.10000000000000000003");
        json.ContainsKey("to").ShouldBeFalse();
    }

    [Fact]
    public async Task A_group_is_written_to_as_a_group()
    {
        await _whatsApp.SendAsync(new MessageContent.Text("Hello"), chat: "group:Y2Fw");

        var posted = _whatsApp.Simulator.Calls.Of("messages").ShouldHaveSingleItem().Body;
        ((string?)posted["recipient_type"], (string?)posted["to"]).ShouldBe(("group", "Y2Fw"));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("+380501112233")]
    public async Task Nothing_is_sent_to_what_is_no_address(string chat)
    {
        (await _whatsApp.SendAsync(new MessageContent.Text("Hello"), chat: chat))
            .ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.ChatNotFound);

        _whatsApp.Simulator.Calls.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MediaKind.Audio, "audio/mpeg", "words")]
    [InlineData(MediaKind.Sticker, "image/webp", "words")]
    [InlineData(MediaKind.Sticker, "image/png", null)]
    public async Task A_file_WhatsApp_has_no_form_for_is_refused_before_it_is_uploaded(MediaKind kind, string mimeType, string? caption)
    {
        var media = new MessageContent.Media(kind, new Attachment { MimeType = mimeType }, caption);

        (await _whatsApp.SendAsync(media, file: Bytes))
            .ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.NotSupported);

        _whatsApp.Simulator.Calls.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_customer_sees_that_we_have_read()
    {
        var written = _whatsApp.Customer.SendText("Good day");

        await _whatsApp.Platform.MarkReadAsync(
            _whatsApp.Channel, Sample.Customer, new PlatformMessageId($"{written}#2"), CancellationToken.None);

        _whatsApp.Customer.Reads.ShouldBe([written]);
        _whatsApp.Customer.TypingShown.ShouldBe(0);
    }

    [Fact]
    public async Task The_customer_sees_that_we_are_answering_and_so_have_read()
    {
        var written = _whatsApp.Customer.SendText("Good day");

        await _whatsApp.Platform.ShowTypingAsync(
            _whatsApp.Channel, Sample.Customer, new PlatformMessageId(written), CancellationToken.None);

        _whatsApp.Customer.Reads.ShouldBe([written]);
        _whatsApp.Customer.TypingShown.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_mark_that_is_refused_disturbs_nobody() => await _whatsApp.Platform.MarkReadAsync(
        _whatsApp.Channel, Sample.Customer, new PlatformMessageId("wamid.gone"), CancellationToken.None);
}
