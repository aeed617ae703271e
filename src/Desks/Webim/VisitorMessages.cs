using System.Text;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.Webim;

/// <summary>What visitors write, and what we have to say ourselves, on its way to Webim.</summary>
internal sealed class VisitorMessages(
    WebimMailer mailer, WebimMarks marks, WebimKeyboards keyboards, WebimVisitors visitors, WebimNotes notes, WebimClient client,
    IDeskContents contents, IDeskFiles files, ConversationBodies bodies, TimeProvider time)
{
    private const int LongestQuote = 80;

    /// <summary>How long a message waits for its file, and those behind it for the message. Then it goes without, and the file follows.</summary>
    private static readonly TimeSpan WaitForFile = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookForFile = TimeSpan.FromSeconds(1);

    /// <summary>A message.</summary>
    public async ValueTask<DeskOutcome> SendAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (await FindAsync(task, cancellationToken) is not var (message, conversation))
        {
            return DeskOutcome.Finished; // erased, or taken back meanwhile
        }

        var isPending = message.Content is { Media: MediaState.Pending, Withheld: false };
        if (isPending && time.GetUtcNow() - message.CreatedAt < WaitForFile)
        {
            return new DeskOutcome.Again(LookForFile * (1 << Math.Min(task.Attempts, 3)), "Its file is still on its way.");
        }

        if (await contents.FindContentAsync(message, cancellationToken) is not { } content)
        {
            await notes.NotToldAsync(
                desk, conversation.Id, "A message passed through memory only and was lost before Webim had it.", cancellationToken);
            return new DeskOutcome.Dropped("Its words were in memory only, and are gone.");
        }

        if (isPending)
        {
            await marks.AwaitFileAsync(desk.Row.Id, message.Id, awaited: true, cancellationToken);
        }

        var outcome = await SendAsync(
            desk, task, conversation, message, $"{message.Id.Value:N}", await PiecesAsync(desk, message, content, conversation, cancellationToken),
            cancellationToken);
        return await EndAsync(desk, message, outcome, cancellationToken);
    }

    /// <summary>New words in the place of old ones: Webim has no edits of visitors, so they are said as such.</summary>
    public async ValueTask<DeskOutcome> SendEditAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (await FindAsync(task, cancellationToken) is not var (message, conversation)
            || await contents.FindContentAsync(message, cancellationToken) is not { } content)
        {
            return DeskOutcome.Finished;
        }

        var id = $"{message.Id.Value:N}-{Encoding.ASCII.GetString(task.Payload.GetValueOrDefault().Span)}";
        var pieces = WebimPieces.InWords($"✎ {content.Words()}", new WebimContract(desk.Connection).MaxTextLength);
        return await EndAsync(
            desk, message, await SendAsync(desk, task, conversation, message, id, pieces, cancellationToken), cancellationToken);
    }

    /// <summary>A file that came later than its message could wait.</summary>
    public async ValueTask<DeskOutcome> SendFileAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (await FindAsync(task, cancellationToken) is not var (message, conversation)
            || await contents.FindContentAsync(message, cancellationToken) is not MessageContent.Media media
            || await files.FindAddressAsync(message, cancellationToken) is not { } address)
        {
            return DeskOutcome.Finished;
        }

        var outcome = await SendAsync(
            desk, task, conversation, message, $"{message.Id.Value:N}-file",
            [new WebimPiece.File(address, WebimPieces.NameOf(media), media.File)], cancellationToken);
        if (outcome is DeskOutcome.Done)
        {
            await marks.AwaitFileAsync(desk.Row.Id, message.Id, awaited: false, cancellationToken);
        }

        return outcome;
    }

    /// <summary>An answer did not arrive: said in the chat, as nothing else of ours is seen there.</summary>
    public async ValueTask<DeskOutcome> SendNoticeAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (task.Payload is { } why)
        {
            // Which conversation is in the lane's name; the words are ours.
            return await marks.FindVisitorAsync(desk.Row.Id, [task.Lane[(task.Lane.IndexOf('/', StringComparison.Ordinal) + 1)..]], cancellationToken)
                    is { } visitor && await bodies.FindAsync(visitor.Conversation, cancellationToken) is { } answered
                ? await NoticeAsync(desk, task, answered, Encoding.UTF8.GetString(why.Span), cancellationToken)
                : DeskOutcome.Finished;
        }

        if (await FindAsync(task, cancellationToken) is not var (message, conversation)
            || message is not { Status: MessageStatus.Failed or MessageStatus.Unknown })
        {
            return DeskOutcome.Finished; // settled meanwhile
        }

        var reason = message.Status == MessageStatus.Unknown
            ? "Nobody knows whether it arrived."
            : message.Error?.Detail ?? "It did not arrive.";
        var said = message.Content.Text is { Length: > 0 } words ? $"«{Shorten(words)}»: {reason}" : reason;
        return await NoticeAsync(desk, task, conversation, said, cancellationToken);
    }

    /// <summary>The conversation was closed here.</summary>
    public async ValueTask<DeskOutcome> CloseAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        if (task.Subject is not { } id || await bodies.FindAsync(new ConversationId(id), cancellationToken) is not { } conversation)
        {
            return DeskOutcome.Finished;
        }

        var contract = new WebimContract(desk.Connection);
        var visitorId = WebimVisitors.IdOf(conversation);
        switch (await client.PostAsync(contract, contract.CloseAddress, WebimRequests.Close(contract, visitorId), cancellationToken))
        {
            case WebimVerdict.Later later when task.NextWait(later.Wait, time.GetUtcNow()) is { } wait:
                return new DeskOutcome.Again(wait, later.Detail);
            case WebimVerdict.AccountRejected rejected:
                return new DeskOutcome.Rejected(rejected.Detail);
            default:
                await marks.SetChatAsync(desk.Row.Id, visitorId, chat: null, cancellationToken);
                return DeskOutcome.Finished; // a chat that stays open there harms nobody
        }
    }

    private async ValueTask<(MessageBody, ConversationBody)?> FindAsync(DeskTask task, CancellationToken cancellationToken) =>
        task.Subject is { } id
        && await bodies.FindMessageAsync(new MessageId(id), cancellationToken) is { DeletedAt: null } message
        && await bodies.FindAsync(message.ConversationId, cancellationToken) is { } conversation
            ? (message, conversation)
            : null;

    private async ValueTask<IReadOnlyList<WebimPiece>> PiecesAsync(
        LiveDesk desk, MessageBody message, MessageContent content, ConversationBody conversation, CancellationToken cancellationToken)
    {
        var isPassing = visitors.IsPassThrough(conversation);
        if (await keyboards.FindPressAsync(desk.Row.Id, WebimVisitors.IdOf(conversation), content, isPassing, cancellationToken) is { } press)
        {
            return [press];
        }

        var longest = new WebimContract(desk.Connection).MaxTextLength;
        var file = content is MessageContent.Media ? await files.FindAddressAsync(message, cancellationToken) : null;
        var pieces = WebimPieces.Of(content, file, longest);
        return message.ReplyTo is { } answered && await FindQuoteAsync(answered, cancellationToken) is { } quote
            && content is MessageContent.Text { Body: var text }
                ? WebimPieces.InWords($"«{quote}»\n{text}", longest)
                : pieces;
    }

    private async ValueTask<string?> FindQuoteAsync(MessageId answered, CancellationToken cancellationToken) =>
        await bodies.FindMessageAsync(answered, cancellationToken) is { Content.Text: { Length: > 0 } words } ? Shorten(words) : null;

    private ValueTask<DeskOutcome> NoticeAsync(
        LiveDesk desk, DeskTask task, ConversationBody conversation, string why, CancellationToken cancellationToken) =>
        SendAsync(
            desk, task, conversation, message: null, $"{task.Subject.GetValueOrDefault():N}-failed",
            [new WebimPiece.Words($"⚠ Not delivered: {why}") { Name = "Rozmova" }], cancellationToken);

    private async ValueTask<DeskOutcome> SendAsync(
        LiveDesk desk, DeskTask task, ConversationBody conversation, MessageBody? message, string id, IReadOnlyList<WebimPiece> pieces,
        CancellationToken cancellationToken)
    {
        var fields = await visitors.FieldsOfAsync(conversation, message, cancellationToken);
        return await mailer.SendAsync(new WebimParcel(desk, task, conversation, fields, id, pieces), cancellationToken);
    }

    private async ValueTask<DeskOutcome> EndAsync(
        LiveDesk desk, MessageBody message, DeskOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is DeskOutcome.Done or DeskOutcome.Dropped)
        {
            await contents.DoneAsync(desk.Row.Id, message, cancellationToken);
        }

        return outcome;
    }

    private static string Shorten(string words)
    {
        var line = words.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : TextSplitter.Split(line, LongestQuote, int.MaxValue)[0] + "…";
    }
}
