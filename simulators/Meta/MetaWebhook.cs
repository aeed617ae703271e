using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace Rozmova.Simulators.Meta;

/// <summary>An app's webhook, the same for all of Meta's messengers: events in order, each signed, until it is answered 200.</summary>
internal sealed class MetaWebhook : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    // Real time in both waits: the clock of a test may stand still while the program is not there yet.
    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly Channel<byte[]> _bodies = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly WebhookClient _client = new(Time);
    private readonly string _appSecret;
    private readonly TimeSpan _retryWait;
    private readonly Task _sending;
    private volatile Uri? _address;

    public MetaWebhook(string appSecret, TimeSpan retryWait, CancellationToken stopping)
    {
        _appSecret = appSecret;
        _retryWait = retryWait;
        _sending = SendAllAsync(stopping);
    }

    /// <summary>Where events go; without it they wait.</summary>
    public Uri? Address
    {
        get => _address;
        set => _address = value;
    }

    /// <summary>Asks an address whether it is ours, as the app's dashboard does, and takes it.</summary>
    public async Task SubscribeAsync(Uri webhook, string verifyToken, CancellationToken cancellationToken)
    {
        const string Challenge = "1158201444";
        var query = $"hub.mode=subscribe&hub.challenge={Challenge}&hub.verify_token={Uri.EscapeDataString(verifyToken)}";
        if (await _client.AskAsync(new UriBuilder(webhook) { Query = query }.Uri, cancellationToken) != Challenge)
        {
            throw new InvalidOperationException("The callback URL or the verify token couldn't be validated.");
        }

        Address = webhook;
    }

    /// <summary>The header of an authentic request with this body.</summary>
    public string Sign(ReadOnlySpan<byte> body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_appSecret), body))}";

    public void Send(byte[] body) => _bodies.Writer.TryWrite(body);

    public async ValueTask DisposeAsync()
    {
        _bodies.Writer.TryComplete();
        await _sending;
        _client.Dispose();
    }

    private async Task SendAllAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var body in _bodies.Reader.ReadAllAsync(stopping))
            {
                while (Address is not { } address || !await TrySendAsync(address, body, stopping))
                {
                    await Task.Delay(_retryWait, Time, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is still waiting has nobody left to send it.
        }
    }

    private async Task<bool> TrySendAsync(Uri address, byte[] body, CancellationToken stopping)
    {
        using var request = WebhookClient.Post(address, body, "application/json");
        request.Headers.Add("X-Hub-Signature-256", Sign(body));
        return await _client.SendAsync(request, Patience, stopping) is { Status: HttpStatusCode.OK };
    }
}
