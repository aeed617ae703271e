using Rozmova.Messaging;
using Rozmova.Simulators.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>What followers see of what we send.</summary>
public sealed class WeChatSendingTests : IAsyncLifetime
{
    private SimulatedWeChat _house = null!;

    private Follower Follower => _house.Follower;

    public async Task InitializeAsync()
    {
        _house = await SimulatedWeChat.StartAsync();
        Follower.AlreadyWrote();
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_text_arrives_and_goes_by_our_own_id_for_wechat_gives_none()
    {
        var message = WeChatUnderTest.Message(new MessageContent.Text("Hello"));

        var outcome = await _house.WeChat.Platform.SendAsync(_house.WeChat.Channel, message, CancellationToken.None);

        outcome.ShouldBe(new SendOutcome.Sent(new PlatformMessageId(message.Id.ToString())));
        Follower.Messages.ShouldHaveSingleItem().Text.ShouldBe("Hello");
    }

    [Theory]
    [InlineData("Вітаємо 👋 你好")]
    [InlineData("\"quoted\" \\ and\nlines\tand tabs")]
    [InlineData("<b>&amp;</b> 'x' + / \u2028 \u00ad")]
    [InlineData("\\u4f60 written out")]
    public async Task Characters_travel_as_they_are_and_never_as_escapes(string text)
    {
        await SendAsync(new MessageContent.Text(text));

        _house.Simulator.Calls.Of(SimulatedWeChat.CustomPath).ShouldHaveSingleItem()
            .Body.Replace(@"\\u", "", StringComparison.Ordinal).ShouldNotContain(@"\u");
        if (!text.Contains(@"\u", StringComparison.Ordinal)) // WeChat, and so its simulator, refuses even these
        {
            Follower.Messages.ShouldHaveSingleItem().Text.ShouldBe(text);
        }
    }

    [Fact]
    public async Task What_json_could_only_escape_is_replaced()
    {
        await SendAsync(new MessageContent.Text("bell\u0007 half\ud83d"));

        Follower.Messages.ShouldHaveSingleItem().Text.ShouldBe("bell  half\ufffd");
    }

    [Theory]
    [InlineData("Sale\nHalf the price, today only", "Sale", "Half the price, today only")]
    [InlineData("Sale", "Sale", "")]
    [InlineData(null, "Open", "")]
    public async Task A_picture_with_a_link_is_an_article(string? caption, string title, string description)
    {
        var picture = new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/jpeg" }, caption)
        {
            Link = new Button("Open", Url: "https://shop.example/sale"),
        };

        var outcome = await _house.WeChat.Platform.SendAsync(
            _house.WeChat.Channel,
            WeChatUnderTest.Message(picture) with { FileUrl = new Uri("https://chat.example/media/1?key=x") },
            CancellationToken.None);

        outcome.ShouldBeOfType<SendOutcome.Sent>();
        var article = Follower.Messages.ShouldHaveSingleItem().Json!["news"]!["articles"]![0]!;
        ((string?)article["title"]).ShouldBe(title);
        ((string?)article["description"]).ShouldBe(description);
        ((string?)article["url"]).ShouldBe("https://shop.example/sale");
        ((string?)article["picurl"]).ShouldBe("https://chat.example/media/1?key=x");
    }

    [Fact]
    public async Task Buttons_are_lines_to_tap_and_come_back_with_their_keys()
    {
        await SendAsync(new MessageContent.Buttons("Were we of help?", [new("Yes", Key: "7001"), new("No", Key: "7002")]));

        var menu = Follower.Messages.ShouldHaveSingleItem();
        menu.Text.ShouldBe("Were we of help?");
        menu.Lines.ShouldBe([new MenuLine("7001", "Yes"), new MenuLine("7002", "No")]);
    }

    [Fact]
    public async Task Buttons_that_open_pages_stand_below_as_links()
    {
        await SendAsync(new MessageContent.Buttons("Choose", [new("Yes", Key: "7001"), new("Shop", Url: "https://shop.example/?q=\"x\"")]));

        ((string?)Follower.Messages.ShouldHaveSingleItem().Json!["msgmenu"]!["tail_content"])
            .ShouldBe("<a href=\"https://shop.example/?q=%22x%22\">Shop</a>");
    }

    [Fact]
    public async Task Nothing_but_links_makes_a_text()
    {
        await SendAsync(new MessageContent.Buttons("Come in", [new("Shop", Url: "https://shop.example/")]));

        Follower.Messages.ShouldHaveSingleItem().Text.ShouldBe("Come in\n<a href=\"https://shop.example/\">Shop</a>");
    }

    [Fact]
    public async Task A_menu_without_items_is_a_text()
    {
        await SendAsync(new MessageContent.Menu("As you like", Key: null, []));

        Follower.Messages.ShouldHaveSingleItem().Type.ShouldBe("text");
    }

    [Theory]
    [InlineData(MediaKind.Image, "image/png", "image", "image.png")]
    [InlineData(MediaKind.Voice, "audio/amr", "voice", "voice.amr")]
    [InlineData(MediaKind.Video, "video/mp4", "video", "video.mp4")]
    public async Task A_file_is_uploaded_and_sent_by_its_id(MediaKind kind, string mimeType, string type, string name)
    {
        byte[] bytes = [1, 2, 3, 4];

        var outcome = await SendAsync(Media(kind, mimeType), bytes);

        outcome.ShouldBeOfType<SendOutcome.Sent>();
        var received = Follower.Messages.ShouldHaveSingleItem();
        received.Type.ShouldBe(type);
        var file = _house.Account.Media.Find(received.MediaId)!;
        file.Name.ShouldBe(name);
        file.MimeType.ShouldBe(mimeType);
        file.Content.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task A_file_is_uploaded_anew_where_the_token_was_refused()
    {
        await SendAsync(new MessageContent.Text("first"));
        _house.Account.Tokens.Revoke();

        (await SendAsync(Media(MediaKind.Image, "image/png"), [1, 2, 3, 4])).ShouldBeOfType<SendOutcome.Sent>();

        _house.Account.Media.Find(Follower.Messages[^1].MediaId)!.Content.Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_refused_at_once() =>
        (await SendAsync(Media(MediaKind.Image, "image/png"))).ShouldBeOfType<SendOutcome.Refused>()
            .Error.Code.ShouldBe(SendErrors.FileRefused);

    [Fact]
    public async Task Parameters_fill_the_fields_of_a_template_in_their_order()
    {
        _house.Account.Templates["tpl-1"] = "{{thing1.DATA}} at {{ time2.DATA }}, {{thing1.DATA}}!";

        var outcome = await SendAsync(new MessageContent.Template("tpl-1", null, ["Кава", "9:00=open"]));

        var received = Follower.Messages.ShouldHaveSingleItem();
        var data = received.Json!["data"]!;
        ((string?)data["thing1"]!["value"]).ShouldBe("Кава");
        ((string?)data["time2"]!["value"]).ShouldBe("9:00=open");
        outcome.ShouldBeOfType<SendOutcome.Sent>().Id.Id.ShouldBe($"{received.TemplateMessageId}");
    }

    [Fact]
    public async Task What_became_of_a_template_finds_the_message()
    {
        _house.Account.Templates["tpl-1"] = "{{thing1.DATA}}";
        var sent = (await SendAsync(new MessageContent.Template("tpl-1", null, ["x"]))).ShouldBeOfType<SendOutcome.Sent>();

        _house.WeChat.ReadOne<InboundEvent.DeliveryReported>(
            $"<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><MsgID>{sent.Id.Id}</MsgID><Status>success</Status>")
            .Id.Key.ShouldBe(sent.Id.Key);
    }

    [Fact]
    public async Task The_fields_of_a_template_are_asked_for_once()
    {
        _house.Account.Templates["tpl-1"] = "{{thing1.DATA}}";

        await SendAsync(new MessageContent.Template("tpl-1", null, ["x"]));
        await SendAsync(new MessageContent.Template("tpl-1", null, ["y"]));

        _house.Simulator.Calls.Count("/cgi-bin/template/get_all_private_template").ShouldBe(1);
    }

    [Theory]
    [InlineData("tpl-1", "thing1, time2")]
    [InlineData("tpl-2", "template")]
    public async Task A_template_that_is_not_there_or_wants_other_parameters_says_so(string id, string said)
    {
        _house.Account.Templates["tpl-1"] = "{{thing1.DATA}} at {{time2.DATA}}";

        (await SendAsync(new MessageContent.Template(id, null, ["x"]))).ShouldBeOfType<SendOutcome.Refused>()
            .Error.Detail.ShouldContain(said);
    }

    public static TheoryData<MessageContent> Unsendable =>
    [
        new MessageContent.Location(50, 30, null),
        new MessageContent.ContactCard("Olena", "+380501112233"),
        new MessageContent.Unsupported("hologram"),
        new MessageContent.Event("claimed", "Claimed"),
        new MessageContent.Text(new string('ї', 1025)),
        new MessageContent.Buttons("Phone?", [new("Share", Request: "phone")]),
        new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/png" }, "a caption"),
        Media(MediaKind.File, "application/pdf"),
        Media(MediaKind.Sticker, "image/webp"),
        Media(MediaKind.Audio, "audio/mpeg"),
        Media(MediaKind.Voice, "audio/ogg"),
        Media(MediaKind.Video, "video/webm"),
    ];

    [Theory]
    [MemberData(nameof(Unsendable), DisableDiscoveryEnumeration = true)]
    public async Task What_wechat_cannot_take_is_refused_before_anything_is_asked(MessageContent content)
    {
        var refused = (await SendAsync(content, [1])).ShouldBeOfType<SendOutcome.Refused>();

        refused.Error.Detail.ShouldEndWith(".");
        _house.Simulator.Calls.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_is_shown()
    {
        await _house.WeChat.Platform.ShowTypingAsync(_house.WeChat.Channel, WeChatUnderTest.OpenId, CancellationToken.None);

        Follower.TypingShown.ShouldBe(1);
    }

    [Fact]
    public async Task Typing_that_wechat_does_not_want_harms_nobody()
    {
        var stranger = _house.Account.AddFollower();

        await _house.WeChat.Platform.ShowTypingAsync(_house.WeChat.Channel, stranger.OpenId, CancellationToken.None);

        stranger.TypingShown.ShouldBe(0);
    }

    private Task<SendOutcome> SendAsync(MessageContent content, byte[]? file = null) => _house.WeChat.SendAsync(content, file);

    private static MessageContent.Media Media(MediaKind kind, string mimeType) =>
        new(kind, new Attachment { MimeType = mimeType, FileName = "ім'я.bin", Size = 4 }, Caption: null);
}
