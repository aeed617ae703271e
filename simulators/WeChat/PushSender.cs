using System.Text;
using System.Xml.Linq;

namespace Rozmova.Simulators.WeChat;

/// <summary>Makes pushes: side by side, each again at once when it was not answered with 200 in time.</summary>
internal sealed class PushSender(OfficialAccount account) : IAsyncDisposable
{
    private readonly WebhookClient _client = new(account.Time);
    private readonly Lock _gate = new();
    private readonly List<Task> _running = [];

    private WeChatSimulator Simulator => account.Simulator;

    public Push Send(Push push)
    {
        lock (_gate)
        {
            _running.RemoveAll(task => task.IsCompletedSuccessfully);
            _running.Add(Task.Run(() => DeliverAsync(push)));
        }

        return push;
    }

    public async Task<bool> VerifyAsync(CancellationToken cancellationToken)
    {
        var (query, wanted) = account.AskVerification();
        return await _client.AskAsync(AddressWith(query), cancellationToken) == wanted;
    }

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_gate)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
        _client.Dispose();
    }

    private async Task DeliverAsync(Push push)
    {
        try
        {
            for (var attempt = 0; attempt < Simulator.Options.PushAttempts; attempt++)
            {
                var answer = await TryAsync(push);
                push.Add(answer);
                if (answer.IsAnswered)
                {
                    Show(push, answer.Body!);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (Simulator.Stopping.IsCancellationRequested)
        {
            // The simulator stops: nobody waits for this push any more.
        }
        finally
        {
            push.End();
        }
    }

    private async Task<PushAttempt> TryAsync(Push push)
    {
        var (query, body) = account.Seal(Encoding.UTF8.GetBytes($"<xml>{push.Elements}</xml>"));
        using var request = WebhookClient.Post(AddressWith(query), body, "text/xml");
        var answer = await _client.SendAsync(request, Simulator.Options.PushTimeout, Simulator.Stopping);
        return answer is null
            ? new PushAttempt(Status: null, Body: null)
            : new PushAttempt((int)answer.Status, Encoding.UTF8.GetString(answer.Body));
    }

    /// <summary>A body that is neither empty nor <c>success</c> is a reply, and reaches the follower.</summary>
    private void Show(Push push, string body)
    {
        if (body is "" or "success")
        {
            return;
        }

        var reply = XElement.Parse(body);
        if (reply.Element("Encrypt") is { } encrypted)
        {
            var settings = account.Settings;
            var signature = PushEnvelope.Sign(
                settings.Token, (string)reply.Element("TimeStamp")!, (string)reply.Element("Nonce")!, (string)encrypted);
            if (signature != (string?)reply.Element("MsgSignature"))
            {
                return;
            }

            reply = XElement.Parse(PushEnvelope.Decrypt((string)encrypted, settings.EncodingAesKey!));
        }

        if ((string?)reply.Element("ToUserName") == push.Follower.OpenId)
        {
            push.Follower.Receive(new ReceivedMessage
            {
                Type = (string)reply.Element("MsgType")!,
                Text = (string?)reply.Element("Content"),
                IsReply = true,
            });
        }
    }

    private Uri AddressWith(string query) => new UriBuilder(
        account.WebhookUrl ?? throw new InvalidOperationException("The account has no webhook.")) { Query = query }.Uri;
}
