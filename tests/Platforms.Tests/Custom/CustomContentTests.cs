using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.Custom;

public sealed class CustomContentTests
{
    public static TheoryData<MessageContent, string> Contents => new()
    {
        { new MessageContent.Text("x"), """{"type":"text","text":"x"}""" },
        { new MessageContent.Location(50.45, -30.5, "Київ"), """{"type":"location","latitude":50.45,"longitude":-30.5,"name":"Київ"}""" },
        { new MessageContent.ContactCard("Оля", "+380"), """{"type":"contact","name":"Оля","phone":"+380"}""" },
        {
            new MessageContent.Buttons("?", [new Button("Так", "y"), new Button("Сайт", Url: "https://x.example")]),
            """{"type":"buttons","text":"?","buttons":[{"text":"Так","key":"y"},{"text":"Сайт","url":"https://x.example"}]}"""
        },
        { new MessageContent.Menu("?", null, [new Button("Так")]), """{"type":"menu","text":"?","buttons":[{"text":"Так"}]}""" },
        { File(MediaKind.Image), FileJson("image") },
        { File(MediaKind.Audio), FileJson("audio") },
        { File(MediaKind.Voice), FileJson("voice") },
        { File(MediaKind.Video), FileJson("video") },
        { File(MediaKind.File), FileJson("file") },
        { File(MediaKind.Sticker), FileJson("sticker") },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Content_goes_out_in_the_shape_of_the_api(MessageContent content, string json)
    {
        await using var receiver = await Receiver.Start(200);
        await using var channel = new CustomChannel(receiver.Address);

        await channel.Send(channel.Message(content) with { FileUrl = new Uri("https://inbox.example/f?s=1") });

        JsonNode.Parse(receiver.Requests.ShouldHaveSingleItem().Body)!["content"]!.ToJsonString()
            .ShouldBe(JsonNode.Parse(json)!.ToJsonString());
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_before_anything_is_sent()
    {
        await using var receiver = await Receiver.Start(200);
        await using var channel = new CustomChannel(receiver.Address);

        await ShouldBeRefused(new MessageContent.Template("hello", null, []), SendErrors.NotSupported);
        await ShouldBeRefused(new MessageContent.Unsupported("poll"), SendErrors.NotSupported);
        await ShouldBeRefused(File(MediaKind.Image), SendErrors.FileRefused); // without an address to fetch it from
        receiver.Requests.ShouldBeEmpty();

        async Task ShouldBeRefused(MessageContent content, string code) =>
            (await channel.Send(channel.Message(content))).ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(code);
    }

    private static MessageContent.Media File(MediaKind kind) =>
        new(kind, new Attachment { MimeType = "a/b", FileName = "f", Size = 9 }, "t");

    private static string FileJson(string type) =>
        $$"""{"type":"{{type}}","text":"t","url":"https://inbox.example/f?s=1","mimeType":"a/b","fileName":"f","size":9}""";
}
