using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>Calls a bot's webhook: one callback after another for a customer, each again for an hour until it is answered 200.</summary>
internal sealed class CallbackSender : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _lanes = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebhookClient _client;
    private readonly ViberBot _bot;

    public CallbackSender(ViberBot bot)
    {
        _bot = bot;
        _client = new WebhookClient(bot.Time);
    }

    /// <summary>Queues a callback behind the others of its lane; completes when it is delivered or lost.</summary>
    public Task Offer(Callback callback)
    {
        lock (_gate)
        {
            var before = _lanes.GetValueOrDefault(callback.Lane, Task.CompletedTask);
            return _lanes[callback.Lane] = DeliverAfterAsync(before, callback);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_gate)
        {
            running = [.. _lanes.Values];
        }

        await Task.WhenAll(running);
        _client.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Posts a body once, signed; the answer's body where it was 200, null where it was anything else.</summary>
    public async Task<byte[]?> TryDeliverAsync(Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var signature = _bot.Sign(body.Span);
        using var request = WebhookClient.Post(WithSignature(url, signature), body, "application/json");
        request.Headers.Add("X-Viber-Content-Signature", signature);
        var answer = await _client.SendAsync(request, _bot.Simulator.Options.CallbackTimeout, cancellationToken);
        return answer is { Status: HttpStatusCode.OK } ? answer.Body : null;
    }

    private async Task DeliverAfterAsync(Task before, Callback callback)
    {
        try
        {
            await before.WaitAsync(_stopping.Token);
            await DeliverAsync(callback, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            callback.MarkLost(); // the simulator stops, and what it holds goes with it
        }
    }

    private async Task DeliverAsync(Callback callback, CancellationToken cancellationToken)
    {
        var wait = _bot.Simulator.Options.FirstRetryWait;
        while (_bot.Webhook is { } webhook && _bot.Time.GetUtcNow() - callback.Date < Lifetime)
        {
            if (await TryDeliverAsync(webhook.Url, callback.Json, cancellationToken) is { } answer)
            {
                TakeWelcome(callback, answer);
                callback.MarkDelivered();
                return;
            }

            await Task.Delay(wait, _bot.Time, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }

        callback.MarkLost();
    }

    /// <summary>The one callback whose answer Viber reads.</summary>
    private void TakeWelcome(Callback callback, byte[] answer)
    {
        if (callback.Event != "conversation_started" || answer.Length == 0)
        {
            return;
        }

        try
        {
            if (JsonNode.Parse(answer) is JsonObject welcome && SendMessage.Objection(welcome) is null)
            {
                _bot.FindCustomer(callback.Lane)?.Put(welcome, callback.Token);
            }
        }
        catch (Exception misread) when (misread is JsonException or InvalidOperationException)
        {
            // Viber ignores an answer that is no message.
        }
    }

    private static Uri WithSignature(Uri url, string signature) =>
        new(url.AbsoluteUri + (url.Query.Length == 0 ? "?" : "&") + "sig=" + signature);
}
