using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests.Media;

/// <summary>A message is there at once, its file as soon as it can be had, and what became of it is seen.</summary>
public sealed class InboundFileTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task A_message_does_not_wait_for_its_file()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = "getFile" });

        customer.SendVoice(Samples.Voice);
        customer.SendText("Did you hear it?");

        var content = (await house.Inbox.EntriesAsync(conversation, 3))[1]["content"]!;
        content.Text("media").ShouldBe("pending");
        content["url"].ShouldBeNull();
        hang.Release();
        await ContentAsync(conversation, "ready");
    }

    [Fact]
    public async Task A_file_larger_than_bots_may_fetch_is_shown_as_failed_and_the_rest_goes_on()
    {
        var (customer, conversation) = await house.GreetedAsync();

        customer.SendDocument(SimulatedFile.OfSize("film.mkv", "video/x-matroska", 30 * 1024 * 1024), "The whole film");
        customer.SendText("Got it?");

        var content = await ContentAsync(conversation, "failed");
        content.Text("text").ShouldBe("The whole film");
        content.Text("fileName").ShouldBe("film.mkv");
        (await house.Inbox.EntriesAsync(conversation, 3))[2].Says().ShouldBe("Got it?");
    }

    [Fact]
    public async Task A_name_that_climbs_out_of_its_folder_is_only_a_name()
    {
        var (customer, conversation) = await house.GreetedAsync();

        customer.SendDocument(new SimulatedFile("../../../etc/passwd", "text/html", "<script>alert(1)</script>"u8.ToArray()));

        var content = await ContentAsync(conversation, "ready");
        content.Text("fileName").ShouldNotContain("/");
        using var file = await house.Server.Client.GetAsync(content.Text("url"));
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task A_picture_that_is_none_is_not_shown_as_one()
    {
        var (customer, conversation) = await house.GreetedAsync();

        customer.SendPhoto(new SimulatedFile("kitten.png", "image/png", "<html>not a kitten</html>"u8.ToArray()));

        using var file = await house.Server.Client.GetAsync((await ContentAsync(conversation, "ready")).Text("url"));
        file.Content.Headers.ContentType!.MediaType.ShouldNotBe("image/png");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task Sends_of_one_conversation_leave_in_order_though_a_file_takes_longer()
    {
        var (customer, conversation) = await house.GreetedAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Samples.Photo(90).Content.ToArray()), "file", "offer.png" } };
        var uploaded = await (await house.Server.Client.PostAsync("/api/v1/media", form)).JsonAsync();
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = "sendPhoto", Whom = $"{customer.Id}" });

        var content = new { type = "image", mediaId = uploaded.Text("id"), text = "Our offer" };
        var posted = await house.Server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new { content });
        posted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await posted.Content.ReadAsStringAsync());
        var text = await house.Inbox.ReplyAsync(conversation, "What do you think?");
        await hang.Reached.Soon();
        customer.BotMessages.ShouldBeEmpty();
        hang.Release();

        await house.Inbox.StateAsync(text, "sent");
        customer.BotMessages.Select(message => message.Text).ShouldBe(["Our offer", "What do you think?"]);
    }

    private async Task<JsonNode> ContentAsync(string conversation, string state) => (await house.Inbox.EntryAsync(
        conversation, $"the file is {state}", entry => entry["content"]!.Text("media") == state))["content"]!;
}
