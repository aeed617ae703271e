using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>What the operator learns when WhatsApp does not simply take a message.</summary>
public sealed class WhatsAppOutcomeTests : IAsyncLifetime
{
    private static readonly MessageContent Hello = new MessageContent.Text("Hello");

    private WhatsAppUnderTest _whatsApp = null!;

    public async Task InitializeAsync() => _whatsApp = await WhatsAppUnderTest.StartAsync();

    public Task DisposeAsync() => _whatsApp.DisposeAsync().AsTask();

    [Theory]
    [InlineData(100, SendErrors.Rejected)]
    [InlineData(470, SendErrors.WindowClosed)]
    [InlineData(130472, SendErrors.Rejected)]
    [InlineData(130497, SendErrors.Rejected)]
    [InlineData(131008, SendErrors.Rejected)]
    [InlineData(131009, SendErrors.Rejected)]
    [InlineData(131021, SendErrors.Rejected)]
    [InlineData(131026, SendErrors.ChatNotFound)]
    [InlineData(131030, SendErrors.ChatNotFound)]
    [InlineData(131037, SendErrors.Rejected)]
    [InlineData(131042, SendErrors.Rejected)]
    [InlineData(131047, SendErrors.WindowClosed)]
    [InlineData(131048, SendErrors.Rejected)]
    [InlineData(131049, SendErrors.Rejected)]
    [InlineData(131050, SendErrors.Blocked)]
    [InlineData(131051, SendErrors.NotSupported)]
    [InlineData(131052, SendErrors.FileRefused)]
    [InlineData(131053, SendErrors.FileRefused)]
    [InlineData(131062, SendErrors.NotSupported)]
    [InlineData(132000, SendErrors.Rejected)]
    [InlineData(132001, SendErrors.Rejected)]
    [InlineData(132015, SendErrors.Rejected)]
    [InlineData(135000, SendErrors.Rejected)]
    [InlineData(137000, SendErrors.Rejected)]
    [InlineData(999999, SendErrors.Rejected)]
    public async Task A_refusal_is_final_and_quotes_WhatsApp(int code, string expected)
    {
        var error = (await RefusedAsync(code)).ShouldBeOfType<SendOutcome.Refused>().Error;

        error.Code.ShouldBe(expected);
        error.Detail.ShouldContain($"{code} the details");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(190)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(299)]
    [InlineData(33)]
    [InlineData(368)]
    [InlineData(131005)]
    [InlineData(131031)]
    [InlineData(131045)]
    [InlineData(133010)]
    public async Task What_stops_every_message_holds_the_channel(int code) =>
        (await RefusedAsync(code)).ShouldBeOfType<SendOutcome.ChannelRejected>().Detail.ShouldContain("admin");

