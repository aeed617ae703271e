using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Line;

/// <summary>HTTP with the Messaging API.</summary>
internal sealed class LineClient(IHttpClientFactory clients)
{
    public const string HttpClientName = "line";

    private const string RetryKey = "X-Line-Retry-Key";

    /// <summary>
    /// Pushes a message under our id as the retry key: LINE takes each key once for a day and answers a repeat 409 with what it sent the
    /// first time. Throws what the connection throws.
    /// </summary>
    public async Task<LineAnswer> PushAsync(ChannelConnection channel, MessageId id, PushPayload push, CancellationToken cancellationToken)
    {
        using var request = Request(channel, HttpMethod.Post, LineSettings.BaseUrl, "v2/bot/message/push");
        request.Headers.Add(RetryKey, id.ToString());
        request.Content = JsonContent.Create(push, LineJson.Default.PushPayload);
        using var response = await SendAsync(request, cancellationToken);
        var answer = await ReadAsync(response, LineJson.Default.PushedPayload, cancellationToken);
        return new LineAnswer(response.StatusCode, answer?.SentMessages is [{ Id: var sent }, ..] ? sent : null, answer?.Message);
    }

    /// <summary>Opens the file of a message. LINE keeps it for a while only.</summary>
    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, string message, CancellationToken cancellationToken)
    {
        using var request = Request(channel, HttpMethod.Get, LineSettings.FilesUrl, $"v2/bot/message/{message}/content");
        var response = await SendAsync(request, cancellationToken);
        try
        {
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Gone => throw new MediaUnavailableException("LINE does not have this file any more."),
                HttpStatusCode.Accepted => throw new HttpRequestException("LINE is still preparing this file."),
                _ => new RemoteMedia(
                    await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken),
                    response.Content.Headers.ContentType?.MediaType,
                    response.Content.Headers.ContentLength,
                    response),
            };
        }
        catch
        {
            // The caller disposes only what it gets.
            response.Dispose();
            throw;
        }
    }

    /// <summary>Looks a person up; null for one who is no friend of the account.</summary>
    public async Task<ProfilePayload?> FindProfileAsync(ChannelConnection channel, string person, CancellationToken cancellationToken)
    {
        using var request = Request(channel, HttpMethod.Get, LineSettings.BaseUrl, $"v2/bot/profile/{person}");
        using var response = await SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(LineJson.Default.ProfilePayload, cancellationToken);
    }

    /// <summary>Registers the webhook, or, without one, only tries the token.</summary>
    public async Task<HttpStatusCode> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        using var request = channel.WebhookUrl is not null
            ? Request(channel, HttpMethod.Put, LineSettings.BaseUrl, "v2/bot/channel/webhook/endpoint")
            : Request(channel, HttpMethod.Get, LineSettings.BaseUrl, "v2/bot/info");
        request.Content = channel.WebhookUrl is { } address
            ? JsonContent.Create(new EndpointPayload(address), LineJson.Default.EndpointPayload)
            : null;
        using var response = await SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    private static HttpRequestMessage Request(ChannelConnection channel, HttpMethod method, string host, string path) =>
        new(method, new Uri(new Uri(channel.RequiredText(host)), path))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", channel.RequiredText(LineSettings.AccessToken)) },
        };

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        clients.CreateClient(HttpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken);
        }
        catch (JsonException)
        {
            return default; // a gateway's page: the status says enough
        }
    }
}

/// <summary>What LINE said to a push.</summary>
internal sealed record LineAnswer(HttpStatusCode Status, string? MessageId, string? Words);
