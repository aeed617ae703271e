using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Conversations;

public sealed class SendingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri PublicAddress = new("https://inbox.example/");

    private static readonly PlatformCapabilities Platform = new()
    {
        Names = ["text", "image", "buttons", "template"],
        MaxTextLength = 10,
        MaxCaptionLength = 5,
        MaxButtons = 2,
        MaxButtonKeyBytes = 4,
        MaxFileBytes = new Dictionary<MediaKind, long> { [MediaKind.Image] = 100 },
        ReplyWindow = TimeSpan.FromHours(24),
    };

    public static TheoryData<MessageContent, string> Unsupported => new()
    {
        { new MessageContent.Location(1, 2, null), "location" },
        { new MessageContent.Text("12345678901"), "11" },
        { Image(50, "123456"), "caption" },
        { Image(101, null), "101" },
        { Buttons("a", "b", "c"), "3 buttons" },
        { Buttons("їїї"), "6 bytes" },
    };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void What_is_too_much_is_told_with_the_limit(MessageContent content, string told)
    {
        Check(content).ShouldBeOfType<Refusal.NotSupported>().Detail.ShouldContain(told);
    }

    [Fact]
    public void What_fits_exactly_is_taken()
    {
        Check(new MessageContent.Text("1234567890")).ShouldBeNull();
        Check(Image(100, "12345")).ShouldBeNull();
        Check(Buttons("її", "abcd")).ShouldBeNull();
    }

    [Fact]
    public void An_answer_to_a_particular_message_needs_a_platform_that_knows_such()
    {
        Check(new MessageContent.Text("yes"), isReply: true).ShouldBeOfType<Refusal.NotSupported>();
    }

    [Fact]
    public void The_window_counts_from_the_customers_last_message_and_only_a_template_passes_after()
    {
        var text = new MessageContent.Text("hello");

        Check(text, lastInboundAt: Now.AddHours(-24).AddSeconds(1)).ShouldBeNull();
        Check(text, lastInboundAt: Now.AddHours(-24)).ShouldBeOfType<Refusal.WindowClosed>().ClosedAt.ShouldBe(Now);
        Check(new MessageContent.Template("hello", null, []), lastInboundAt: Now.AddDays(-30)).ShouldBeNull();
    }

    [Fact]
    public void A_platform_that_fetches_files_needs_an_address_of_ours()
    {
        var fetching = Platform with { FetchesFiles = true };

        Check(Image(50, null), fetching, publicAddress: null).ShouldBeOfType<Refusal.PublicUrlNeeded>();
        Check(Image(50, null), fetching).ShouldBeNull();
        Check(new MessageContent.Text("hello"), fetching, publicAddress: null).ShouldBeNull();
    }

    private static Refusal? Check(MessageContent content, bool isReply = false, DateTimeOffset? lastInboundAt = null) =>
        SendingRules.Check(Platform, content, isReply, Conversation(lastInboundAt ?? Now), PublicAddress, Now);

    private static Refusal? Check(MessageContent content, PlatformCapabilities platform) => Check(content, platform, PublicAddress);

    private static Refusal? Check(MessageContent content, PlatformCapabilities platform, Uri? publicAddress) =>
        SendingRules.Check(platform, content, false, Conversation(Now), publicAddress, Now);

    private static Conversation Conversation(DateTimeOffset lastInboundAt) => new()
    {
        Id = default,
        ChannelId = default,
        Chat = "1",
        ContactId = default,
        LastInboundAt = lastInboundAt,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private static MessageContent.Media Image(long size, string? caption) =>
        new(MediaKind.Image, new Attachment { Size = size }, caption);

    private static MessageContent.Buttons Buttons(params string[] keys) => new("Which?", [.. keys.Select(key => new Button("Yes", key))]);
}