    [Fact]
    public async Task A_number_that_is_not_there_holds_the_channel_too() =>
        (await RefusedAsync(new Refusal(100, "does not exist") { Subcode = 33 })).ShouldBeOfType<SendOutcome.ChannelRejected>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(131000)]
    [InlineData(131016)]
    [InlineData(131057)]
    [InlineData(133004)]
    public async Task Passing_trouble_is_tried_again(int code) =>
        (await RefusedAsync(code)).ShouldBeOfType<SendOutcome.NotDelivered>();

    [Theory]
    [InlineData(4, ThrottleScope.Channel)]
    [InlineData(80007, ThrottleScope.Channel)]
    [InlineData(130429, ThrottleScope.Channel)]
    [InlineData(131056, ThrottleScope.Chat)]
    public async Task Too_many_messages_wait_as_far_as_the_limit_reaches(int code, ThrottleScope scope) =>
        (await RefusedAsync(code)).ShouldBeOfType<SendOutcome.Throttled>().Scope.ShouldBe(scope);

    [Fact]
    public async Task They_wait_as_long_as_WhatsApp_says() =>
        (await RefusedAsync(Refusal.TooManyRequests(17)))
            .ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(17), ThrottleScope.Channel));

    [Theory]
    [InlineData(500, typeof(SendOutcome.NotDelivered))]
    [InlineData(503, typeof(SendOutcome.NotDelivered))]
    [InlineData(504, typeof(SendOutcome.Unknown))]
    [InlineData(429, typeof(SendOutcome.Throttled))]
    [InlineData(413, typeof(SendOutcome.Refused))]
    [InlineData(404, typeof(SendOutcome.NotDelivered))]
    [InlineData(302, typeof(SendOutcome.NotDelivered))]
    public async Task Something_in_between_is_told_by_its_status(int status, Type outcome) =>
        (await RefusedAsync(new Fault.HttpStatus(status))).ShouldBeOfType(outcome);

    [Fact]
    public async Task A_lost_answer_is_unknown_and_the_next_status_settles_it()
    {
        _whatsApp.Customer.SendText("Good day");
        _whatsApp.Simulator.Faults.Add(new Fault.LostAnswer());

        (await _whatsApp.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Unknown>();

        var arrived = _whatsApp.Customer.Received.ShouldHaveSingleItem();
        var status = $$"""[{"id":"{{arrived.Id}}","status":"sent","recipient_id":"1","biz_opaque_callback_data":"{{Ours(arrived)}}"}]""";
        var confirmed = Sample.ReadItems(status, "statuses").ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.SendConfirmed>();
        confirmed.Message.ShouldBe(WhatsAppUnderTest.Message(Sample.Customer, Hello).Id);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_unknown()
    {
        _whatsApp.Simulator.Faults.Add(new Fault.InvalidJson());

        (await _whatsApp.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task Nobody_there_is_not_delivered()
    {
        var nobody = _whatsApp.ChannelWith(new() { ["baseUrl"] = "http://127.0.0.1:9" });

        (await _whatsApp.Platform.SendAsync(nobody, WhatsAppUnderTest.Message(Sample.Customer, Hello), CancellationToken.None))
            .ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Theory]
    [InlineData(131053, typeof(SendOutcome.Refused))]
    [InlineData(100, typeof(SendOutcome.Refused))]
    [InlineData(190, typeof(SendOutcome.ChannelRejected))]
    [InlineData(131016, typeof(SendOutcome.NotDelivered))]
    [InlineData(130429, typeof(SendOutcome.Throttled))]
    public async Task A_refused_upload_sends_nothing(int code, Type outcome)
    {
        _whatsApp.Simulator.Faults.Add(new Refusal(code, "the details") { Method = "media" });

        var came = await SendFileAsync();

        came.ShouldBeOfType(outcome);
        (came as SendOutcome.Refused)?.Error.Code.ShouldBe(SendErrors.FileRefused);
        _whatsApp.Simulator.Calls.Of("messages").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_upload_is_tried_again_since_nobody_has_seen_it()
    {
        _whatsApp.Simulator.Faults.Add(new Fault.LostAnswer { Method = "media" });

        (await SendFileAsync()).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task A_file_that_is_gone_is_refused()
    {
        var picture = new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/png" }, Caption: null);
        var message = WhatsAppUnderTest.Message(Sample.Customer, picture) with { OpenFile = _ => throw new FileNotFoundException() };

        (await _whatsApp.Platform.SendAsync(_whatsApp.Channel, message, CancellationToken.None))
            .ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.FileRefused);
    }

    private static string Ours(BusinessMessage message) => (string)message.Json["biz_opaque_callback_data"]!;

    private Task<SendOutcome> SendFileAsync() => _whatsApp.SendAsync(
        new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/png" }, Caption: null), file: [1, 2, 3]);

    private Task<SendOutcome> RefusedAsync(int code) => RefusedAsync(new Refusal(code, "the details"));

    private Task<SendOutcome> RefusedAsync(Fault fault)
    {
        _whatsApp.Simulator.Faults.Add(fault);
        return _whatsApp.SendAsync(Hello);
    }
}
