using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;

namespace Rozmova.Tests.Desks;

/// <summary>
/// The simplest desk there can be: it writes down each message of customers in the lane of its conversation, and each request in a lane of
/// its own. Requests are JSON, <c>{"id","say"}</c>, with the secret in a header.
/// </summary>
internal sealed class PaperDesk : IDesk
{
    public const string Secret = "secret-of-the-paper";

    /// <summary>What it was asked to do, in the order in which it began: the lane and what it wrote down.</summary>
    public ConcurrentQueue<(string Lane, string Written)> Paper { get; } = [];

    /// <summary>What comes of each attempt to write.</summary>
    public Func<string, DeskOutcome> Outcome { get; set; } = _ => DeskOutcome.Finished;

    public ConnectionReport State { get; set; } = ConnectionReport.Connected;

    public string Kind => "paper";

    public IReadOnlyList<SettingField> Settings { get; } = [new SettingField("secret", SettingKind.Secret) { Required = true }];

    public int Parallelism => 4;

    public bool IsAuthentic(ChannelConnection desk, WebhookRequest request) =>
        request.Headers.TryGetValue("x-secret", out var given) && given == desk.RequiredText("secret");

    public ValueTask<ConnectionReport> ConnectAsync(ChannelConnection desk, CancellationToken cancellationToken) => new(State);

    public ValueTask DisconnectAsync(ChannelConnection desk, CancellationToken cancellationToken) => default;

    public ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            using var said = JsonDocument.Parse(body);
            var (id, word) = (said.RootElement.GetProperty("id").GetString()!, said.RootElement.GetProperty("say").GetString()!);
            return new(DeskReception.Taken(
                [new NewDeskTask($"said {id}", "said", Payload: Encoding.UTF8.GetBytes(word)) { Key = id }], """{"ok":true}"""u8.ToArray()));
        }
        catch (JsonException)
        {
            return new(DeskReception.Quarantined("It is no JSON.")); // as the contract asks
        }
    }

    public ReadOnlyMemory<byte>? Refusal(int status) => status == 401 ? """{"error":"unauthorized"}"""u8.ToArray() : null;

    public ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken) =>
        new(news is { Type: LiveType.MessageCreated, Message: { Direction: Workspace.Conversations.MessageDirection.Inbound } message }
            ? [new NewDeskTask(news.Conversation.Id.ToString(), "heard", message.Id.Value, Encoding.UTF8.GetBytes(message.Content.Text ?? ""))]
            : []);

    public ValueTask<DeskOutcome> PerformAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        var written = Encoding.UTF8.GetString(task.Payload!.Value.Span);
        Paper.Enqueue((task.Lane, written));
        return new(Outcome(written));
    }
}
