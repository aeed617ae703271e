using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Relay;

namespace Rozmova.Tests.PassThrough;

/// <summary>A desk in memory: it hears what messages say, and is done with them unless it is told to wait.</summary>
internal sealed class ListeningDesk(IServiceProvider services) : IDesk
{
    /// <summary>What it heard, in order: the entry and what it says, null where that is lost.</summary>
    public ConcurrentQueue<(MessageBody Message, MessageContent? Content, string? Name)> Heard { get; } = [];

    /// <summary>While set, it takes nothing.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether it keeps what it hears waiting in memory after it heard it.</summary>
    public bool IsSlow { get; set; }

    public string Kind => "listening";

    public IReadOnlyList<SettingField> Settings { get; } = [];

    public int Parallelism => 4;

    private IDeskContents Contents => services.GetRequiredService<IDeskContents>();

    public IDeskFiles Files => services.GetRequiredService<IDeskFiles>();

    /// <summary>What it heard of messages, lost ones as null.</summary>
    public IEnumerable<string?> Words => Heard.Select(heard => heard.Content?.Words());

    /// <summary>It has all it wants of a message.</summary>
    public async Task DoneAsync(MessageBody message) => await Contents.DoneAsync(
        services.GetRequiredService<DeskDirectory>().All.Single(desk => desk.Kind == this).Row.Id, message, CancellationToken.None);

    public bool IsAuthentic(ChannelConnection desk, WebhookRequest request) => true;

    public ValueTask<ConnectionReport> ConnectAsync(ChannelConnection desk, CancellationToken cancellationToken) =>
        new(ConnectionReport.Connected);

    public ValueTask DisconnectAsync(ChannelConnection desk, CancellationToken cancellationToken) => default;

    public ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        new(DeskReception.Quarantined("It says nothing."));

    public ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken) =>
        new(news is { Type: LiveType.MessageCreated or LiveType.MessageUpdated, Message: { Direction: not MessageDirection.Note } message }
            ? [new NewDeskTask(news.Conversation.Id.ToString(), "heard", message.Id.Value)]
            : []);

    public async ValueTask<DeskOutcome> PerformAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (IsBusy)
        {
            return new DeskOutcome.Again(TimeSpan.FromMilliseconds(20), "Not now.");
        }

        var message = await services.GetRequiredService<ConversationBodies>().FindMessageAsync(new MessageId(task.Subject!.Value), cancellationToken);
        var content = await Contents.FindContentAsync(message!, cancellationToken);
        Heard.Enqueue((message!, content, await Contents.FindNameAsync(message!, cancellationToken)));
        if (!IsSlow)
        {
            await Contents.DoneAsync(desk.Row.Id, message!, cancellationToken);
        }

        return DeskOutcome.Finished;
    }
}
