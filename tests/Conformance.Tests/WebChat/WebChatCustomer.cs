using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Rozmova.Messaging;
using Rozmova.Simulators.WebChat;
using Rozmova.Testing;

namespace Rozmova.Conformance.Tests.WebChat;

/// <summary>A visitor with two tabs of the site: one to write in, one that only listens.</summary>
internal sealed class WebChatCustomer(WebChatAccount account) : CustomerUnderTest, IAsyncDisposable
{
    // A browser that has been here before: newcomers of one address are limited.
    private readonly string _token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private readonly Lock _gate = new();
    private readonly List<JsonNode> _messages = [];
    private WebVisitor? _writes;
    private WebVisitor? _listens;
    private Task _listening = Task.CompletedTask;

    public override IReadOnlyList<Received> Received => [.. Messages.Where(message => !(bool)message["mine"]!).Select(ToReceived)];

    private List<JsonNode> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public override async Task PlayAsync(Act act)
    {
        _writes ??= await OpenAsync();
        switch (act)
        {
            case Act.Write write:
                await _writes.SendTextAsync(write.Text, CancellationToken.None);
                break;
            case Act.Press press:
                await _writes.PressAsync(press.Key, press.Label, CancellationToken.None);
                break;
            case Act.Send send:
                using (var answer = await _writes.SendFileAsync(
                    send.File.Name, send.File.MimeType, send.File.Content.ToArray(), CancellationToken.None))
                {
                    answer.EnsureSuccessStatusCode();
                }

                break;
            case Act.Report report:
                await Eventually.Is("the message is shown", () => Received.Count > 0, CancellationToken.None);
                await _listens!.ReportAsync(
                    report.What == DeliveryReport.Read ? "read" : "delivered", CancellationToken.None, Messages.Last(message => !(bool)message["mine"]!));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on a web chat.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_writes is not null)
        {
            await _writes.DisposeAsync();
            await _listens!.DisposeAsync();
            await _listening;
        }
    }

    private async Task<WebVisitor> OpenAsync()
    {
        var writes = await WebVisitor.OpenAsync(account.Program, account.ChannelId, _token, origin: null, CancellationToken.None);
        _listens = await WebVisitor.OpenAsync(account.Program, account.ChannelId, _token, origin: null, CancellationToken.None);
        _listening = ListenAsync(_listens);
        return writes;
    }

    private async Task ListenAsync(WebVisitor tab)
    {
        try
        {
            while (true)
            {
                Keep(await tab.WaitAsync(_ => true, CancellationToken.None));
            }
        }
        catch (ChannelClosedException)
        {
            // The tab was closed.
        }
    }

    private void Keep(JsonNode message)
    {
        lock (_gate)
        {
            var known = _messages.FindIndex(each => (string?)each["id"] == (string?)message["id"]);
            if (known < 0)
            {
                _messages.Add(message);
            }
            else
            {
                _messages[known] = message;
            }
        }
    }

    private Received ToReceived(JsonNode message)
    {
        var content = message["content"]!;
        return new Received((string)content["type"]!)
        {
            Text = (string?)(content["text"] ?? content["name"]) ?? "",
            Open = content["url"] is null ? null : () => OpenAsync(message),
            Latitude = (double?)content["latitude"],
            Longitude = (double?)content["longitude"],
            Phone = (string?)content["phone"],
            Buttons = [.. (content["buttons"]?.AsArray() ?? []).Select(button => (string)button!["text"]!)],
            Answers = (string?)Messages.Find(each => message["replyTo"] is { } answered && (string?)each["id"] == (string?)answered)?["content"]!["text"],
        };
    }

    private async Task<byte[]> OpenAsync(JsonNode message)
    {
        using var file = await _listens!.OpenFileAsync(message, CancellationToken.None);
        return await file.Content.ReadAsByteArrayAsync();
    }
}
