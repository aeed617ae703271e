using Rozmova.Tests.Live;

namespace Rozmova.Tests;

/// <summary>The whole road, as the documentation walks it.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(Engine.Sqlite, "webhook")]
    [InlineData(Engine.Sqlite, "polling")]
    [InlineData(Engine.Postgres, "webhook")]
    [InlineData(Engine.Postgres, "polling")]
    public async Task A_Telegram_message_reaches_the_inbox_and_the_reply_reaches_the_phone(Engine engine, string mode)
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });
        var bot = await telegram.ConnectAsync(server.Client, mode);
        await using var live = await LiveListener.ConnectAsync(server.Address);
        var inbox = new Inbox(server.Client);
        var customer = bot.AddCustomer();

        customer.SendText("Is the blue one in stock?");

        var pushed = (await live.NextAsync("message.created"))["data"]!;
        pushed.Says().ShouldBe("Is the blue one in stock?");
        pushed["author"]!.Text("name").ShouldBe(customer.Profile.FullName);
        var conversation = await inbox.ConversationOfAsync(customer.Profile.FullName);
        (await inbox.EntriesAsync(conversation)).Single().Text("id").ShouldBe(pushed.Text("id"));

        var reply = await inbox.ReplyAsync(conversation, "It is, two of them.");

        reply.Text("status").ShouldBe("queued");
        var received = await customer.WaitForMessageAsync(message => message.Text == "It is, two of them.", CancellationToken.None).Soon();
        var sent = await inbox.StateAsync(reply, "sent");
        sent.Text("platformMessageId").ShouldBe($"{received.Id}");
        await live.NextAsync("message.updated", data => data.Text("id") == reply.Text("id") && data.Text("status") == "sent");
    }
}
