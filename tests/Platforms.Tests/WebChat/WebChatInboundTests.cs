using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WebChat;

namespace Rozmova.Platforms.Tests.WebChat;

public sealed class WebChatInboundTests
{
    private const string Visitor = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void An_id_of_a_widget_counts_within_its_own_chat_only()
    {
        var one = Read("""{"type":"message","visitor":"0123456789abcdef0123456789abcdef","id":"same-id-1","text":"Hi"}""");
        var other = Read("""{"type":"message","visitor":"fedcba9876543210fedcba9876543210","id":"same-id-1","text":"Hi"}""");

        Message(one).Id.Key.ShouldNotBe(Message(other).Id.Key);
    }

    [Fact]
    public void A_receipt_names_a_message_of_the_same_chat()
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

        var receipt = Read($$"""{"type":"read","visitor":"{{Visitor}}","ids":["{{id}}"]}""").ShouldHaveSingleItem()
            .ShouldBeOfType<InboundEvent.DeliveryReported>();

        receipt.Report.ShouldBe(DeliveryReport.Read);
        receipt.Id.ShouldBe(new PlatformMessageId(id.ToString(), Visitor));
    }

    [Theory]
    [InlineData("image/png", MediaKind.Image)]
    [InlineData("image/svg+xml", MediaKind.File)]
    [InlineData("video/mp4", MediaKind.Video)]
    [InlineData("audio/ogg", MediaKind.Audio)]
    [InlineData("text/html", MediaKind.File)]
    [InlineData(null, MediaKind.File)]
    public void A_file_is_what_browsers_may_show_or_a_download(string? type, MediaKind kind)
    {
        var json = type is null ? "null" : $"\"{type}\"";

        var message = Message(Read(
            $$$"""{"type":"file","visitor":"{{{Visitor}}}","id":"some-id-1","attachment":{"mediaId":"{{{Guid.Empty}}}","mimeType":{{{json}}}}}"""));

        message.Content.ShouldBeOfType<MessageContent.Media>().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","visitor":"0123456789abcdef0123456789abcdef"}""")]
    [InlineData("""{"type":"file","visitor":"0123456789abcdef0123456789abcdef","id":"some-id-1"}""")]
    [InlineData("""{"type":"message","visitor":"x","id":"some-id-1","text":"Hi"}""")]
    [InlineData("""{"type":"hologram","visitor":"0123456789abcdef0123456789abcdef"}""")]
    public void What_no_session_of_ours_writes_is_unreadable(string body) => Should.Throw<UnreadableWebhookException>(() => Read(body));

    private static IReadOnlyList<InboundEvent> Read(string body) => WebChatInbound.Read(Encoding.UTF8.GetBytes(body));

    private static InboundEvent.MessageReceived Message(IReadOnlyList<InboundEvent> events) =>
        events.ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>();
}
