using System.Net;
using Rozmova.Testing;

namespace Rozmova.Tests.Channels;

public sealed class WebhookRegistrationTests
{
    [Fact]
    public async Task With_a_public_address_the_program_tells_Telegram_where_to_push_and_takes_it_back_with_the_channel()
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        await using var program = await RozmovaProcess.StartAsync(folder.Path);

        var bot = await telegram.ConnectAsync(program.Client);

        bot.Account.Webhook!.Url.ShouldBe(new Uri(program.Client.BaseAddress!, bot.Path));
        bot.Account.Webhook.SecretToken.ShouldBe(bot.Secret);
        telegram.Simulator.Calls.Of("setWebhook")[0].Parameters["allowed_updates"]!.ToJsonString().ShouldContain("message_reaction");
        var customer = bot.AddCustomer();
        customer.SendText("by the webhook you registered");
        await new Inbox(program.Client).ConversationOfAsync(customer.Profile.FullName);

        (await program.Client.DeleteAsync($"/api/v1/channels/{bot.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Eventually.Is("the webhook is gone", () => bot.Account.Webhook is null, CancellationToken.None);
    }
}
