using System.Text;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>
/// A Webim account as a desk: what customers of its channels write goes there as a custom channel, what its operators say comes back by
/// callback and is sent to the customer.
/// </summary>
internal sealed class WebimDesk(
    WebimClient client, WebimReception reception, WebimPlanner planner, VisitorMessages visitors, OperatorAnswers operators, WebimChats chats,
    WebimMarks marks) : IDesk
{
    public string Kind => "webim";

    public IReadOnlyList<SettingField> Settings => WebimSettings.All;

    /// <summary>How many requests Webim stands at once is not known.</summary>
    public int Parallelism => 4;

    public IReadOnlyDictionary<string, TimeSpan> MarksKept => WebimMarks.Kept;

    public bool IsAuthentic(ChannelConnection desk, WebhookRequest request) => WebimAccess.IsAuthentic(new WebimContract(desk), request);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection desk, CancellationToken cancellationToken) =>
        await client.CheckAsync(new WebimContract(desk), cancellationToken) switch
        {
            WebimVerdict.AccountRejected rejected => ConnectionReport.Failed(rejected.Detail),
            WebimVerdict.Unsure unsure => ConnectionReport.Failed(unsure.Detail),
            WebimVerdict.Later { Answered: false } unreached => ConnectionReport.Failed(unreached.Detail),
            _ => ConnectionReport.Connected, // the question was none it answers, but it answered
        };

    public ValueTask DisconnectAsync(ChannelConnection desk, CancellationToken cancellationToken) => default; // its owner entered our address

    public ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        reception.ReceiveAsync(desk, body, cancellationToken);

    public ReadOnlyMemory<byte>? Refusal(int status) => WebimReplies.Refusal(status);

    public ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken) =>
        planner.PlanAsync(desk, news, cancellationToken);

    public async ValueTask<DeskOutcome> PerformAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken) => task.Kind switch
    {
        WebimTasks.Message => await visitors.SendAsync(desk, task, cancellationToken),
        WebimTasks.Edit => await visitors.SendEditAsync(desk, task, cancellationToken),
        WebimTasks.File => await visitors.SendFileAsync(desk, task, cancellationToken),
        WebimTasks.Notice => await visitors.SendNoticeAsync(desk, task, cancellationToken),
        WebimTasks.Close => await visitors.CloseAsync(desk, task, cancellationToken),
        WebimTasks.Forget => await ForgetAsync(desk, task, cancellationToken),
        _ => await TakeAsync(desk, task, cancellationToken),
    };

    private async ValueTask<DeskOutcome> TakeAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (task.Payload is not { } body
            || WebimCallback.Read(body, new WebimContract(desk.Connection).CallbackVisitorIdFields) is not { } callback)
        {
            return new DeskOutcome.Dropped("Its words were in memory only, and are gone with the process.");
        }

        return task.Kind == WebimTasks.Chat
            ? await chats.PerformAsync(desk, callback, cancellationToken)
            : await operators.PerformAsync(desk, task, callback, cancellationToken);
    }

    private async ValueTask<DeskOutcome> ForgetAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        await marks.ForgetSeenAsync(desk.Row.Id, Encoding.ASCII.GetString(task.Payload.GetValueOrDefault().Span), cancellationToken);
        return DeskOutcome.Finished;
    }
}
