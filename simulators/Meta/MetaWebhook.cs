using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace Rozmova.Simulators.Meta;

/// <summary>Sends one account's events in order, each until it is answered 200.</summary>
internal sealed class MetaWebhook : IAsyncDisposable
{
    private readonly Channel<byte[]> _bodies = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly MetaAccount _account;
    private readonly Task _sending;

    public MetaWebhook(MetaAccount account)
    {
        _account = account;
        _sending = SendAllAsync();
    }

    public static string Sign(string appSecret, ReadOnlySpan<byte> body) => string.Create(
        CultureInfo.InvariantCulture, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body))}");

    public void Send(byte[] body) => _bodies.Writer.TryWrite(body);

    public async ValueTask DisposeAsync()
    {
        _bodies.Writer.Complete();
        await _sending;
        _client.Dispose();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var body in _bodies.Reader.ReadAllAsync(_account.Simulator.Stopping))
            {
                while (!await TrySendAsync(body))
                {
                    await Task.Delay(_account.Simulator.Options.RetryWait, _account.Simulator.Time, _account.Simulator.Stopping);
                }
            }
        }
        catch (OperationCanceledException) when (_account.Simulator.Stopping.IsCancellationRequested)
        {
            // What is still waiting has nobody left to send it.
        }
    }

    private async Task<bool> TrySendAsync(byte[] body)
    {
        if (_account.Webhook is not { } address)
        {
            return true;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", Sign(_account.AppSecret, body));
        try
        {
            using var response = await _client.SendAsync(request, _account.Simulator.Stopping);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // the program is not there yet, or not any more: tried again like any other failure
        }
    }
}
