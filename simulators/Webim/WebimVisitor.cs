using System.Net;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Webim;

/// <summary>A visitor as operators see them: who they are and what was said. What operators do is in WebimVisitor.Acts.cs.</summary>
public sealed partial class WebimVisitor
{
    private readonly Lock _gate = new();
    private readonly List<WebimMessage> _messages = [];
    private readonly Signal _changed = new();

    internal WebimVisitor(WebimAccount account, string id, int chat)
    {
        Account = account;
        Id = id;
        Chat = chat;
    }

    public WebimAccount Account { get; }

    /// <summary>As the custom channel calls them.</summary>
    public string Id { get; }

    /// <summary>The number of the open chat; a new one begins with the next message after it was closed.</summary>
    public int Chat { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>Who they are, as it came with their newest message; null where nothing came.</summary>
    public JsonObject? Fields { get; private set; }

    /// <summary>Both sides, oldest first; one that came twice under its id is there once.</summary>
    public IReadOnlyList<WebimMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<WebimMessage> FromVisitor => [.. Messages.Where(message => message.FromVisitor)];

    /// <summary>Waits until the visitor has written something as wanted.</summary>
    public Task<WebimMessage> WaitForMessageAsync(Func<WebimMessage, bool> wanted, CancellationToken cancellationToken) =>
        _changed.FindAsync(() => FromVisitor.FirstOrDefault(wanted), cancellationToken);

    internal void Take(JsonObject message, JsonObject? fields)
    {
        lock (_gate)
        {
            Fields = fields ?? Fields;
            var id = (string)message["id"]!;
            if (_messages.Exists(known => known.Id == id))
            {
                return; // a repeat
            }

            Reopen();
            var address = (string?)(message["data"] as JsonObject)?["url"];
            _messages.Add(new WebimMessage(
                id, (string?)message["kind"] ?? "", FromVisitor: true, Account.Simulator.Time.GetUtcNow(), message.DeepClone().AsObject())
            {
                File = address is null ? null : FetchAsync(new Uri(address)),
            });
        }

        _changed.Pulse();
        Account.Pulse();
    }

    internal void CloseByVisitor() => IsClosed = true;

    private void Reopen()
    {
        if (IsClosed)
        {
            IsClosed = false;
            Chat = Account.Simulator.NextChat();
        }
    }

    private async Task<SimulatedFile> FetchAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var reply = await Account.Simulator.Client.SendAsync(request, TimeSpan.FromSeconds(20), Account.Simulator.Stopping);
        return reply is { Status: HttpStatusCode.OK }
            ? new SimulatedFile(address.Segments[^1], "application/octet-stream", reply.Body)
            : throw new HttpRequestException($"The address of the file answered {reply?.Status.ToString() ?? "nothing"}.");
    }
}
