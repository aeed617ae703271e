using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Custom;

public sealed class CustomMediaTests
{
    [Fact]
    public async Task A_file_is_opened_at_its_address()
    {
        await using var sender = await Receiver.Start(200, "bytes", ("Content-Type", "image/png; x=1"), ("Content-Length", "5"));
        await using var channel = new CustomChannel();

        using var media = await channel.Open(new Uri(sender.Address, "/photo.png").AbsoluteUri);

        using var reader = new StreamReader(media.Content);
        (await reader.ReadToEndAsync()).ShouldBe("bytes");
        media.MimeType.ShouldBe("image/png");
        media.Size.ShouldBe(5);
        sender.Requests.ShouldHaveSingleItem().Path.ShouldBe("/photo.png");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(302)]
    public async Task A_file_that_is_not_there_never_will_be(int status)
    {
        await using var sender = await Receiver.Start(status);
        await using var channel = new CustomChannel();

        await Should.ThrowAsync<MediaUnavailableException>(() => channel.Open(sender.Address.AbsoluteUri));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_sender_in_trouble_is_asked_again(int status)
    {
        await using var sender = await Receiver.Start(status);
        await using var channel = new CustomChannel();

        await Should.ThrowAsync<HttpRequestException>(() => channel.Open(sender.Address.AbsoluteUri));
    }

    [Fact]
    public async Task A_file_at_a_private_address_is_not_fetched()
    {
        await using var sender = await Receiver.Start(200, "bytes");
        await using var channel = new CustomChannel(allowPrivateAddresses: false);

        await Should.ThrowAsync<MediaUnavailableException>(() => channel.Open(sender.Address.AbsoluteUri));
        sender.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("photo.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    public async Task What_is_no_web_address_is_not_opened(string? address)
    {
        await using var channel = new CustomChannel();

        await Should.ThrowAsync<MediaUnavailableException>(() => channel.Open(address));
    }
}
