using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Tests.WebChat;

/// <summary>Files both ways.</summary>
public sealed class WebChatFileTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    [Fact]
    public async Task A_visitors_picture_reaches_the_operator_byte_by_byte()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        var answer = await visitor.SendFileAsync("rose.png", "image/png", Png, CancellationToken.None);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        var shown = await visitor.WaitAsync(message => message["content"]!.Text("type") == "image", CancellationToken.None).Soon();

        var entry = (await shop.Inbox.EntriesAsync(await shop.ConversationAsync(), 1))[0];
        entry["content"]!.Text("fileName").ShouldBe("rose.png");
        (await server.Client.GetByteArrayAsync(entry["content"]!.Text("url"))).ShouldBe(Png);
        using var own = await visitor.OpenFileAsync(shown, CancellationToken.None);
        (await own.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        own.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
    }

    [Theory]
    [InlineData("page.html", "text/html", "<script>alert(1)</script>")]
    [InlineData("drawing.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("photo.png", "image/png", "<script>this is no picture</script>")]
    public async Task What_could_run_in_a_browser_is_a_download(string name, string type, string content)
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        (await visitor.SendFileAsync(name, type, Encoding.UTF8.GetBytes(content), CancellationToken.None)).EnsureSuccessStatusCode();
        var shown = await visitor.WaitAsync(_ => true, CancellationToken.None).Soon();

        shown["content"]!.Text("type").ShouldBe("file");
        using var file = await visitor.OpenFileAsync(shown, CancellationToken.None);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
    }

    [Fact]
    public async Task An_operators_file_opens_by_a_signed_address_alone()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Can I have the list?");
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent("%PDF-1.7 prices"u8.ToArray());
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(part, "file", "prices.pdf");
        var media = await (await server.Client.PostAsync("/api/v1/media", form)).JsonAsync();

        await server.Client.PostAsJsonAsync($"/api/v1/conversations/{await shop.ConversationAsync()}/messages",
            new { content = new { type = "file", mediaId = media.Text("id"), text = "Here" } });

        var shown = await visitor.AwaitAsync("Here");
        using var file = await visitor.OpenFileAsync(shown, CancellationToken.None);
        (await file.Content.ReadAsStringAsync()).ShouldBe("%PDF-1.7 prices");
        var signed = shown["content"]!.Text("url");
        (await server.Anonymous.GetAsync("/" + signed[..^4] + "AAAA")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_from_nobody_is_refused()
    {
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup
        {
            Settings = new Dictionary<string, string> { ["Media:MostBytes"] = "64" },
        });
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        var large = await visitor.SendFileAsync("a.bin", "application/octet-stream", new byte[65], CancellationToken.None);
        var nobody = await server.Anonymous.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(shop.Chat, $"files?id={WebVisitor.NewId()}&name=a"))
        {
            Content = new ByteArrayContent(Png),
            Headers = { { "Origin", WebShop.Origin } },
        });

        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.Inbox.ConversationsAsync()).ShouldBeEmpty();
    }
}
