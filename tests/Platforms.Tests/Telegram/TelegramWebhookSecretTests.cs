using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramWebhookSecretTests
{
    private const string Secret = "Zr8_kQ2-vB71xNn4";

    [Fact]
    public async Task The_secret_opens_the_door() => (await IsAuthenticAsync(Secret, Secret)).ShouldBeTrue();

    [Theory]
    [InlineData("zr8_kQ2-vB71xNn4")]
    [InlineData("Zr8_kQ2-vB71xNn4 ")]
    [InlineData("Zr8_kQ2-vB71xNn")]
    [InlineData("Zr8_kQ2-vB71xNn4,Zr8_kQ2-vB71xNn4")]
    [InlineData("Zr8_kQ2-vB71xNn\u0134")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Anything_else_does_not(string? header) => (await IsAuthenticAsync(Secret, header)).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("guess")]
    public async Task A_channel_without_a_secret_accepts_nothing(string? header)
    {
        (await IsAuthenticAsync(secret: "", header)).ShouldBeFalse();
        (await IsAuthenticAsync(secret: null, header)).ShouldBeFalse();
    }

    private static async Task<bool> IsAuthenticAsync(string? secret, string? header)
    {
        await using var telegram = TelegramUnderTest.Against(new Uri("http://127.0.0.1:9"));
        Dictionary<string, string> headers = header is null ? [] : new() { ["X-Telegram-Bot-Api-Secret-Token"] = header };
        var request = new WebhookRequest("{}"u8.ToArray(), headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);
        return telegram.Platform.IsAuthentic(telegram.ChannelWith(new() { ["webhookSecret"] = secret! }), request);
    }
}
