using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.Viber;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberOutcomeTests : IAsyncLifetime
{
    private static readonly MessageContent Hello = new MessageContent.Text("Hello");

    private SimulatedViber _simulated = null!;

    public async Task InitializeAsync() => _simulated = await SimulatedViber.StartAsync();

    public async Task DisposeAsync() => await _simulated.DisposeAsync();

    [Theory]
    [InlineData(1, SendErrors.Rejected)]
    [InlineData(3, SendErrors.Rejected)]
    [InlineData(4, SendErrors.Rejected)]
    [InlineData(5, SendErrors.ChatNotFound)]
    [InlineData(6, SendErrors.Blocked)]
    [InlineData(11, SendErrors.NotSupported)]
    [InlineData(13, SendErrors.NotSupported)]
    [InlineData(14, SendErrors.NotSupported)]
    [InlineData(15, SendErrors.Rejected)]
    [InlineData(16, SendErrors.NotSupported)]
    [InlineData(17, SendErrors.NotSupported)]
    [InlineData(18, SendErrors.Rejected)]
    [InlineData(19, SendErrors.Rejected)]
    [InlineData(20, SendErrors.Rejected)]
    [InlineData(21, SendErrors.Rejected)]
    [InlineData(22, SendErrors.NotSupported)]
    [InlineData(23, SendErrors.WindowClosed)]
    [InlineData(24, SendErrors.WindowClosed)]
    public async Task A_refused_message_says_why(int status, string code)
    {
        _simulated.Simulator.Faults.Add(new Refusal(status, "as Viber says"));

        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task What_is_wrong_with_the_bot_holds_the_channel(int status)
    {
        _simulated.Simulator.Faults.Add(new Refusal(status, "as Viber says"));

        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.ChannelRejected>();
    }

    [Fact]
    public async Task Too_many_messages_wait_in_their_chat()
    {
        _simulated.Simulator.Faults.Add(Refusal.TooManyRequests());
        (await _simulated.SendAsync(Hello)).ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(10), ThrottleScope.Chat));

        _simulated.Simulator.Faults.Add(new Fault.HttpStatus(429, RetryAfter: 7));
        (await _simulated.SendAsync(Hello)).ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(7), ThrottleScope.Chat));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(-1)]
    public async Task A_number_nobody_knows_is_tried_again(int status)
    {
        _simulated.Simulator.Faults.Add(new Refusal(status, "as Viber says"));

        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(404)]
    public async Task What_stands_before_Viber_did_not_deliver(int code)
    {
        _simulated.Simulator.Faults.Add(new Fault.HttpStatus(code));

        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task An_answer_that_got_lost_leaves_it_unknown()
    {
        _simulated.Simulator.Faults.Add(new Fault.LostAnswer());
        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Unknown>();

        _simulated.Simulator.Faults.Add(new Fault.InvalidJson());
        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Unknown>();

        _simulated.Simulator.Faults.Add(new Fault.HttpStatus(504));
        (await _simulated.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Unknown>();
        _simulated.Customer.BotMessages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_at_the_address_did_not_get_it()
    {
        await using var viber = new ViberUnderTest();

        (await viber.SendAsync("somebody", Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }
}
