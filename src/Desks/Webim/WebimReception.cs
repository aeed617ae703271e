using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>
/// What a callback asks of us, and what Webim hears: (1) read it, (2) find the visitor, (3) let through what is for customers, (4) give it
/// the key its repeats are known by.
/// </summary>
internal sealed class WebimReception(
    WebimMarks marks, WebimVisitors visitors, ConversationBodies bodies, TimeProvider time, ILogger<WebimReception> logger)
{
    private const int LongestLogged = 64;

    public async ValueTask<DeskReception> ReceiveAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // (1)
        var contract = new WebimContract(desk.Connection);
        if (WebimCallback.Read(body, contract.CallbackVisitorIdFields) is not { VisitorIds.Count: > 0 } callback)
        {
            return DeskReception.Refused(StatusCodes.Status400BadRequest, WebimReplies.Error("argument-missing", "visitor_id"));
        }

        // (2)
        var visitor = await marks.FindVisitorAsync(desk.Row.Id, callback.VisitorIds, cancellationToken);
        var conversation = visitor is null ? null : await bodies.FindAsync(visitor.Conversation, cancellationToken);
        if (visitor is null || conversation is null || !desk.Row.Serves(conversation.Channel.Id))
        {
            logger.VisitorUnknown(desk.Row.Id, Shorten(callback.VisitorIds[0]));
            WebimMetrics.VisitorUnknown();
            return DeskReception.Refused(
                StatusCodes.Status404NotFound, WebimReplies.Error("visitor-not-found", Shorten(callback.VisitorIds[0])));
        }

        await marks.LearnAliasesAsync(desk.Row.Id, visitor.Id, callback.VisitorIds, cancellationToken);
        return new DeskReception(
            StatusCodes.Status200OK, WebimReplies.Ok, await PlanAsync(desk, contract, callback, visitor, conversation, body, cancellationToken));
    }

    // (3), (4)
    private async ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(
        LiveDesk desk, WebimContract contract, WebimCallback callback, KnownVisitor visitor, ConversationBody conversation,
        ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var @volatile = visitors.IsPassThrough(conversation);
        if (callback.Event is WebimCallback.ChatStarted or WebimCallback.ChatAssigned or WebimCallback.ChatClosed)
        {
            var key = WebimChats.KeyOf(callback);
            return [WebimTasks.OfCallback(WebimTasks.Chat, visitor.Id, key, SubjectOf(key), body, @volatile)];
        }

        if (callback is not { Event: WebimCallback.NewMessage, Said: { } said } || !IsForCustomer(desk, contract, said))
        {
            return [];
        }

        if (said.Id is { } id)
        {
            // An edit has its message's id, and there may be several: their bytes tell them apart.
            var key = said.IsDeleted ? $"answer/{id}/deleted" : said.IsEdited ? $"answer/{id}/edited/{HashOf(contract, body.Span)}" : $"answer/{id}";
            return [WebimTasks.OfCallback(WebimTasks.Answer, visitor.Id, key, SubjectOf($"answer/{id}"), body, @volatile)];
        }

        var hash = HashOf(contract, [.. body.Span, .. Encoding.UTF8.GetBytes(callback.ChatId ?? "")]);
        var first = await marks.FirstSeenAsync(desk.Row.Id, hash, cancellationToken);
        var nameless = FormattableString.Invariant($"answer/{hash}/{first}");
        return
        [
            WebimTasks.OfCallback(WebimTasks.Answer, visitor.Id, nameless, SubjectOf(nameless), body, @volatile),
            WebimTasks.OfForgetting(hash, time.GetUtcNow()),
        ];
    }

    private bool IsForCustomer(LiveDesk desk, WebimContract contract, WebimSaid said)
    {
        if (!contract.DeliverKinds.Contains(said.Kind))
        {
            WebimMetrics.Ignored(said.Kind);
            if (!WebimKinds.IsForNobody(said.Kind))
            {
                logger.KindUnknown(desk.Row.Id, Shorten(said.Kind));
            }

            return false;
        }

        return said.File is null or { IsReady: true }; // one that is not ready comes again when it is
    }

    /// <summary>An id of our own that a repeat has too.</summary>
    private static Guid SubjectOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    /// <summary>A sum under the desk's secret: it is stored, and must not let anybody try which words give it.</summary>
    private static string HashOf(WebimContract contract, ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(contract.CallbackSecret), bytes));

    private static string Shorten(string id) => id.Length <= LongestLogged ? id : id[..LongestLogged];
}
