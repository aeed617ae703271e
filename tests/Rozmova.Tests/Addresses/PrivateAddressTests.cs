using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Rozmova.Testing;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Addresses;

/// <summary>Nothing goes out to a private address by a user-supplied URL unless allowed.</summary>
public sealed class PrivateAddressTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    private static readonly RozmovaSetup Allowing =
        new() { Settings = new Dictionary<string, string> { ["AllowPrivateAddresses"] = "true" } };

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127.1/")]
    [InlineData("http://user:word@93.184.215.14/")]
    public async Task A_callback_to_a_private_address_however_it_is_spelt_is_refused(string callbackUrl)
    {
        var answer = await house.Server.Client.PostAsJsonAsync("/api/v1/channels", new
        {
            platform = "custom", name = "x", settings = new { secret = CustomShop.Secret, callbackUrl },
        });

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "address-not-allowed");
    }

    [Fact]
    public async Task Where_it_is_allowed_the_reply_arrives_signed_with_the_messages_own_id()
    {
        await using var phone = await CallbackReceiver.StartAsync(context => context.Response.WriteAsync("{\"id\":\"theirs-1\"}"));
        await using var server = await RozmovaServer.StartAsync(Allowing);
        var inbox = new Inbox(server.Client);
        var conversation = await WriteAsync(server, phone.Address);

        var sent = await inbox.StateAsync(await inbox.ReplyAsync(conversation, "Here you are"), "sent");

        phone.Bodies.ShouldHaveSingleItem().ShouldContain(sent.Text("id"));
        sent.Text("platformMessageId").ShouldBe("theirs-1");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var secret = await CallbackReceiver.StartAsync(_ => Task.CompletedTask);
        await using var phone = await CallbackReceiver.StartAsync(context =>
        {
            context.Response.Redirect(secret.Address.ToString(), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using var server = await RozmovaServer.StartAsync(Allowing);
        var inbox = new Inbox(server.Client);
        var conversation = await WriteAsync(server, phone.Address);

        var failed = await inbox.StateAsync(await inbox.ReplyAsync(conversation, "Here you are"), "failed");

        failed["error"]!.Text("detail").ShouldContain("redirect");
        secret.Bodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_no_longer_allowed_is_refused_at_the_next_use()
    {
        using var folder = new TemporaryFolder();
        await using var phone = await CallbackReceiver.StartAsync(_ => Task.CompletedTask);
        string conversation;
        await using (var allowing = await RozmovaServer.StartAsync(Allowing with { Data = folder.Path }))
        {
            conversation = await WriteAsync(allowing, phone.Address);
        }

        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Data = folder.Path });
        var inbox = new Inbox(server.Client);
        var reply = await inbox.ReplyAsync(conversation, "Not there");

        await Eventually.Is("the channel says why", async () =>
        {
            var channel = (await inbox.GetAsync("/api/v1/channels"))["items"]![0]!;
            return channel.Text("state") == "failed" && channel.Text("detail").Contains("private", StringComparison.Ordinal);
        }, CancellationToken.None);
        await inbox.StateAsync(reply, "queued");
        phone.Bodies.ShouldBeEmpty();
    }

    private static async Task<string> WriteAsync(RozmovaServer server, Uri callbackUrl)
    {
        var shop = await CustomShop.ConnectAsync(server, callbackUrl);
        await shop.TellAsync("1", "Taras", "Hello", TimeProvider.System.GetUtcNow());
        return await new Inbox(server.Client).ConversationOfAsync("Taras");
    }
}
