using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.SellerCrm;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>One signed sign-in for all who call, renewed by one of them.</summary>
public sealed class SellerCrmSignInTests : IAsyncLifetime
{
    private SellerCrmUnderTest _crm = null!;
    private SimulatedOrder[] _orders = [];

    private int SignIns => _crm.Simulator.Calls.Count("apilogin");

    public async Task InitializeAsync()
    {
        _crm = await SellerCrmUnderTest.StartAsync();
        _orders = [.. Enumerable.Range(0, 6).Select(index => _crm.Seller.AddOrder($"buyer{index}@example.com"))];
    }

    public Task DisposeAsync() => _crm.DisposeAsync().AsTask();

    [Theory]
    [InlineData("9F2A7C41D0E84B6FA3C5E19D7B2204AA", "926f2219a564da0c36c27970607fc72043d610a28d9c6133bdf3236063ac5bf9")]
    [InlineData("9f2a7c41d0e84b6fa3c5e19d7b2204aa", "e7b502723d9788622f51fca1a3148289555f29b9a065bf8d0c9d0dddea24e584")]
    public void The_sign_is_the_hash_of_the_key_as_it_is_written_and_the_whole_second(string key, string sign) =>
        SellerCrmSignature.Of(key, 1_717_000_000).ShouldBe(sign);

    [Fact]
    public async Task Many_who_send_at_once_sign_in_once()
    {
        var outcomes = await SendToAllAsync();

        outcomes.ShouldAllBe(outcome => outcome is SendOutcome.Sent);
        SignIns.ShouldBe(1);
    }

    [Fact]
    public async Task Many_whose_token_is_refused_at_once_sign_in_once_more()
    {
        await SendToAllAsync();
        _crm.Seller.RevokeTokens();

        var outcomes = await SendToAllAsync();

        outcomes.ShouldAllBe(outcome => outcome is SendOutcome.Sent);
        SignIns.ShouldBe(2);
        var stamps = _crm.Simulator.Calls.Of("apilogin").Select(call => (long)call.Body!["timestamp"]!).ToList();
        stamps.Distinct().Count().ShouldBe(2, "two sign-ins with one time stamp collide");
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await SendAsync();
        _crm.Clock.Pass(TimeSpan.FromMinutes(24));
        await SendAsync();
        SignIns.ShouldBe(1);

        _crm.Clock.Pass(TimeSpan.FromMinutes(2));
        await SendAsync();

        SignIns.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_is_refused_with_status_200_is_renewed_and_the_call_repeated_once()
    {
        _crm.Simulator.Faults.Add(Refusal.ForeignToken() with { Method = "send" });

        (await SendAsync()).ShouldBeOfType<SendOutcome.Sent>();

        _orders[0].Answers.ShouldHaveSingleItem();
        SignIns.ShouldBe(2);
    }

    [Fact]
    public async Task Refused_twice_it_is_the_channels_trouble_and_nobody_goes_round_in_circles()
    {
        _crm.Simulator.Faults.Add(new Fault.HttpStatus(403) { Method = "send", Count = 5 });

        (await SendAsync()).ShouldBeOfType<SendOutcome.ChannelRejected>().Detail.ShouldContain("apiKey");

        _crm.Simulator.Calls.Count("send").ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_key_says_so_in_the_CRMs_own_words()
    {
        var report = await _crm.Platform.ConnectAsync(_crm.ChannelWith(new() { ["apiKey"] = "mistyped" }), CancellationToken.None);

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("The sign is wrong");
    }

    [Fact]
    public async Task At_most_two_calls_are_in_flight_and_they_begin_a_quarter_of_a_second_apart()
    {
        await SendToAllAsync();

        var moments = _crm.Simulator.Calls.All.Select(call => call.At).Order().ToList();
        var pauses = moments.Zip(moments.Skip(1), (one, next) => next - one);
        pauses.ShouldAllBe(pause => pause > TimeSpan.FromMilliseconds(150), "the wire and the scheduler blur it a little");
    }

    private Task<SendOutcome> SendAsync() => _crm.SendAsync(_orders[0], new MessageContent.Text("hello"));

    private Task<SendOutcome[]> SendToAllAsync() =>
        Task.WhenAll(_orders.Select(order => _crm.SendAsync(order, new MessageContent.Text("hello"))));
}
