using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>What the admin learns about a channel.</summary>
public sealed class WhatsAppConnectingTests : IAsyncLifetime
{
    private WhatsAppUnderTest _whatsApp = null!;

    public async Task InitializeAsync() => _whatsApp = await WhatsAppUnderTest.StartAsync();

    public Task DisposeAsync() => _whatsApp.DisposeAsync().AsTask();

    [Fact]
    public async Task A_number_that_answers_is_connected_and_its_account_subscribed()
    {
        (await ConnectAsync([])).ShouldBe(ConnectionReport.Connected);

        _whatsApp.Simulator.Calls.Of("number").ShouldHaveSingleItem().Version.ShouldBe("v25.0");
        _whatsApp.Simulator.Calls.Of("subscribed_apps").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("accessToken", "EAAother", "access token")]
    [InlineData("phoneNumberId", "5", "phone number id")]
    [InlineData("appSecret", null, "appSecret")]
    public async Task What_is_wrong_is_said_with_what_to_do(string setting, string? value, string about)
    {
        var report = await ConnectAsync(new() { [setting] = value });

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail.ShouldNotBeNull().ShouldContain(about);
    }

    [Theory]
    [InlineData("verifyToken", null, "verifyToken")]
    [InlineData("businessAccountId", "5", "businessAccountId")]
    public async Task What_is_left_to_do_does_not_stop_it(string setting, string? value, string about)
    {
        var report = await ConnectAsync(new() { [setting] = value });

        report.State.ShouldBe(ConnectionState.Connected);
        report.Detail.ShouldNotBeNull().ShouldContain(about);
    }

    [Fact]
    public async Task An_account_subscribed_by_hand_needs_no_id() =>
        (await ConnectAsync(new() { ["businessAccountId"] = null })).ShouldBe(ConnectionReport.Connected);

    [Fact]
    public async Task WhatsApp_may_ask_to_wait()
    {
        _whatsApp.Simulator.Faults.Add(Refusal.TooManyRequests(30));

        (await ConnectAsync([])).RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Something_else_at_the_address_is_told()
    {
        _whatsApp.Simulator.Faults.Add(new Fault.InvalidJson());

        (await ConnectAsync([])).Detail.ShouldNotBeNull().ShouldContain("baseUrl");
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told() =>
        (await ConnectAsync(new() { ["baseUrl"] = "http://127.0.0.1:9" })).Detail.ShouldNotBeNull().ShouldContain("cannot be reached");

    private async Task<ConnectionReport> ConnectAsync(Dictionary<string, object?> settings) =>
        await _whatsApp.Platform.ConnectAsync(_whatsApp.ChannelWith(settings), CancellationToken.None);
}
