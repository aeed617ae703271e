using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>What one open widget and we say to each other, after it has said who it is.</summary>
internal sealed partial class VisitorSession(
    Visitor visitor, string? language, VisitorConnection connection, VisitorIntake intake, VisitorLimits limits,
    IChats chats, IChatFiles files)
    : IChatFollower
{
    /// <summary>Messages in the greeting and in a page of history.</summary>
    private const int PageSize = 40;

    private const string Invalid = "invalid";

    private readonly Lock _gate = new();

    /// <summary>Ours that this widget was shown and has not reported as read.</summary>
    private readonly Dictionary<Guid, DeliveryReport?> _unread = [];

    /// <summary>Sends what there is and what comes, and takes in what the visitor does, until the socket ends.</summary>
    public async Task RunAsync(string token, CancellationToken cancellationToken)
    {
        using var following = await chats.FollowAsync(visitor.Channel.Id, visitor.Id, this, cancellationToken);
        var page = await ReadAsync(before: null, cancellationToken);
        var sending = connection.SendAsync(WebChatFrames.Welcome(token, page, files));
        try
        {
            while (await connection.ReceiveAsync(cancellationToken) is { } frame)
            {
                await HandleAsync(frame, cancellationToken);
            }
        }
        finally
        {
            connection.End(WebSocketCloseStatus.NormalClosure, "Goodbye.");
            await sending;
        }
    }

    /// <inheritdoc/>
    public void Changed(ChatEntry entry)
    {
        Remember(entry);
        connection.Offer(WebChatFrames.Message(entry, files));
    }

    /// <inheritdoc/>
    public void Seen(int unread) => connection.Offer(WebChatFrames.Seen(unread));

    private ValueTask HandleAsync(WidgetFrame frame, CancellationToken cancellationToken)
    {
        if (limits.Take(VisitorLimits.Frames, visitor.Id) is not null)
        {
            connection.End(WebSocketCloseStatus.PolicyViolation, "Too many frames.");
            return ValueTask.CompletedTask;
        }

        return frame.Type switch
        {
            VisitorBody.Message or VisitorBody.Press => TakeMessageAsync(frame, cancellationToken),
            VisitorBody.Typing => TakeTypingAsync(cancellationToken),
            VisitorBody.Delivered => TakeReceiptsAsync(frame, DeliveryReport.Delivered, cancellationToken),
            VisitorBody.Read => TakeReceiptsAsync(frame, DeliveryReport.Read, cancellationToken),
            "history" => SendHistoryAsync(frame, cancellationToken),
            "ping" => Offer(WebChatFrames.Pong),
            _ => Offer(WebChatFrames.Refused(frame.Id, Invalid)),
        };
    }

    private async ValueTask TakeMessageAsync(WidgetFrame frame, CancellationToken cancellationToken)
    {
        if (!IsMessageId(frame.Id) || !IsText(frame))
        {
            connection.Offer(WebChatFrames.Refused(frame.Id, Invalid));
            return;
        }

        var body = new VisitorBody
        {
            Type = frame.Type!, Visitor = visitor.Id, Id = frame.Id, Text = frame.Text, Key = frame.Key, Language = language,
        };
        var wait = await intake.TakeMessageAsync(
            visitor, VisitorLimits.Messages, () => ValueTask.FromResult(body), cancellationToken);
        connection.Offer(wait is null ? WebChatFrames.Accepted(frame.Id!) : WebChatFrames.Refused(frame.Id, "later", wait));
    }

    private async ValueTask TakeTypingAsync(CancellationToken cancellationToken)
    {
        if (limits.Take(VisitorLimits.Typing, visitor.Id) is null)
        {
            await intake.TakeAsync(
                visitor, new VisitorBody { Type = VisitorBody.Typing, Visitor = visitor.Id }, cancellationToken);
        }
    }

    /// <summary>
    /// Only of messages this widget was shown, and each only once: nobody fills our books with receipts of nothing.
    /// </summary>
    private async ValueTask TakeReceiptsAsync(WidgetFrame frame, DeliveryReport report, CancellationToken cancellationToken)
    {
        if (limits.Take(VisitorLimits.Signs, visitor.Id) is not null || Report(frame.Ids ?? [], report) is not { Count: > 0 } ids)
        {
            return;
        }

        await intake.TakeAsync(
            visitor, new VisitorBody { Type = frame.Type!, Visitor = visitor.Id, Ids = ids }, cancellationToken);
    }

    private async ValueTask SendHistoryAsync(WidgetFrame frame, CancellationToken cancellationToken)
    {
        if (limits.Take(VisitorLimits.Signs, visitor.Id) is { } wait)
        {
            connection.Offer(WebChatFrames.Refused(null, "later", wait));
        }
        else if (frame.Before is { } before)
        {
            connection.Offer(WebChatFrames.History(await ReadAsync(new MessageId(before), cancellationToken), files));
        }
    }

    private ValueTask Offer(ReadOnlyMemory<byte> frame)
    {
        connection.Offer(frame);
        return ValueTask.CompletedTask;
    }

    private async ValueTask<ChatPage> ReadAsync(MessageId? before, CancellationToken cancellationToken)
    {
        var page = await chats.ReadAsync(visitor.Channel.Id, visitor.Id, before, PageSize, cancellationToken);
        foreach (var entry in page.Entries)
        {
            Remember(entry);
        }

        return page;
    }

    private void Remember(ChatEntry entry)
    {
        lock (_gate)
        {
            if (entry.IsOurs && entry.Report != DeliveryReport.Read)
            {
                _unread[entry.Id.Value] = entry.Report;
            }
            else
            {
                _unread.Remove(entry.Id.Value);
            }
        }
    }

    private List<Guid> Report(IReadOnlyList<Guid> ids, DeliveryReport report)
    {
        lock (_gate)
        {
            List<Guid> news = [.. ids.Distinct().Where(id => _unread.TryGetValue(id, out var known) && (known ?? 0) < report)];
            foreach (var id in news)
            {
                _unread[id] = report;
            }

            return news;
        }
    }

    public static bool IsMessageId(string? id) => id is not null && MessageIdShape().IsMatch(id);

    private static bool IsText(WidgetFrame frame) =>
        frame is { Text.Length: <= WebChatCapabilities.LongestText } or { Type: VisitorBody.Press, Text: null }
        && (frame.Type == VisitorBody.Press ? frame.Key is { Length: > 0 and <= 256 } : !string.IsNullOrWhiteSpace(frame.Text));

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{8,64}\z")]
    private static partial Regex MessageIdShape();
}
