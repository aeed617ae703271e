using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Testing;

namespace Rozmova.Tests.Api;

public sealed class MetricsTests : IAsyncLifetime
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Requests_are_counted_by_route_in_the_text_form_of_Prometheus()
    {
        await _server.Client.GetAsync("/api/v1/channels/0198c0de-0000-7000-8000-000000000000");

        var text = await ReadAsync();

        const string Bucket =
            """http_server_request_duration_seconds_bucket{url_scheme="http",http_request_method="GET",http_response_status_code="404",""" +
            """http_route="/api/v1/channels/{id:guid}",network_protocol_version="1.1",le="+Inf"} 1""";
        text.ShouldContain("# TYPE http_server_request_duration_seconds histogram");
        Sorted(text).ShouldContain(Sorted(Bucket).Single());
        text.ShouldContain("http_server_active_requests{");
        text.ShouldContain("kestrel_active_connections{");
        text.ShouldContain("dotnet_process_memory_working_set_bytes ");
        text.ShouldNotContain("0198c0de");
    }

    [Fact]
    public async Task What_platforms_bring_is_counted_by_what_came_of_it()
    {
        var answer = await _server.Client.PostAsJsonAsync(
            "/api/v1/channels", new { platform = "custom", name = "Shop", settings = new { secret = Secret } });
        var path = (await answer.JsonAsync())["webhookPath"]!.GetValue<string>();

        await SendAsync(path, """{"id":"m1","from":{"id":"u1","name":"Olena"},"content":{"type":"text","text":"Hello"}}""");
        await SendAsync(path, "not JSON");
        await _server.Anonymous.PostAsync(path, new StringContent("{}"));

        var text = await ReadAsync();

        text.ShouldContain("""rozmova_intake_requests_total{platform="custom",outcome="stored"} 1""");
        text.ShouldContain("""rozmova_intake_requests_total{platform="custom",outcome="quarantined"} 1""");
        text.ShouldContain("""rozmova_intake_requests_total{platform="custom",outcome="refused"} 1""");
    }

    [Fact]
    public async Task Sockets_on_the_live_feed_are_counted_while_they_are_open()
    {
        (await ReadAsync()).ShouldContain("rozmova_live_connections 0\n");

        using var socket = new ClientWebSocket();
        var feed = new UriBuilder(_server.Address) { Scheme = "ws", Path = "/api/v1/communications/ws/me", Query = "token=" + RozmovaServer.ApiKey };
        await socket.ConnectAsync(feed.Uri, CancellationToken.None);

        await Eventually.Is("the socket is counted",
            async () => (await ReadAsync()).Contains("rozmova_live_connections 1\n", StringComparison.Ordinal), CancellationToken.None);
    }

    [Fact]
    public async Task From_outside_only_an_admin_may_read_them()
    {
        var stranger = await AskAsync(_server.Anonymous);
        var admin = await AskAsync(_server.Client);

        await stranger.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        admin.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Host = "inbox.example" } });

    private async Task<string> ReadAsync() => await _server.Anonymous.GetStringAsync("/metrics");

    private async Task SendAsync(string path, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var now = TimeProvider.System.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(StandardWebhook.IdHeader, "evt_1");
        request.Headers.Add(StandardWebhook.TimestampHeader, StandardWebhook.Timestamp(now));
        request.Headers.Add(StandardWebhook.SignatureHeader, new StandardWebhook(Secret).Sign("evt_1", now, bytes));
        (await _server.Anonymous.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Each line with its labels in alphabetical order: theirs is the framework's affair.</summary>
    private static IEnumerable<string> Sorted(string text) =>
        text.Split('\n').Select(line => string.Join(',', line.Split(['{', ',', '}']).Order(StringComparer.Ordinal)));
}
