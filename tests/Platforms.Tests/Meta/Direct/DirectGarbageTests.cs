using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Tests.Meta.Direct;

/// <summary>Authentic, but not as documented.</summary>
public sealed class DirectGarbageTests
{
    private const string Page = "104000000000001";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("neither")]
    [InlineData("""{"object":"page","entry":7}""")]
    [InlineData("""{"object":"page","entry":[{"id":"999","messaging":[{"sender":{"id":"7"},"message":{"mid":"m","text":"x"}}]}]}""")]
    public void What_cannot_be_read_is_said_so(string body) =>
        Should.Throw<UnreadableWebhookException>(() => DirectRequest.Open(Encoding.UTF8.GetBytes(body)).ReadFor(Page));

    [Theory]
    [InlineData("""{"message":"not an object"}""")]
    [InlineData("""{"sender":"nor this","message":{"mid":"m2","text":"x"}}""")]
    [InlineData("7")]
    [InlineData("null")]
    public void One_unreadable_item_leaves_the_others(string item)
    {
        var texts = Read(item).OfType<InboundEvent.MessageReceived>().Select(message => message.Content).OfType<MessageContent.Text>();

        texts.Select(text => text.Body).ShouldBe(["first", "last"]);
    }

    [Theory]
    [InlineData("""{"sender":{"id":"8"},"timestamp":5,"message":{"mid":["m2"]}}""")]
    [InlineData("""{"sender":{"id":"8"},"timestamp":5,"message":{"mid":"m2","text":"\ud83d"}}""")]
    public void An_unreadable_item_of_somebody_is_shown_as_unsupported(string item)
    {
        var shown = Read(item)[1].ShouldBeOfType<InboundEvent.MessageReceived>();

        shown.Chat.ShouldBe("8");
        shown.Content.ShouldBe(new MessageContent.Unsupported("unreadable"));
    }

    [Fact]
    public void The_accounts_of_a_request_are_named_once_each()
    {
        const string body = """{"entry":[{"id":"1"},{"id":"2","messaging":[7]},{"id":"1"},null]}""";

        DirectRequest.Open(Encoding.UTF8.GetBytes(body)).Accounts.ShouldBe(["1", "2"]);
        DirectRequest.Open("garbage"u8.ToArray()).Accounts.ShouldBeEmpty();
    }

    private static IReadOnlyList<InboundEvent> Read(string item) => DirectRequest.Open(Encoding.UTF8.GetBytes(
        $$"""{"object":"page","entry":[{"id":"{{Page}}","messaging":[{{Text("m1", "first")}},{{item}},{{Text("m3", "last")}}]}]}""")).ReadFor(Page);

    private static string Text(string mid, string text) =>
        $$$"""{"sender":{"id":"7"},"recipient":{"id":"{{{Page}}}"},"timestamp":1767225600123,"message":{"mid":"{{{mid}}}","text":"{{{text}}}"}}""";
}
