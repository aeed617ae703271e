using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// Messages on their way. TDLib answers <c>sendMessage</c> at once with a temporary id; only <c>updateMessageSendSucceeded</c> says that
/// Telegram has it, and under which id.
/// </summary>
internal sealed class TdSends
{
    private readonly ConcurrentDictionary<long, Waiting> _onTheWay = [];

    /// <summary>Sends and waits for the end: <c>updateMessageSendSucceeded</c> or an <c>error</c>.</summary>
    /// <exception cref="TimeoutException">No end in time. Should it come later, it is told as <see cref="TdSent.Late"/>.</exception>
    public async Task<JsonObject> SendAsync(
        TdClient client, JsonObject request, MessageId message, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(message, new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously));
        client.Send(request, answer => Begin(answer, waiting)); // on the receiving thread, so before the end can be told
        try
        {
            return await waiting.End.Task.WaitAsync(limit, time, cancellationToken);
        }
        finally
        {
            waiting.End.TrySetCanceled(CancellationToken.None); // nobody listens any more
        }
    }

    public TdSent Succeeded(JsonObject update)
    {
        if (!_onTheWay.TryRemove(update.Number("old_message_id"), out var waiting))
        {
            return new TdSent.Foreign();
        }

        return waiting.End.TrySetResult(update) ? new TdSent.Told() : new TdSent.Late(waiting.Message);
    }

    public void Failed(JsonObject update)
    {
        if (_onTheWay.TryRemove(update.Number("old_message_id"), out var waiting) && update.Inner("error") is { } error)
        {
            waiting.End.TrySetResult(error);
        }
    }

    private void Begin(JsonObject answer, Waiting waiting)
    {
        if (TdError.In(answer) is not null)
        {
            waiting.End.TrySetResult(answer);
        }
        else
        {
            _onTheWay[answer.Number("id")] = waiting;
        }
    }

    private sealed record Waiting(MessageId Message, TaskCompletionSource<JsonObject> End);
}

/// <summary>Whose a message was that Telegram has now.</summary>
internal abstract record TdSent
{
    /// <summary>Ours, and the sender waits for it.</summary>
    internal sealed record Told : TdSent;

    /// <summary>Ours, but the sender has given up: it stands as unknown.</summary>
    internal sealed record Late(MessageId Message) : TdSent;

    /// <summary>Sent by an earlier run of the program.</summary>
    internal sealed record Foreign : TdSent;
}
