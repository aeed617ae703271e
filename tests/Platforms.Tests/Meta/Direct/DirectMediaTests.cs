using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;

namespace Rozmova.Platforms.Tests.Meta.Direct;

/// <summary>What customers sent, fetched from where Meta keeps it.</summary>
public sealed class DirectMediaTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4];

    private DirectUnderTest _messenger = null!;

    public async Task InitializeAsync() => _messenger = await DirectUnderTest.MessengerAsync();

    public async Task DisposeAsync() => await _messenger.DisposeAsync();

    [Fact]
    public async Task A_file_is_read_to_the_last_byte()
    {
        var sent = _messenger.Customer.SendFiles("image", new SimulatedFile("a.png", "image/png", Png));

        using var media = await OpenAsync((string)sent.Json["attachments"]![0]!["payload"]!["url"]!);

        using var content = new MemoryStream();
        await media.Content.CopyToAsync(content);
        content.ToArray().ShouldBe(Png);
        media.MimeType.ShouldBe("image/png");
        media.Size.ShouldBe(Png.Length);
    }

    [Fact]
    public async Task An_address_that_has_expired_is_final() => await Should.ThrowAsync<MediaUnavailableException>(
        () => OpenAsync(new Uri(_messenger.Simulator.BaseAddress, "files/0/gone.png").AbsoluteUri));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative.png")]
    [InlineData("file:///etc/hostname")]
    public async Task What_is_no_web_address_is_final(string? address) =>
        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(address));

    [Fact]
    public async Task An_address_inside_our_network_is_not_called()
    {
        await using var other = await DirectUnderTest.MessengerAsync();
        var inside = new Uri(other.Simulator.BaseAddress, "files/0/a.png").AbsoluteUri;

        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(inside));

        other.Simulator.Calls.All.ShouldBeEmpty();
    }

    private Task<RemoteMedia> OpenAsync(string? address) => _messenger.Platform
        .OpenMediaAsync(_messenger.Channel, new Attachment { RemoteKey = address }, CancellationToken.None).AsTask();
}
