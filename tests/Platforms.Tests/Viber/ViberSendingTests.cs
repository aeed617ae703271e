using Rozmova.Messaging;
using Rozmova.Simulators.Viber;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberSendingTests : IAsyncLifetime
{
    private static readonly Uri File = new("https://shop.example.com/media/1/2/signature");

    private SimulatedViber _simulated = null!;

    public async Task InitializeAsync() => _simulated = await SimulatedViber.StartAsync();

    public async Task DisposeAsync() => await _simulated.DisposeAsync();

    [Fact]
    public async Task A_text_arrives_as_it_was_written_under_our_name()
    {
        var seen = await _simulated.DeliverAsync(new MessageContent.Text("<b>Привіт</b> & 👋"));

        seen.Type.ShouldBe("text");
        seen.Text.ShouldBe("<b>Привіт</b> & 👋");
        ((string)seen.Json["sender"]!["name"]!).ShouldBe("Acme support");
        seen.Json["keyboard"].ShouldBeNull();
    }

    [Fact]
    public async Task The_longest_Cyrillic_text_fits()
    {
        var text = new string('ї', 7000);

        (await _simulated.DeliverAsync(new MessageContent.Text(text))).Text.ShouldBe(text);
    }

    [Fact]
    public async Task What_exceeds_a_request_is_refused_before_it_leaves()
    {
        var items = Enumerable.Range(0, 24).Select(number => new Button(new string('ї', 400), $"{number}")).ToArray();

        ShouldRefuse(await _simulated.SendAsync(new MessageContent.Menu(new string('ї', 7000), null, items)), SendErrors.NotSupported);
        _simulated.Simulator.Calls.Count("send_message").ShouldBe(0);
    }

    [Fact]
    public async Task An_address_alone_goes_as_a_link()
    {
        var seen = await _simulated.DeliverAsync(new MessageContent.Text("https://example.com/o/17"));

        seen.Type.ShouldBe("url");
        seen.Media.ShouldBe("https://example.com/o/17");
    }

    [Fact]
    public async Task A_picture_is_fetched_from_an_address_that_ends_as_its_type()
    {
        var seen = await _simulated.DeliverAsync(Media(MediaKind.Image, "image/png", "label.png", "Label"), File);

        seen.Type.ShouldBe("picture");
        seen.Text.ShouldBe("Label");
        seen.Media.ShouldBe("https://shop.example.com/media/1/2/signature/file.png");
        ((string?)seen.Json["thumbnail"]).ShouldBe(seen.Media);
    }

    [Theory]
    [InlineData(MediaKind.Video, "video/mp4", "film.mp4", "video")]
    [InlineData(MediaKind.Video, "video/webm", "film.webm", "file")]
    [InlineData(MediaKind.Audio, "audio/mpeg", "song.mp3", "file")]
    [InlineData(MediaKind.Voice, "audio/ogg", null, "file")]
    [InlineData(MediaKind.Image, "image/webp", "photo.webp", "file")]
    [InlineData(MediaKind.Sticker, "image/webp", "cat.webp", "file")]
    [InlineData(MediaKind.Sticker, "image/png", "cat.png", "picture")]
    [InlineData(MediaKind.File, "application/pdf", "invoice 17.pdf", "file")]
    public async Task Files_go_as_what_Viber_shows(MediaKind kind, string type, string? name, string expected)
    {
        var seen = await _simulated.DeliverAsync(Media(kind, type, name), File);

        seen.Type.ShouldBe(expected);
        if (expected == "file")
        {
            ((string)seen.Json["file_name"]!).ShouldBe(name ?? "file.ogg");
            ((int)seen.Json["size"]!).ShouldBe(1234);
        }
    }

    [Fact]
    public async Task A_Viber_sticker_goes_by_its_number()
    {
        var seen = await _simulated.DeliverAsync(Media(MediaKind.Sticker, "image/png", "46105.png"));

        seen.Type.ShouldBe("sticker");
        ((int)seen.Json["sticker_id"]!).ShouldBe(46105);
    }

    [Fact]
    public async Task Places_and_cards_arrive()
    {
        var place = await _simulated.DeliverAsync(new MessageContent.Location(50.4501, 30.5234, "Kyiv"));
        var card = await _simulated.DeliverAsync(new MessageContent.ContactCard("Support", "+380440000000"));

        ((double)place.Json["location"]!["lat"]!).ShouldBe(50.4501);
        ((double)place.Json["location"]!["lon"]!).ShouldBe(30.5234);
        ((string)card.Json["contact"]!["phone_number"]!).ShouldBe("+380440000000");
    }

    [Fact]
    public async Task Buttons_stand_in_the_chat_and_a_press_comes_back_with_key_and_label()
    {
        var seen = await _simulated.DeliverAsync(new MessageContent.Buttons(
            "Which size?", [new Button("Medium", "size:M"), new Button("Site", Url: "https://example.com")]));

        seen.Type.ShouldBe("rich_media");
        ((string)seen.Json["alt_text"]!).ShouldBe("Which size?");
        var press = PressOf(_simulated.Customer.Press("Medium"));
        press.Key.ShouldBe("size:M");
        press.Body.ShouldBe("Medium");
    }

    [Fact]
    public async Task Many_buttons_make_a_carousel()
    {
        var items = Enumerable.Range(1, 20).Select(number => new Button($"Offer {number}", $"offer:{number}")).ToArray();

        var seen = await _simulated.DeliverAsync(new MessageContent.Buttons("Offers", items));

        var blocks = seen.Json["rich_media"]!;
        ((int)blocks["ButtonsGroupRows"]!).ShouldBe(7);
        blocks["Buttons"]!.AsArray().Count.ShouldBe(21);
    }

    [Fact]
    public async Task Buttons_an_old_client_cannot_show_go_as_a_keyboard()
    {
        _simulated.Customer.ApiVersion = 2;

        var seen = await _simulated.DeliverAsync(new MessageContent.Buttons("Which size?", [new Button("Medium", "size:M")]));

        seen.Type.ShouldBe("text");
        PressOf(_simulated.Customer.Press("Medium")).Key.ShouldBe("size:M");
    }

    [Fact]
    public async Task A_menu_is_a_keyboard_that_may_ask_for_phone_and_place()
    {
        var seen = await _simulated.DeliverAsync(new MessageContent.Menu(
            "How can we reach you?",
            null,
            [new Button("Phone", Request: "phone"), new Button("Place", Request: "location"), new Button("<Nothing> & all", "no"), new Button("Yes")]));

        var buttons = seen.Json["keyboard"]!["Buttons"]!.AsArray();
        ((int)seen.Json["min_api_version"]!).ShouldBe(3);
        buttons.Select(button => (string?)button!["ActionType"]).ShouldBe(["share-phone", "location-picker", "reply", "reply"]);
        ((string)buttons[2]!["Text"]!).ShouldBe("&lt;Nothing&gt; &amp; all");
        ((bool)buttons[2]!["Silent"]!).ShouldBeTrue();
        buttons[3]!["Silent"].ShouldBeNull();
        _simulated.Customer.Press("Phone").Json.Span.IndexOf("\"contact\""u8).ShouldBePositive();
        PressOf(_simulated.Customer.Press("Yes")).Key.ShouldBe("Yes");
    }

    [Fact]
    public async Task A_menu_without_items_takes_the_keyboard_away()
    {
        await _simulated.DeliverAsync(new MessageContent.Menu("Choose", null, [new Button("Yes")]));
        _simulated.Customer.Keyboard.ShouldNotBeNull();

        await _simulated.DeliverAsync(new MessageContent.Menu("Thanks", null, []));

        _simulated.Customer.Keyboard.ShouldBeNull();
    }

    [Fact]
    public async Task Short_labels_share_a_row_and_fill_it()
    {
        var seen = await _simulated.DeliverAsync(
            new MessageContent.Menu("Size?", null, [.. "SMLXY".Select(letter => new Button($"{letter}"))]));

        seen.Json["keyboard"]!["Buttons"]!.AsArray().Select(button => (int)button!["Columns"]!).ShouldBe([2, 2, 2, 3, 3]);
    }

    [Fact]
    public async Task What_Viber_cannot_take_is_refused_before_it_leaves()
    {
        ShouldRefuse(await _simulated.SendAsync(new MessageContent.Template("hello", "en", [])), SendErrors.NotSupported);
        ShouldRefuse(await _simulated.SendAsync(new MessageContent.Unsupported("poll")), SendErrors.NotSupported);
        ShouldRefuse(await _simulated.SendAsync(new MessageContent.ContactCard("Support", null)), SendErrors.NotSupported);
        ShouldRefuse(await _simulated.SendAsync(new MessageContent.ContactCard(new string('a', 29), "1")), SendErrors.NotSupported);
        ShouldRefuse(await _simulated.SendAsync(Media(MediaKind.Video, "video/mp4", "a.mp4", "words"), File), SendErrors.NotSupported);
        ShouldRefuse(await _simulated.SendAsync(Media(MediaKind.File, "application/pdf", "a.pdf")), SendErrors.FileRefused);
        _simulated.Simulator.Calls.Count("send_message").ShouldBe(0);
    }

    private static MessageContent.Media Media(MediaKind kind, string type, string? name, string? caption = null) =>
        new(kind, new Attachment { MimeType = type, FileName = name, Size = 1234 }, caption);

    private MessageContent.Menu PressOf(Callback press) => _simulated.Viber.Platform.Read(_simulated.Viber.Channel, press.Json)
        .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>().Content.ShouldBeOfType<MessageContent.Menu>();

    private static void ShouldRefuse(SendOutcome outcome, string code) =>
        outcome.ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(code);
}
