using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WhatsApp;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>Many things in one request, some of them for others and some of them broken.</summary>
public sealed class WhatsAppInboundBatchTests
{
    private const string Good = """{"from":"1","id":"a","type":"text","text":{"body":"one"}}""";
    private const string AlsoGood = """{"from":"2","id":"b","type":"text","text":{"body":"two"}}""";

    [Fact]
    public void A_channel_reads_all_that_is_for_its_number_and_nothing_else()
    {
        var ours = Sample.Read("several");
        var theirs = WhatsAppRequest.Open(Sample.Bytes("several")).ReadFor("106540352240002");

        ours.OfType<InboundEvent.MessageReceived>().Select(each => ((MessageContent.Text)each.Content).Body)
            .ShouldBe(["second", "first", "first"]);
        ours.OfType<InboundEvent.DeliveryReported>().Select(each => each.Report)
            .ShouldBe([DeliveryReport.Read, DeliveryReport.Delivered]);
        theirs.ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>().Id.Id.ShouldBe("wamid.HBgMIN0083");
        WhatsAppRequest.Open(Sample.Bytes("several")).Accounts.ShouldBe(["106540352240001", "106540352240002"]);
    }

    [Theory]
    [InlineData("""{"from":"3","id":"c","type":"text","text":5}""", "text")]
    [InlineData("""{"from":"3","id":"c","type":"text","text":{"body":"\ud800"}}""", "text")]
    [InlineData("""{"from":"3","id":"c","type":{"is":"odd"}}""", "unknown")]
    [InlineData("""{"from":"3","id":"c","type":"location","location":{"latitude":"north"}}""", "location")]
    public void One_that_cannot_be_read_is_shown_as_such_between_the_others(string broken, string kind)
    {
        var events = Sample.ReadItems($"[{Good},{broken},{AlsoGood}]").Cast<InboundEvent.MessageReceived>().ToArray();

        events.Select(each => each.Id.Id).ShouldBe(["a", "c", "b"]);
        events[1].Chat.ShouldBe("3");
        events[1].Content.ShouldBe(new MessageContent.Unsupported(kind));
        WhatsAppRequest.Open(Sample.Request($"[{Good},{broken}]")).Accounts.ShouldBe([Sample.Account]);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":"c","type":"text","text":{"body":"from nobody"}}""")]
    [InlineData("""{"from":"3","type":"text","text":{"body":"without an id"}}""")]
    [InlineData("""{"from":3,"id":"c","type":"text","text":{"body":"a number"}}""")]
    public void One_without_a_place_is_left_to_quarantine_and_the_others_are_read(string stray)
    {
        Sample.ReadItems($"[{Good},{stray},{AlsoGood}]").Count.ShouldBe(2);

        WhatsAppRequest.Open(Sample.Request($"[{Good},{stray}]")).Accounts.ShouldBe([Sample.Account, ""]);
        Should.Throw<UnreadableWebhookException>(() => Sample.ReadItems($"[{stray}]"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"field":"messages"}""")]
    [InlineData("""{"field":"messages","value":"text"}""")]
    [InlineData("""{"field":"messages","value":{"messages":7}}""")]
    [InlineData("""{"field":"messages","value":{"messages":[{"from":"1","id":"a","type":"text"}]}}""")]
    public void A_change_that_cannot_be_read_keeps_no_other_from_being_read(string broken)
    {
        var good = $$$"""{"field":"messages","value":{"metadata":{"phone_number_id":"{{{Sample.Account}}}"},"messages":[{{{Good}}}]}}""";
        var body = Sample.Change($"{broken},{good}");

        WhatsAppRequest.Open(body).ReadFor(Sample.Account).ShouldHaveSingleItem();
        WhatsAppRequest.Open(body).Accounts.ShouldBe([Sample.Account, ""], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("neither JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"object":"page","entry":[]}""")]
    [InlineData("""{"object":"whatsapp_business_account"}""")]
    [InlineData("""{"object":"whatsapp_business_account","entry":{}}""")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[1]}""")]
    [InlineData("""{"object":"\ud800","entry":[1]}""")]
    public void A_request_that_is_none_is_unreadable(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Should.Throw<UnreadableWebhookException>(() => WhatsAppRequest.Open(bytes).ReadFor(Sample.Account));
        WhatsAppRequest.Open(bytes).Accounts.ShouldNotContain(Sample.Account);
    }

    [Fact]
    public void Reading_a_part_of_a_request_never_breaks()
    {
        foreach (var body in Sample.Names.Select(Sample.Bytes))
        {
            for (var length = 0; length < body.Length - 2; length += 11)
            {
                Should.Throw<UnreadableWebhookException>(() => WhatsAppRequest.Open(body.AsMemory(0, length)).ReadFor(Sample.Account));
            }
        }
    }

    [Fact]
    public void Any_member_may_have_any_type()
    {
        string[] values = ["null", "5", "\"x\"", "true", "[]", "{}", "[[]]", "[null]"];
        foreach (var name in Sample.Names)
        {
            var text = Encoding.UTF8.GetString(Sample.Bytes(name));
            for (var at = text.IndexOf(":\"", StringComparison.Ordinal); at >= 0; at = text.IndexOf(":\"", at + 1, StringComparison.Ordinal))
            {
                var end = text.IndexOf('"', at + 2) + 1;
                foreach (var value in values)
                {
                    ReadOrRefuse(Encoding.UTF8.GetBytes($"{text[..(at + 1)]}{value}{text[end..]}"));
                }
            }
        }
    }

    private static void ReadOrRefuse(byte[] body)
    {
        var opened = WhatsAppRequest.Open(body);
        try
        {
            opened.ReadFor(Sample.Account);
        }
        catch (UnreadableWebhookException)
        {
            // The one exception that reading may throw.
        }
    }
}
