using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberMediaTests : IAsyncLifetime
{
    private SimulatedViber _simulated = null!;

    public async Task InitializeAsync() => _simulated = await SimulatedViber.StartAsync();

    public async Task DisposeAsync() => await _simulated.DisposeAsync();

    [Fact]
    public async Task A_customers_picture_is_opened_where_Viber_says()
    {
        using var media = await OpenAsync(SentPicture());

        using var bytes = new MemoryStream();
        await media.Content.CopyToAsync(bytes);
        bytes.ToArray().ShouldBe(SimulatedViber.Photo.Content.ToArray());
        media.MimeType.ShouldBe("image/jpeg");
        media.Size.ShouldBe(3);
    }

    [Fact]
    public async Task An_address_that_ran_out_is_not_asked_again()
    {
        var picture = SentPicture();
        _simulated.Simulator.Faults.Add(new Fault.HttpStatus(403) { Method = Faults.Download });

        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(picture));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Trouble_of_the_moment_is_tried_again(int status)
    {
        var picture = SentPicture();
        _simulated.Simulator.Faults.Add(new Fault.HttpStatus(status) { Method = Faults.Download });

        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(picture));
    }

    [Fact]
    public async Task Private_addresses_other_than_Vibers_own_are_not_fetched()
    {
        var elsewhere = new Attachment { RemoteKey = _simulated.Webhook.Address.AbsoluteUri };
        var asked = _simulated.Webhook.Requests.Count;

        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(elsewhere));
        _simulated.Webhook.Requests.Count.ShouldBe(asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("file:///etc/passwd")]
    [InlineData("p1.jpg")]
    public async Task What_is_no_web_address_is_not_opened(string? address) =>
        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(new Attachment { RemoteKey = address }));

    private Attachment SentPicture()
    {
        var callback = _simulated.Customer.SendPicture(SimulatedViber.Photo);
        return _simulated.Viber.Platform.Read(_simulated.Viber.Channel, callback.Json)
            .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>()
            .Content.ShouldBeOfType<MessageContent.Media>().File;
    }

    private Task<RemoteMedia> OpenAsync(Attachment file) =>
        _simulated.Viber.Platform.OpenMediaAsync(_simulated.Viber.Channel, file, CancellationToken.None).AsTask();
}
