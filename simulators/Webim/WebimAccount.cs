using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Webim;

/// <summary>One account: its visitors, and where its operators' words go.</summary>
public sealed class WebimAccount
{
    private readonly ConcurrentDictionary<string, WebimVisitor> _visitors = [];
    private readonly Signal _changed = new();

    internal WebimAccount(WebimSimulator simulator, string token, string callbackSecret)
    {
        Simulator = simulator;
        Token = token;
        CallbackSecret = callbackSecret;
    }

    public string Token { get; internal set; }

    public string CallbackSecret { get; }

    /// <summary>The address entered in the account's settings; null calls nobody.</summary>
    public Uri? Callback { get; set; }

    /// <summary>The header that carries an HMAC of the callback's bytes instead of the secret; null where the account does not sign.</summary>
    public string? HmacHeader { get; set; }

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<WebimVisitor> Visitors => [.. _visitors.Values.OrderBy(visitor => visitor.Chat)];

    internal WebimSimulator Simulator { get; }

    /// <summary>Waits until a visitor has written something as wanted.</summary>
    public async Task<WebimVisitor> WaitForVisitorAsync(Func<WebimMessage, bool> wanted, CancellationToken cancellationToken) =>
        await _changed.FindAsync(() => Visitors.FirstOrDefault(visitor => visitor.FromVisitor.Any(wanted)), cancellationToken);

    /// <summary>Somebody the program may or may not know.</summary>
    public WebimVisitor TakeVisitor(string id) => _visitors.GetOrAdd(id, known => new WebimVisitor(this, known, Simulator.NextChat()));

    /// <summary>Calls back with any body, as the account would.</summary>
    public Task<CallbackAnswer> CallAsync(JsonObject body, CancellationToken cancellationToken) =>
        CallAsync(JsonSerializer.SerializeToUtf8Bytes(body, CustomChannelApi.Plain), cancellationToken);

    /// <summary>Calls back with any bytes.</summary>
    public async Task<CallbackAnswer> CallAsync(byte[] body, CancellationToken cancellationToken)
    {
        var callback = Callback ?? throw new InvalidOperationException("The account has no callback address.");
        using var request = WebhookClient.Post(callback, body, "application/json");
        request.Headers.Add("X-Webim-Version", "10.4");
        if (HmacHeader is { } header)
        {
            request.Headers.Add(header, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(CallbackSecret), body)));
        }
        else
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Token", CallbackSecret);
        }

        var reply = await Simulator.Client.SendAsync(request, Simulator.Options.CallbackTimeout, cancellationToken);
        return reply is null ? new CallbackAnswer(0, null) : new CallbackAnswer((int)reply.Status, ReadBody(reply.Body));
    }

    internal WebimVisitor? FindVisitor(string id) => _visitors.GetValueOrDefault(id);

    internal void Pulse() => _changed.Pulse();

    private static JsonObject? ReadBody(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            // Webim looks at the status alone.
            return null;
        }
    }
}
