using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Rozmova.Tests.Media;

public sealed class MediaApiTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync(new RozmovaSetup
    {
        Settings = new Dictionary<string, string> { ["Media:MostBytes"] = "1000000", ["PublicUrl"] = "https://chat.example.com" },
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_uploaded_picture_is_shown_in_place()
    {
        var uploaded = await UploadAsync(Png, "image/png", "фото.png");
        var body = await uploaded.JsonAsync();
        var shown = await _server.Client.GetAsync(body["url"]!.GetValue<string>());

        uploaded.StatusCode.ShouldBe(HttpStatusCode.Created);
        body["size"]!.GetValue<long>().ShouldBe(Png.Length);
        body["fileName"]!.GetValue<string>().ShouldBe("фото.png");
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        shown.Content.Headers.ContentType?.MediaType.ShouldBe("image/png");
        shown.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("inline");
        shown.Content.Headers.ContentDisposition?.FileNameStar.ShouldBe("фото.png");
        Header(shown, "Content-Security-Policy").ShouldBe("sandbox; default-src 'none'");
        Header(shown, "X-Content-Type-Options").ShouldBe("nosniff");
        shown.Headers.CacheControl?.Private.ShouldBeTrue();
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("text/html", "<script>alert(1)</script>")]
    [InlineData("image/png", "<script>alert(1)</script>")]
    public async Task What_could_run_is_a_download_of_bytes(string type, string content)
    {
        var answer = await _server.Client.GetAsync(await UrlOfAsync(Encoding.UTF8.GetBytes(content), type, "page"));

        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_loses_its_way()
    {
        var body = await (await UploadAsync(Png, "image/png", "../../keys/evil.png")).JsonAsync();

        body["fileName"]!.GetValue<string>().ShouldBe("evil.png");
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_had_and_what_is_known_is_not_sent_again()
    {
        var url = await UrlOfAsync(Png, "image/png", "p.png");
        using var part = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        var first = await _server.Client.SendAsync(part);
        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var second = await _server.Client.SendAsync(again);

        first.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await first.Content.ReadAsByteArrayAsync()).ShouldBe(Png[..4]);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused() =>
        await (await UploadAsync(new byte[1_000_001], "image/png", "big.png"))
            .ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        var problem = await (await _server.Client.PostAsync("/api/v1/media", form)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        problem["field"]!.GetValue<string>().ShouldBe("file");
    }

    [Fact]
    public async Task Nobody_sees_a_file_without_signing_in_and_a_guessed_signature_finds_nothing()
    {
        var url = await UrlOfAsync(Png, "image/png", "p.png");
        var id = url[(url.LastIndexOf('/') + 1)..];

        (await _server.Anonymous.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.Anonymous.GetAsync($"/media/{id}/9999999999/guessed")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_platform_fetches_a_file_by_its_signed_address()
    {
        var url = await UrlOfAsync(Png, "image/png", "p.png");
        var id = Guid.Parse(url[(url.LastIndexOf('/') + 1)..]);
        var files = (Workspace.Media.IMediaFiles)_server.Services.GetService(typeof(Workspace.Media.IMediaFiles))!;

        var address = files.PublicAddress(new Messaging.MediaId(id))!;
        var answer = await _server.Anonymous.GetAsync(address.PathAndQuery);

        address.Host.ShouldBe("chat.example.com");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        (await _server.Anonymous.GetAsync($"{address.PathAndQuery}/p.png")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> UrlOfAsync(byte[] content, string type, string name) =>
        (await (await UploadAsync(content, type, name)).JsonAsync())["url"]!.GetValue<string>();

    private async Task<HttpResponseMessage> UploadAsync(byte[] content, string type, string name)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await _server.Client.PostAsync("/api/v1/media", form);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
