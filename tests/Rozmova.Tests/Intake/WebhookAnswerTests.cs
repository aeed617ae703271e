using System.Net;
using System.Text;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Intake;

/// <summary>What the webhooks answer, and what becomes of what they took.</summary>
public sealed class WebhookAnswerTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    private const int Mebibyte = 1024 * 1024;
    private static readonly byte[] Nothing = "{\"update_id\":1}"u8.ToArray();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-the-secret")]
    public async Task Without_the_right_secret_it_is_401(string? secret)
    {
        var bot = await house.ConnectAsync();

        (await house.Server.PushAsync(bot.Path, secret, Nothing)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_forged_signature_of_a_custom_channel_is_401()
    {
        var shop = await CustomShop.ConnectAsync(house.Server);

        (await house.Server.PushAsync(shop.Path, null, "{}"u8.ToArray())).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_channel_is_404()
    {
        var bot = await house.ConnectAsync();
        var elsewhere = bot.Path.Replace(bot.Id, Guid.CreateVersion7().ToString(), StringComparison.Ordinal);

        (await house.Server.PushAsync(elsewhere, bot.Secret, Nothing)).ShouldBe(HttpStatusCode.NotFound);
        (await house.Server.PushAsync(elsewhere + "-nonsense", bot.Secret, Nothing)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_channel_under_another_platform_is_404()
    {
        var bot = await house.ConnectAsync();
        var wrong = bot.Path.Replace("/telegram/", "/custom/", StringComparison.Ordinal);

        (await house.Server.PushAsync(wrong, bot.Secret, Nothing)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Four_mebibytes_are_taken_and_one_byte_more_is_413()
    {
        var bot = await house.ConnectAsync();
        var most = new byte[4 * Mebibyte];
        most.AsSpan().Fill((byte)' ');
        Nothing.CopyTo(most, 0);

        (await house.Server.PushAsync(bot, most)).ShouldBe(HttpStatusCode.OK);
        (await house.Server.PushAsync(bot, new byte[most.Length + 1])).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_413_even_where_it_does_not_say_its_length()
    {
        var bot = await house.ConnectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Path) { Content = new StreamContent(new EndlessZeros(5 * Mebibyte)) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", bot.Secret);

        using var answer = await house.Server.Anonymous.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_takes_nothing()
    {
        var bot = await house.ConnectAsync();
        using var off = new StringContent("{\"enabled\":false}", Encoding.UTF8, "application/json");
        (await house.Server.Client.PatchAsync($"/api/v1/channels/{bot.Id}", off)).EnsureSuccessStatusCode();

        (await house.Server.PushAsync(bot, Nothing)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_short_path_is_the_same_webhook()
    {
        var bot = await house.ConnectAsync(path: "/telegram-webhook");
        var customer = bot.AddCustomer();
        var update = customer.SendText("by the short path");

        (await house.Server.PushAsync("/telegram-webhook", bot.Secret, update.Json)).ShouldBe(HttpStatusCode.OK);
        (await house.Server.PushAsync("/telegram-webhook", "wrong", update.Json)).ShouldBe(HttpStatusCode.Unauthorized);
        (await house.Server.Anonymous.GetAsync("/telegram-webhook")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await house.Inbox.EntriesAsync(await house.Inbox.ConversationOfAsync(customer.Profile.FullName), 1);
    }

    [Fact]
    public async Task A_failed_verification_by_GET_is_403()
    {
        var bot = await house.ConnectAsync();

        var answer = await house.Server.Anonymous.GetAsync($"{bot.Path}?hub.mode=subscribe&hub.verify_token=x&hub.challenge=y");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private sealed class EndlessZeros(long length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false; // so that the client cannot say how long it is
    }
}
