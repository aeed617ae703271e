using System.Net;
using System.Net.Http.Headers;
using System.Threading.Channels;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>Delivers requests one after the other, each signed, until it is answered 200.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private readonly Channel<byte[]> _waiting = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly WhatsAppSimulator _simulator;
    private readonly BusinessNumber _number;
    private readonly Task _running;
    private volatile Uri? _webhook;

    public WebhookSender(WhatsAppSimulator simulator, BusinessNumber number)
    {
        _simulator = simulator;
        _number = number;
        _running = RunAsync(simulator.Stopping);
    }

    public async Task SubscribeAsync(Uri webhook, CancellationToken cancellationToken)
    {
        const string Challenge = "1158201444";
        var token = Uri.EscapeDataString(_number.Settings.VerifyToken);
        var query = $"hub.mode=subscribe&hub.challenge={Challenge}&hub.verify_token={token}";
        var answer = await _client.GetStringAsync(new UriBuilder(webhook) { Query = query }.Uri, cancellationToken);
        if (answer != Challenge)
        {
            throw new InvalidOperationException("The callback URL or the verify token couldn't be validated.");
        }

        _webhook = webhook;
    }

    public void Add(byte[] body) => _waiting.Writer.TryWrite(body);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        _client.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var body in _waiting.Reader.ReadAllAsync(cancellationToken))
            {
                while (_webhook is not { } webhook || !await TryDeliverAsync(webhook, body, cancellationToken))
                {
                    await Task.Delay(_simulator.Options.RetryWait, TimeProvider.System, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The simulator stops.
        }
    }

    private async Task<bool> TryDeliverAsync(Uri webhook, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("X-Hub-Signature-256", _number.Sign(body));
        try
        {
            using var answer = await _client.SendAsync(request, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Nobody there: tried again, as after any answer but 200.
            return false;
        }
    }
}
