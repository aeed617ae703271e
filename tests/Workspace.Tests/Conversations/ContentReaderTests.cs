using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Conversations;

public sealed class ContentReaderTests
{
    private static readonly MediaId File = new(Guid.Parse("019a0000-0000-7000-8000-000000000001"));

    public static TheoryData<ContentBody?, string> Mistakes => new()
    {
        { null, "content" },
        { new ContentBody(), "content.type" },
        { new ContentBody { Type = "hologram" }, "content.type" },
        { new ContentBody { Type = "unsupported", Key = "poll" }, "content.type" },
        { new ContentBody { Type = "text", Text = " " }, "content.text" },
        { new ContentBody { Type = "location", Longitude = 30 }, "content.latitude" },
        { new ContentBody { Type = "location", Latitude = 91, Longitude = 30 }, "content.latitude" },
        { new ContentBody { Type = "location", Latitude = 50, Longitude = double.NaN }, "content.longitude" },
        { new ContentBody { Type = "contact", Phone = "+380" }, "content.name" },
        { new ContentBody { Type = "image" }, "content.mediaId" },
        { new ContentBody { Type = "image", MediaId = File, Url = "https://example.com/a.png" }, "content.mediaId" },
        { new ContentBody { Type = "image", Url = "file:///etc/hosts" }, "content.url" },
        { Buttons("buttons"), "content.buttons" },
        { Buttons("buttons", [null!]), "content.buttons[0].text" },
        { Buttons("buttons", new ButtonBody("A", "a"), new ButtonBody("B")), "content.buttons[1].key" },
        { Buttons("buttons", new ButtonBody("A", Url: "javascript:x")), "content.buttons[0].url" },
        { Buttons("menu", new ButtonBody("A", Request: "password")), "content.buttons[0].request" },
        { new ContentBody { Type = "template" }, "content.key" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_its_field(ContentBody? body, string field)
    {
        ContentReader.Read(body).Refusal.ShouldBeOfType<Refusal.Invalid>().Field.ShouldBe(field);
    }

    [Fact]
    public void A_text_never_becomes_an_event_whatever_key_it_brings()
    {
        ContentReader.Read(new ContentBody { Type = "text", Text = "Hello", Key = "claimed" }).Value
            .ShouldBe(new MessageContent.Text("Hello"));
    }

    [Fact]
    public void A_file_comes_with_its_caption()
    {
        var media = ContentReader.Read(new ContentBody { Type = "voice", MediaId = File, Text = "Listen" }).Value
            .ShouldBeOfType<MessageContent.Media>();

        media.Kind.ShouldBe(MediaKind.Voice);
        media.File.Id.ShouldBe(File);
        media.Caption.ShouldBe("Listen");
    }

    [Fact]
    public void A_menu_without_items_removes_the_keyboard()
    {
        ContentReader.Read(new ContentBody { Type = "menu", Text = "Thanks" }).Value
            .ShouldBeOfType<MessageContent.Menu>().Items.ShouldBeEmpty();
    }

    private static ContentBody Buttons(string type, params ButtonBody[] buttons) =>
        new() { Type = type, Text = "Which?", Buttons = buttons };
}
