using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>What followers do besides writing, as WeChat's documentation shows it.</summary>
public sealed class WeChatInboundEventTests : IAsyncDisposable
{
    private readonly WeChatUnderTest _wechat = new();

    public ValueTask DisposeAsync() => _wechat.DisposeAsync();

    [Theory]
    [InlineData("subscribe", "<EventKey><![CDATA[qrscene_shop-7]]></EventKey><Ticket>tkt-0001</Ticket>", ContactEventKind.Subscribed, "shop-7")]
    [InlineData("subscribe", "<EventKey><![CDATA[]]></EventKey>", ContactEventKind.Subscribed, null)]
    [InlineData("subscribe", "", ContactEventKind.Subscribed, null)]
    [InlineData("unsubscribe", "<EventKey></EventKey>", ContactEventKind.Unsubscribed, null)]
    [InlineData("SCAN", "<EventKey><![CDATA[shop-7]]></EventKey><Ticket>tkt-0001</Ticket>", ContactEventKind.Scanned, "shop-7")]
    [InlineData("VIEW", "<EventKey>https://shop.example/search</EventKey><MenuId>441000001</MenuId>", ContactEventKind.Visited, "https://shop.example/search")]
    [InlineData("view_miniprogram", "<EventKey>pages/index</EventKey>", ContactEventKind.Visited, "pages/index")]
    public void What_a_follower_did_is_told_with_what_is_known_of_it(string name, string elements, ContactEventKind kind, string? detail)
    {
        var happened = Read<InboundEvent.ContactEvent>(name, elements);

        happened.Chat.ShouldBe(WeChatUnderTest.OpenId);
        happened.Kind.ShouldBe(kind);
        happened.Detail.ShouldBe(detail);
        happened.At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1717000201));
    }

    [Fact]
    public void A_pressed_menu_item_is_a_message_with_its_key()
    {
        var press = Read<InboundEvent.MessageReceived>("CLICK", "<EventKey><![CDATA[SUPPORT_PHONE]]></EventKey>");

        press.Content.ShouldBeOfType<MessageContent.Menu>().Key.ShouldBe("SUPPORT_PHONE");
        press.Sequence.ShouldBe(0);
    }

    [Fact]
    public void A_scanner_in_the_menu_brings_what_it_read()
    {
        var press = Read<InboundEvent.MessageReceived>(
            "scancode_waitmsg",
            "<EventKey>SCAN_BOX</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>4820000000017</ScanResult></ScanCodeInfo>");

        var menu = press.Content.ShouldBeOfType<MessageContent.Menu>();
        menu.Key.ShouldBe("SCAN_BOX");
        menu.Body.ShouldBe("4820000000017");
    }

    [Theory]
    [InlineData("LOCATION", "<Latitude>50.450100</Latitude><Longitude>30.523400</Longitude><Precision>65.000000</Precision>")]
    [InlineData("MASSSENDJOBFINISH", "<MsgID>1000007001</MsgID><Status>send success</Status><TotalCount>120</TotalCount>")]
    [InlineData("PUBLISHJOBFINISH", "<PublishEventInfo><publish_id>1</publish_id></PublishEventInfo>")]
    public void What_no_follower_wanted_to_say_opens_no_conversation(string name, string elements) =>
        _wechat.Read(Event(name, elements)).ShouldBeEmpty();

    [Fact]
    public void A_delivered_template_is_reported_by_its_number()
    {
        var report = Read<InboundEvent.DeliveryReported>(
            "TEMPLATESENDJOBFINISH", "<MsgID>3561000000000000123</MsgID><Status>success</Status>");

        report.Id.Id.ShouldBe("3561000000000000123");
        report.Report.ShouldBe(DeliveryReport.Delivered);
        report.Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("failed:user block", SendErrors.Blocked)]
    [InlineData("failed: system failed", SendErrors.Rejected)]
    [InlineData("failed:freq limit", SendErrors.Rejected)]
    public void A_template_that_did_not_arrive_says_why(string status, string code)
    {
        var report = Read<InboundEvent.DeliveryReported>(
            "TEMPLATESENDJOBFINISH", $"<MsgID>3561000000000000123</MsgID><Status>{status}</Status>");

        report.Report.ShouldBe(DeliveryReport.Failed);
        report.Error!.Code.ShouldBe(code);
    }

    [Fact]
    public void An_event_that_does_not_exist_yet_is_kept_as_unsupported() =>
        Read<InboundEvent.MessageReceived>("teleported", "<EventKey>home</EventKey>")
            .Content.ShouldBe(new MessageContent.Unsupported("teleported"));

    [Fact]
    public void A_retried_event_has_the_same_id_whatever_its_case() =>
        IdOf("CLICK", "<EventKey>HOURS</EventKey>").ShouldBe(IdOf("Click", "<EventKey>HOURS</EventKey>"));

    [Fact]
    public void Events_of_one_second_are_told_apart()
    {
        PlatformMessageId[] ids =
        [
            IdOf("subscribe", "<EventKey>qrscene_a</EventKey>"),
            IdOf("SCAN", "<EventKey>a</EventKey>"),
            IdOf("SCAN", "<EventKey>b</EventKey>"),
            IdOf("CLICK", "<EventKey>b</EventKey>"),
        ];

        ids.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void The_longest_address_of_a_menu_makes_no_long_id() =>
        Read<InboundEvent.ContactEvent>("VIEW", $"<EventKey>https://shop.example/{new string('x', 1000)}</EventKey>")
            .Id.Key.Length.ShouldBeLessThan(100);

    private PlatformMessageId IdOf(string name, string elements) => _wechat.Read(Event(name, elements)).ShouldHaveSingleItem() switch
    {
        InboundEvent.MessageReceived message => message.Id,
        InboundEvent.ContactEvent happened => happened.Id,
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private T Read<T>(string name, string elements)
        where T : InboundEvent => _wechat.Read(Event(name, elements)).ShouldHaveSingleItem().ShouldBeOfType<T>();

    private static string Event(string name, string elements) =>
        WeChatUnderTest.Xml($"<MsgType>event</MsgType><Event>{name}</Event>{elements}", createTime: 1717000201);
}
