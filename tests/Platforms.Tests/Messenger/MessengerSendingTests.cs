using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Platforms.Tests.Meta.Direct;

namespace Rozmova.Platforms.Tests.Messenger;

/// <summary>What arrives at a customer of a page.</summary>
public sealed class MessengerSendingTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4];

    private DirectUnderTest _messenger = null!;

    public async Task InitializeAsync()
    {
        _messenger = await DirectUnderTest.MessengerAsync();
        _messenger.Customer.SendText("Do you have size M?");
    }

    public async Task DisposeAsync() => await _messenger.DisposeAsync();

    [Fact]
    public async Task A_text_arrives_as_written_as_an_answer_that_carries_our_id()
    {
        var arrived = await _messenger.ArrivedAsync(new MessageContent.Text("<b>5 < 6</b> 👍 так"));

        arrived.Text.ShouldBe("<b>5 < 6</b> 👍 так");
        arrived.MessagingType.ShouldBe("RESPONSE");
        arrived.Tag.ShouldBeNull();
        ((string?)arrived.Json["metadata"]).ShouldBe("019b7500-0000-7000-8000-000000000017");
        _messenger.Simulator.Calls.All[^1].Path.ShouldBe("/v25.0/104000000000001/messages");
    }

    [Theory]
    [InlineData("m_AbCd0003", "m_AbCd0003")]
    [InlineData("m_AbCd0003#1", "m_AbCd0003")]
    public async Task A_reply_points_at_the_message_it_answers(string id, string mid) =>
        (await _messenger.ArrivedAsync(new MessageContent.Text("M"), message => message with { ReplyTo = new PlatformMessageId(id) }))
            .ReplyTo.ShouldBe(mid);

    [Fact]
    public async Task A_reply_to_what_has_no_id_at_Meta_arrives_without_the_link() =>
        (await _messenger.ArrivedAsync(
            new MessageContent.Text("M"),
            message => message with { ReplyTo = new PlatformMessageId("postback-17", "7000") })).ReplyTo.ShouldBeNull();

    [Theory]
    [InlineData(MediaKind.Image, "image/png", "image")]
    [InlineData(MediaKind.Audio, "audio/mpeg", "audio")]
    [InlineData(MediaKind.Voice, "audio/ogg", "audio")]
    [InlineData(MediaKind.Video, "video/mp4", "video")]
    [InlineData(MediaKind.File, "application/zip", "file")]
    public async Task A_file_travels_with_its_message(MediaKind kind, string mimeType, string type)
    {
        var file = new Attachment { MimeType = mimeType, FileName = "прайс \"17\"", Size = Png.Length };

        var arrived = await _messenger.ArrivedAsync(new MessageContent.Media(kind, file, null), WithFile);

        arrived.AttachmentType.ShouldBe(type);
        arrived.File!.Content.ToArray().ShouldBe(Png);
        arrived.File.MimeType.ShouldBe(mimeType);
        arrived.MessagingType.ShouldBe("RESPONSE");
    }

    [Fact]
    public async Task A_file_that_is_gone_is_refused_and_nothing_is_sent()
    {
        var error = await _messenger.RefusedAsync(new MessageContent.Media(MediaKind.Image, new Attachment(), null));

        error.Code.ShouldBe(SendErrors.FileRefused);
        _messenger.Simulator.Calls.Of("messages").ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_to_three_buttons_stand_under_the_text()
    {
        var arrived = await _messenger.ArrivedAsync(new MessageContent.Buttons(
            "What next?", [new Button("Confirm", Key: "ord:17:ok"), new Button("Open site", Url: "https://example.com/o/17")]));

        JsonNode.DeepEquals(arrived.Json["attachment"], JsonNode.Parse("""
            {"type":"template","payload":{"template_type":"button","text":"What next?","buttons":[
            {"type":"postback","title":"Confirm","payload":"ord:17:ok"},{"type":"web_url","title":"Open site","url":"https://example.com/o/17"}]}}
            """)).ShouldBeTrue(arrived.Json.ToJsonString());
    }

    [Fact]
    public async Task More_buttons_become_quick_replies()
    {
        var sizes = Enumerable.Range(1, 13).Select(size => new Button($"Size {size}", Key: $"size:{size}")).ToList();

        var arrived = await _messenger.ArrivedAsync(new MessageContent.Buttons("Which size?", sizes));

        arrived.Text.ShouldBe("Which size?");
        arrived.Buttons.Select(button => button.Payload).ShouldBe(sizes.Select(size => size.Key));
        arrived.Buttons.ShouldAllBe(button => button.IsQuickReply);
    }

    [Fact]
    public async Task More_buttons_that_open_pages_go_on_cards()
    {
        var shops = Enumerable.Range(1, 4).Select(shop => new Button($"Shop {shop}", Url: $"https://example.com/{shop}")).ToList();

        var arrived = await _messenger.ArrivedAsync(new MessageContent.Buttons("Our shops", shops));

        ((string?)arrived.Template!["template_type"]).ShouldBe("generic");
        arrived.Template["elements"]!.AsArray().Select(card => card!["buttons"]!.AsArray().Count).ShouldBe([3, 1]);
    }

    [Fact]
    public async Task A_menu_is_quick_replies_and_may_ask_for_the_phone()
    {
        var arrived = await _messenger.ArrivedAsync(new MessageContent.Menu(
            "How?", null, [new Button("Post", Key: "post"), new Button("Phone", Request: "phone")]));

        arrived.Json["quick_replies"]!.AsArray().Select(reply => (string?)reply!["content_type"]).ShouldBe(["text", "user_phone_number"]);
    }

    [Fact]
    public async Task What_Messenger_cannot_take_is_refused_before_it_is_sent()
    {
        MessageContent[] contents =
        [
            new MessageContent.Location(50.45, 30.52, null),
            new MessageContent.ContactCard("Taras", "+380501112233"),
            new MessageContent.Template("order_ready", "uk", []) { Header = new MessageContent.Media(MediaKind.Image, new Attachment(), null) },
            new MessageContent.Media(MediaKind.Sticker, new Attachment(), null),
            new MessageContent.Media(MediaKind.Image, new Attachment(), "a caption"),
            new MessageContent.Buttons("?", [new Button("A label of more than twenty", Key: "x")]),
            new MessageContent.Buttons("?", [new Button("Phone", Request: "phone")]),
            new MessageContent.Menu("?", null, [new Button("Site", Url: "https://example.com")]),
            new MessageContent.Menu("?", null, [new Button("Where", Request: "location")]),
            new MessageContent.Unsupported("poll"),
        ];

        foreach (var content in contents)
        {
            (await _messenger.RefusedAsync(content)).Code.ShouldBe(SendErrors.NotSupported);
        }

        _messenger.Simulator.Calls.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_answers_after_a_day_under_the_human_agent_tag()
    {
        _messenger.Clock.Advance(TimeSpan.FromHours(25));

        var arrived = await _messenger.ArrivedAsync(new MessageContent.Text("Sorry for the delay"));

        arrived.MessagingType.ShouldBe("MESSAGE_TAG");
        arrived.Tag.ShouldBe("HUMAN_AGENT");
    }

    [Fact]
    public async Task Nothing_automatic_is_sent_after_a_day()
    {
        _messenger.Clock.Advance(TimeSpan.FromHours(25));

        MessageContent[] contents = [new MessageContent.Text("Still there?"), new MessageContent.Buttons("Yes?", [new Button("Yes", Key: "y")])];
        foreach (var content in contents)
        {
            var error = await _messenger.RefusedAsync(content, message => message with { IsAutomatic = true });
            error.Code.ShouldBe(SendErrors.WindowClosed);
        }

        _messenger.Simulator.Calls.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_week_Meta_closes_the_window()
    {
        _messenger.Clock.Advance(TimeSpan.FromDays(8));

        (await _messenger.RefusedAsync(new MessageContent.Text("Sorry"))).Code.ShouldBe(SendErrors.WindowClosed);
    }

    [Fact]
    public async Task Typing_and_seen_are_shown()
    {
        await _messenger.Platform.ShowTypingAsync(_messenger.Channel, _messenger.Customer.Id, CancellationToken.None);
        await _messenger.Platform.MarkReadAsync(_messenger.Channel, _messenger.Customer.Id, new PlatformMessageId("m_1"), CancellationToken.None);

        _messenger.Customer.Actions.ShouldBe(["typing_on", "mark_seen"]);
    }

    private static OutboundMessage WithFile(OutboundMessage message) =>
        message with { OpenFile = _ => ValueTask.FromResult<Stream>(new MemoryStream(Png)) };
}
