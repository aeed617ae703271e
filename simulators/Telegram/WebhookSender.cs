using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Rozmova.Simulators.Telegram;

/// <summary>Pushes updates to one webhook: one after another within an order key, side by side across them.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _connections;
    private readonly HttpClient _http;
    private readonly BotAccount _bot;

    public WebhookSender(BotAccount bot, Webhook webhook)
    {
        _bot = bot;
        Webhook = webhook;
        _connections = new SemaphoreSlim(webhook.MaxConnections);
        _http = new HttpClient(CreateHandler(webhook)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public Webhook Webhook { get; }

    /// <summary>The newest failure, as getWebhookInfo tells it.</summary>
    public DeliveryFailure? LastFailure { get; private set; }

    public void Offer(Update update)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(update.OrderKey, out var lane))
            {
                _lanes[update.OrderKey] = lane = new Lane();
                lane.Waiting.Enqueue(update);
                lane.Drained = Task.Run(() => DrainAsync(update.OrderKey, lane));
                return;
            }

            lane.Waiting.Enqueue(update);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_gate)
        {
            running = [.. _lanes.Values.Select(lane => lane.Drained)];
        }

        await Task.WhenAll(running);
        _http.Dispose();
        _connections.Dispose();
        _stopping.Dispose();
    }

    private async Task DrainAsync(string key, Lane lane)
    {
        try
        {
            while (TryPeek(key, lane, out var update))
            {
                await DeliverAsync(update, _stopping.Token);
                lock (_gate)
                {
                    lane.Waiting.Dequeue();
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The webhook was removed: what waits stays in the bot's queue for whoever comes next.
        }
    }

    private bool TryPeek(string key, Lane lane, out Update update)
    {
        lock (_gate)
        {
            var found = lane.Waiting.TryPeek(out update!);
            if (!found)
            {
                _lanes.Remove(key);
            }

            return found;
        }
    }

    /// <summary>Tries until accepted or a day old: at once, at once again, then after 2, 4, 8… seconds.</summary>
    private async Task DeliverAsync(Update update, CancellationToken cancellationToken)
    {
        for (var attempt = 0; _bot.Time.GetUtcNow() - update.Date < Lifetime; attempt++)
        {
            var failure = await TryDeliverAsync(update, cancellationToken);
            if (failure is null)
            {
                _bot.Updates.Confirm(update);
                return;
            }

            LastFailure = failure;
            await Task.Delay(failure.RetryAfter ?? WaitAfter(attempt), _bot.Time, cancellationToken);
        }

        _bot.Updates.Drop(update);
    }

    private TimeSpan WaitAfter(int attempt)
    {
        if (attempt == 0)
        {
            return TimeSpan.Zero;
        }

        var doubled = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt, 12)));
        return doubled < _bot.Options.LongestRetryWait ? doubled : _bot.Options.LongestRetryWait;
    }

    private async Task<DeliveryFailure?> TryDeliverAsync(Update update, CancellationToken cancellationToken)
    {
        await _connections.WaitAsync(cancellationToken);
        try
        {
            using var patience = new CancellationTokenSource(_bot.Options.WebhookTimeout, _bot.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            using var request = CreateRequest(update);
            using var response = await _http.SendAsync(request, either.Token);
            if (response.IsSuccessStatusCode)
            {
                await WebhookAnswer.RunAsync(_bot, response, either.Token);
                return null;
            }

            return Failure(
                $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}",
                RetryAfter(response.Headers.RetryAfter));
        }
        catch (HttpRequestException refused)
        {
            // Whatever the network did, the update is tried again: that is the whole point of this class.
            return Failure(refused.InnerException is System.Security.Authentication.AuthenticationException
                ? "SSL error {certificate verify failed}"
                : "Connection refused");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Patience ran out, not the sender: this, too, is only a reason to try again.
            return Failure("Read timeout expired");
        }
        finally
        {
            _connections.Release();
        }
    }

    private HttpRequestMessage CreateRequest(Update update)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Webhook.Url) { Content = new ReadOnlyMemoryContent(update.Json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (Webhook.SecretToken is { } secret)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return request;
    }

    private DeliveryFailure Failure(string message, TimeSpan? retryAfter = null) =>
        new(_bot.Time.GetUtcNow(), message, retryAfter);

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - _bot.Time.GetUtcNow();
        return wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestRetryAfter.Ticks)) : null;
    }

    private static SocketsHttpHandler CreateHandler(Webhook webhook)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        if (webhook.Certificate is { } uploaded)
        {
            handler.SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                    CustomTrustStore = { uploaded },
                },
            };
        }

        return handler;
    }

    private sealed class Lane
    {
        public Queue<Update> Waiting { get; } = [];

        public Task Drained { get; set; } = Task.CompletedTask;
    }
}

/// <summary>Why one delivery to a webhook did not count.</summary>
internal sealed record DeliveryFailure(DateTimeOffset At, string Message, TimeSpan? RetryAfter);
