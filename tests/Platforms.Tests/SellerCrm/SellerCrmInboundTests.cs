using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.SellerCrm;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>What a chat's messages say, and what a signal does not.</summary>
public sealed class SellerCrmInboundTests
{
    private const string Polled = """
        {"order":204511873,"email":"buyer@example.com","history_up_to":0,"messages":[
          {"id":880003,"message":"","buyer":1,"seller":0,"deleted":0,"date_written":"2024-05-29 19:27:02","date_seen":null,
           "is_file":1,"filename":"screen.png","url":"https://files.example/d/880003/screen.png","is_img":1,"preview":"https://files.example/p/880003.png"},
          {"id":880002,"message":"Код не работает<br>Помогите &amp; быстро","buyer":1,"seller":0,"deleted":0,"date_written":"2024-05-29 19:26:40","date_seen":null},
          {"id":"880004","message":"Сейчас проверим","buyer":null,"seller":true,"deleted":false,"date_written":"2024-05-29T19:30:00Z","date_seen":"2024-05-29 19:31:10"},
          {"id":880005,"message":"We look into it","buyer":0,"seller":0,"deleted":0,"date_written":"2024-05-29 19:32:00"},
          {"id":880006,"message":"gone","buyer":1,"seller":0,"deleted":1,"date_written":"2024-05-29 19:33:00"}]}
        """;

    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    [Fact]
    public void A_chat_is_read_by_its_ids_whatever_their_order()
    {
        var events = Read(Polled);

        events.Select(happened => happened.GetType().Name).ShouldBe(
            ["MessageReceived", "MessageReceived", "MessageEchoed", "DeliveryReported", "MessageReceived", "MessageDeleted"]);
        events.ShouldAllBe(happened => happened.Chat == "204511873");
        var text = (InboundEvent.MessageReceived)events[0];
        text.Content.ShouldBeOfType<MessageContent.Text>().Body.ShouldBe("Код не работает\nПомогите & быстро");
        text.SentAt.ShouldBe(new DateTimeOffset(2024, 5, 29, 16, 26, 40, TimeSpan.Zero));
        text.From.Name.ShouldBe("buyer@example.com");
        var picture = ((InboundEvent.MessageReceived)events[1]).Content.ShouldBeOfType<MessageContent.Media>();
        (picture.Kind, picture.File.FileName, picture.File.RemoteKey)
            .ShouldBe((MediaKind.Image, "screen.png", "https://files.example/d/880003/screen.png"));
        ((InboundEvent.MessageEchoed)events[2]).SentAt.ShouldBe(new DateTimeOffset(2024, 5, 29, 19, 30, 0, TimeSpan.Zero));
        ((InboundEvent.MessageReceived)events[4]).From.Name.ShouldBe("Marketplace");
    }

    [Theory]
    [InlineData("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt; &amp;amp; &quot;x&quot; &#39;y&#39;", "<b>bold</b> &amp; \"x\" 'y'")]
    [InlineData("<i>typed</i>", "<i>typed</i>")]
    [InlineData(null, "")]
    public void Texts_hold_line_breaks_and_entities_and_no_other_markup(string? written, string read) => SellerCrmText.Read(written).ShouldBe(read);

    [Theory]
    [InlineData("""{"InvoiceId":204511873}""")]
    [InlineData("""{"invoiceid":"204511873"}""")]
    [InlineData("""{"ID_I":204511873,"Email":"x"}""")]
    [InlineData("DebateId=204511873&MessageId=880002&Email=buyer%40example.com")]
    [InlineData("inv=204511873")]
    public void A_signal_names_an_order_in_one_of_several_forms(string body) => SellerCrmSignal.Read(Bytes(body)).ShouldBe(204_511_873);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"hello":"there"}""")]
    [InlineData("hello=there")]
    public void A_signal_without_a_number_is_a_hint_at_the_list(string body) => SellerCrmSignal.Read(Bytes(body)).ShouldBeNull();

    [Theory]
    [InlineData("""{"InvoiceId":"1; rm -rf /"}""")]
    [InlineData("""{"InvoiceId":-5}""")]
    [InlineData("""{"InvoiceId":"12345678901234567890"}""")]
    [InlineData("""{"InvoiceId":20451""")]
    [InlineData("inv=abc")]
    [InlineData("neither this nor that")]
    [InlineData("[1]")]
    public void Anything_else_is_unreadable(string body) => Should.Throw<UnreadableWebhookException>(() => SellerCrmSignal.Read(Bytes(body)));

    [Fact]
    public void Whoever_knows_the_link_key_cannot_put_words_into_a_buyers_mouth()
    {
        Read("""{"InvoiceId":204511873,"order":204511873,"messages":[{"id":1,"message":"forged","buyer":1}]}""").ShouldBeEmpty();
        Should.Throw<UnreadableWebhookException>(
            () => Read("""{"InvoiceId":"x","order":204511873,"messages":[{"id":1,"message":"forged","buyer":1}]}"""));
    }

    private static IReadOnlyList<InboundEvent> Read(string body) => SellerCrmInbound.Read(Bytes(body), Moscow);

    private static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body);
}
