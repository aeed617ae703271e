using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Custom;

public sealed class CustomSendTests
{
    [Fact]
    public async Task A_message_goes_out_signed_and_complete()
    {
        await using var receiver = await Receiver.Start(200);
        await using var channel = new CustomChannel(receiver.Address);
        var message = channel.Message(new MessageContent.Text("Так, є 👋")) with { ReplyTo = new PlatformMessageId("ext-7001") };

        var outcome = await channel.Send(message);

        outcome.ShouldBe(new SendOutcome.Sent(new PlatformMessageId(message.Id.ToString())));
        var request = receiver.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Headers["Content-Type"].ShouldBe("application/json");
        request.Headers["webhook-id"].ShouldBe(message.Id.ToString());
        request.Headers["webhook-timestamp"].ShouldBe("1717000000");
        new StandardWebhook(CustomChannel.Secret).Verify(
            request.Headers["webhook-id"], request.Headers["webhook-timestamp"], request.Headers["webhook-signature"],
            request.Body, channel.Clock.GetUtcNow()).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse($$"""
            {"id":"{{message.Id}}","to":{"id":"u-55"},"conversationId":"{{message.ConversationId}}",
             "content":{"type":"text","text":"Так, є 👋"},"sentAt":"2024-05-29T16:26:38Z","replyTo":"ext-7001"}
            """)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_retry_keeps_the_id_and_is_signed_anew()
    {
        await using var receiver = await Receiver.Start(503);
        await using var channel = new CustomChannel(receiver.Address);
        var message = channel.Message(new MessageContent.Text("x"));

        await channel.Send(message);
        channel.Clock.Advance(TimeSpan.FromMinutes(30));
        await channel.Send(message);

        receiver.Requests.Select(request => request.Headers["webhook-id"]).Distinct().ShouldHaveSingleItem();
        receiver.Requests.Select(request => request.Headers["webhook-timestamp"]).ShouldBe(["1717000000", "1717001800"]);
        receiver.Requests.Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(200, """{"id":"ext-9"}""", "ext-9")]
    [InlineData(201, """{"id":9007199254740993}""", "9007199254740993")]
    [InlineData(202, """{"id":null}""", null)]
    [InlineData(200, """{"id":{}}""", null)]
    [InlineData(200, """{"id":""}""", null)]
    [InlineData(200, """{"id":"\ud800"}""", null)]
    [InlineData(200, """{"other":1}""", null)]
    [InlineData(200, """["id"]""", null)]
    [InlineData(200, "OK", null)]
    [InlineData(204, "", null)]
    public async Task Any_2xx_is_sent_under_the_receivers_id_or_ours(int status, string body, string? id)
    {
        await using var receiver = await Receiver.Start(context =>
        {
            context.Response.StatusCode = status;
            return status == 204 ? Task.CompletedTask : context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
        });
        await using var channel = new CustomChannel(receiver.Address);
        var message = channel.Message(new MessageContent.Text("x"));

        var sent = (await channel.Send(message)).ShouldBeOfType<SendOutcome.Sent>();

        sent.Id.Id.ShouldBe(id ?? message.Id.ToString());
    }

    [Fact]
    public async Task A_receiver_that_always_says_the_same_id_mixes_nothing_up()
    {
        await using var receiver = await Receiver.Start(200, """{"id":"ok"}""");
        await using var channel = new CustomChannel(receiver.Address);

        var first = (await channel.Send("x")).ShouldBeOfType<SendOutcome.Sent>();
        var second = (await channel.Send("y")).ShouldBeOfType<SendOutcome.Sent>();

        second.Id.Key.ShouldNotBe(first.Id.Key);
        first.Id.Key.ShouldNotBe(new PlatformMessageId("ok").Key); // nor a message the customer sends under that id
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_4xx_is_final_and_named(int status)
    {
        var error = (await SendTo(status)).ShouldBeOfType<SendOutcome.Refused>().Error;

        error.Code.ShouldBe(SendErrors.Rejected);
        error.Detail.ShouldContain($"{status}");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_status_that_passes_is_tried_again(int status) => (await SendTo(status)).ShouldBeOfType<SendOutcome.NotDelivered>();

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "7", 7)]
    [InlineData(429, "Wed, 29 May 2024 16:28:10 GMT", 90)]
    [InlineData(429, "Wed, 29 May 2024 16:00:00 GMT", 0)]
    [InlineData(429, "99999999", 86400)]
    public async Task The_receivers_wish_to_wait_is_kept(int status, string retryAfter, int seconds) =>
        (await SendTo(status, ("Retry-After", retryAfter)))
            .ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(seconds), ThrottleScope.Channel));

    [Fact]
    public async Task A_receiver_that_is_gone_stops_the_channel() => (await SendTo(410)).ShouldBeOfType<SendOutcome.ChannelRejected>();

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var target = await Receiver.Start(200);

        (await SendTo(status, ("Location", target.Address.AbsoluteUri))).ShouldBeOfType<SendOutcome.Refused>();
        target.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_left_after_fifteen_seconds_and_nobody_knows()
    {
        await using var receiver = await Receiver.Start(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        await using var channel = new CustomChannel(receiver.Address);

        var sending = channel.Send("x");
        await Eventually.Is("the request is there", () => receiver.Requests.Count == 1, CancellationToken.None);
        channel.Clock.Advance(TimeSpan.FromSeconds(14));
        sending.IsCompleted.ShouldBeFalse();
        channel.Clock.Advance(TimeSpan.FromSeconds(1));

        (await sending).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task An_answer_that_breaks_off_after_its_2xx_counts_as_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        await using var channel = new CustomChannel(new Uri($"http://{listener.LocalEndpoint}/"));

        var sending = channel.Send("x");
        using var connection = await listener.AcceptSocketAsync();
        await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":"u8.ToArray());
        connection.Shutdown(SocketShutdown.Send);

        (await sending).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_tried_again()
    {
        var receiver = await Receiver.Start(200);
        var address = receiver.Address;
        await receiver.DisposeAsync();
        await using var channel = new CustomChannel(address);

        (await channel.Send("x")).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task A_callback_on_a_private_address_is_not_called()
    {
        await using var receiver = await Receiver.Start(200);
        await using var channel = new CustomChannel(receiver.Address, allowPrivateAddresses: false);

        (await channel.Send("x")).ShouldBeOfType<SendOutcome.ChannelRejected>();
        receiver.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_without_callback_only_receives()
    {
        await using var channel = new CustomChannel();

        (await channel.Send("x")).ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.NotSupported);
    }

    private static async Task<SendOutcome> SendTo(int status, params (string Name, string Value)[] headers)
    {
        await using var receiver = await Receiver.Start(status, headers: headers);
        await using var channel = new CustomChannel(receiver.Address);
        return await channel.Send("x");
    }
}
