using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.Meta;

namespace Rozmova.Platforms.Tests.Meta.Direct;

/// <summary>What an operator hears when Meta says no.</summary>
public sealed class DirectOutcomeTests : IAsyncLifetime
{
    private static readonly MessageContent Hello = new MessageContent.Text("Hello");

    private DirectUnderTest _messenger = null!;

    public async Task InitializeAsync()
    {
        _messenger = await DirectUnderTest.MessengerAsync();
        _messenger.Customer.SendText("Hi");
    }

    public async Task DisposeAsync() => await _messenger.DisposeAsync();

    [Theory]
    [InlineData(10, 2018278, SendErrors.WindowClosed)]
    [InlineData(10, 2018065, SendErrors.WindowClosed)]
    [InlineData(10, 2534022, SendErrors.WindowClosed)]
    [InlineData(100, 2018001, SendErrors.ChatNotFound)]
    [InlineData(100, 2534014, SendErrors.ChatNotFound)]
    [InlineData(551, 1545041, SendErrors.Blocked)]
    [InlineData(551, null, SendErrors.Blocked)]
    [InlineData(200, 1545041, SendErrors.Blocked)]
    [InlineData(10, 2018108, SendErrors.Blocked)]
    [InlineData(100, 2018109, SendErrors.FileRefused)]
    [InlineData(100, 2018047, SendErrors.FileRefused)]
    [InlineData(100, 2534037, SendErrors.NotSupported)]
    [InlineData(100, null, SendErrors.Rejected)]
    [InlineData(230, null, SendErrors.Rejected)]
    [InlineData(10900, null, SendErrors.Rejected)]
    [InlineData(2018354, null, SendErrors.Rejected)]
    public async Task A_final_no_has_a_code_of_ours(int code, int? subcode, string ours)
    {
        var error = (await RefusedWith(code, subcode)).ShouldBeOfType<SendOutcome.Refused>().Error;

        error.Code.ShouldBe(ours);
        error.Detail.ShouldEndWith(".");
    }

    [Theory]
    [InlineData(190, 463, "expired")]
    [InlineData(190, 460, "password")]
    [InlineData(190, 458, "removed")]
    [InlineData(190, null, "token")]
    [InlineData(10, null, "permissions")]
    [InlineData(10, 1893063, "status")]
    [InlineData(200, null, "permissions")]
    [InlineData(299, null, "permissions")]
    [InlineData(368, null, "status")]
    public async Task What_concerns_the_whole_account_holds_its_messages_and_says_what_to_do(int code, int? subcode, string advice) =>
        (await RefusedWith(code, subcode)).ShouldBeOfType<SendOutcome.ChannelRejected>().Detail.ShouldContain(advice);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1200)]
    public async Task Passing_trouble_is_tried_again(int code) => (await RefusedWith(code)).ShouldBeOfType<SendOutcome.NotDelivered>();

    [Theory]
    [InlineData(4)]
    [InlineData(32)]
    [InlineData(613)]
    [InlineData(80006)]
    public async Task Too_many_calls_wait_a_little_where_Meta_does_not_say_how_long(int code) =>
        (await RefusedWith(code)).ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(5), ThrottleScope.Channel));

    [Fact]
    public async Task Too_many_calls_wait_as_long_as_Meta_says()
    {
        _messenger.Simulator.Faults.Add(Refusal.TooMany(17));

        (await _messenger.SendAsync(Hello)).ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(17), ThrottleScope.Channel));
    }

    [Fact]
    public async Task A_window_error_is_known_by_its_words_too()
    {
        _messenger.Simulator.Faults.Add(new Refusal(10, "(#10) This message is sent outside of allowed window."));

        (await _messenger.RefusedAsync(Hello)).Code.ShouldBe(SendErrors.WindowClosed);
    }

    [Fact]
    public async Task A_5xx_did_not_arrive()
    {
        _messenger.Simulator.Faults.Add(new Fault.HttpStatus(503));

        (await _messenger.SendAsync(Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_its_echo_says_that_it_arrived()
    {
        _messenger.Simulator.Faults.Add(new Fault.LostAnswer());

        (await _messenger.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Unknown>();

        var arrived = _messenger.Customer.Received.ShouldHaveSingleItem();
        arrived.Json["is_echo"] = true;
        var echo = _messenger.Account.Envelope(new JsonObject
        {
            ["sender"] = new JsonObject { ["id"] = _messenger.Account.Id },
            ["recipient"] = new JsonObject { ["id"] = _messenger.Customer.Id },
            ["message"] = arrived.Json.DeepClone(),
        });
        var confirmed = _messenger.Platform.Read(_messenger.Channel, echo).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.SendConfirmed>();
        confirmed.Id.ShouldBe(new PlatformMessageId(arrived.Mid));
        confirmed.Chat.ShouldBe(_messenger.Customer.Id);
    }

    private async Task<SendOutcome> RefusedWith(int code, int? subcode = null)
    {
        _messenger.Simulator.Faults.Add(new Refusal(code, $"(#{code}) Something is wrong.", subcode));
        return await _messenger.SendAsync(Hello);
    }
}
