using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>The files customers send.</summary>
public sealed class WhatsAppMediaTests : IAsyncLifetime
{
    private static readonly SimulatedFile Picture = new("photo.jpg", "image/jpeg", new byte[] { 0xFF, 0xD8, 1, 2, 3 });

    private WhatsAppUnderTest _whatsApp = null!;

    public async Task InitializeAsync() => _whatsApp = await WhatsAppUnderTest.StartAsync();

    public Task DisposeAsync() => _whatsApp.DisposeAsync().AsTask();

    [Fact]
    public async Task A_file_is_had_by_its_id_with_its_type_and_size()
    {
        using var media = await OpenAsync(Sent());
        using var bytes = new MemoryStream();
        await media.Content.CopyToAsync(bytes);

        bytes.ToArray().ShouldBe(Picture.Content.ToArray());
        (media.MimeType, media.Size).ShouldBe(("image/jpeg", 5));
        _whatsApp.Simulator.Calls.Of("file").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_address_that_grew_old_is_asked_for_anew()
    {
        var file = Sent();
        _whatsApp.Simulator.Faults.Add(new Fault.HttpStatus(404) { Method = "download" });

        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(file));
        using var media = await OpenAsync(file);

        media.Size.ShouldBe(5);
        _whatsApp.Simulator.Calls.Of("file").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_WhatsApp_no_longer_has_is_given_up() =>
        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(new Attachment { RemoteKey = "1" }));

    [Fact]
    public async Task A_file_without_a_handle_is_given_up() =>
        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(new Attachment()));

    [Fact]
    public async Task Passing_trouble_is_not_the_end()
    {
        var file = Sent();
        _whatsApp.Simulator.Faults.Add(Refusal.ExpiredToken() with { Method = "file" });
        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(file));
        _whatsApp.Simulator.Faults.Add(Refusal.ServerError() with { Method = "file" });
        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(file));
        _whatsApp.Simulator.Faults.Add(new Fault.InvalidJson { Method = "file" });
        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(file));

        using var media = await OpenAsync(file);
    }

    [Theory]
    [InlineData("http://files.example.com/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nowhere")]
    public async Task The_token_goes_to_no_unprotected_address(string address)
    {
        await using var scripted = await Receiver.Start(200, $$"""{"url":"{{address}}","mime_type":"image/png","file_size":"3"}""");
        var channel = _whatsApp.ChannelWith(new() { ["baseUrl"] = scripted.Address.ToString() });

        await Should.ThrowAsync<MediaUnavailableException>(
            async () => await _whatsApp.Platform.OpenMediaAsync(channel, new Attachment { RemoteKey = "1" }, CancellationToken.None));
    }

    [Fact]
    public async Task Nor_to_a_private_one()
    {
        await using var scripted = await Receiver.Start(200, """{"url":"https://127.0.0.1:1/1","mime_type":"image/png"}""");
        var channel = _whatsApp.ChannelWith(new() { ["baseUrl"] = scripted.Address.ToString() });

        await Should.ThrowAsync<MediaUnavailableException>(
            async () => await _whatsApp.Platform.OpenMediaAsync(channel, new Attachment { RemoteKey = "1" }, CancellationToken.None));
    }

    private Attachment Sent()
    {
        _whatsApp.Customer.SendFile("image", Picture);
        return new Attachment { RemoteKey = "1003383421387001" };
    }

    private Task<RemoteMedia> OpenAsync(Attachment file) =>
        _whatsApp.Platform.OpenMediaAsync(_whatsApp.Channel, file, CancellationToken.None).AsTask();
}
