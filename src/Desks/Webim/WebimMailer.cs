using System.Text.Json.Nodes;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>Pieces on their way to Webim: who says them, under which id.</summary>
internal sealed record WebimParcel(
    LiveDesk Desk, DeskTask Task, ConversationBody Conversation, IReadOnlyDictionary<string, string> Fields, string Id,
    IReadOnlyList<WebimPiece> Pieces)
{
    public string VisitorId { get; } = WebimVisitors.IdOf(Conversation);

    /// <summary>The id of one of its pieces: the first has the message's own.</summary>
    public string IdOf(int piece) => piece == 0 ? Id : $"{Id}-{piece + 1}";

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>
/// Sends what a visitor says, piece by piece: each under the same id at every try, and none again that Webim has taken. What Webim
/// never takes is said in the conversation.
/// </summary>
internal sealed class WebimMailer(WebimClient client, WebimMarks marks, WebimNotes notes, TimeProvider time)
{
    public async ValueTask<DeskOutcome> SendAsync(WebimParcel parcel, CancellationToken cancellationToken)
    {
        var desk = parcel.Desk.Row.Id;
        await marks.IntroduceAsync(desk, parcel.VisitorId, parcel.Conversation.Id, cancellationToken);
        for (var piece = await marks.CountTakenAsync(desk, parcel.Id, cancellationToken); piece < parcel.Pieces.Count; piece++)
        {
            if (await SendAsync(parcel, piece, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            if (parcel.Pieces.Count > 1)
            {
                await marks.NoteTakenAsync(desk, parcel.Id, piece + 1, cancellationToken);
            }
        }

        return await EndAsync(parcel, DeskOutcome.Finished, cancellationToken);
    }

    /// <summary>Null when the next piece may follow.</summary>
    private async ValueTask<DeskOutcome?> SendAsync(WebimParcel parcel, int piece, CancellationToken cancellationToken)
    {
        var verdict = await PostAsync(parcel, piece, parcel.Pieces[piece], cancellationToken);
        if (verdict is WebimVerdict.SignatureRefused)
        {
            verdict = await PostAsync(parcel, piece, parcel.Pieces[piece], cancellationToken); // once more, signed anew
        }

        if (verdict is WebimVerdict.FileRefused refused && parcel.Pieces[piece] is WebimPiece.File file)
        {
            await NoteAsync(parcel, $"Webim does not take this file ({refused.Word}); its operators see its name.", cancellationToken);
            verdict = await PostAsync(parcel, piece, new WebimPiece.Words($"📎 {file.Name}"), cancellationToken);
        }

        return await JudgeAsync(parcel, verdict, cancellationToken);
    }

    private async ValueTask<DeskOutcome?> JudgeAsync(WebimParcel parcel, WebimVerdict verdict, CancellationToken cancellationToken)
    {
        switch (verdict)
        {
            case WebimVerdict.Taken taken:
                await LearnAsync(parcel, taken, cancellationToken);
                return null;
            case WebimVerdict.Later later:
                return await PutOffAsync(parcel, later, cancellationToken);
            case WebimVerdict.Unsure unsure when new WebimContract(parcel.Desk.Connection).RetriesUnknown:
                return await PutOffAsync(parcel, new WebimVerdict.Later(unsure.Detail), cancellationToken);
            case WebimVerdict.Unsure:
                await NoteAsync(parcel, "Webim did not answer: nobody knows whether its operators see this message.", cancellationToken);
                return null;
            case WebimVerdict.AccountRejected rejected:
                return new DeskOutcome.Rejected(rejected.Detail);
            case WebimVerdict.Banned:
                await NoteAsync(parcel, "This visitor is banned in Webim: its operators do not see what they write.", cancellationToken);
                return await EndAsync(parcel, new DeskOutcome.Dropped("visitor_banned"), cancellationToken);
            default:
                await NoteAsync(parcel, $"Webim did not take a message ({WordOf(verdict)}); its operators do not see it.", cancellationToken);
                return null;
        }
    }

    private async ValueTask<WebimVerdict> PostAsync(
        WebimParcel parcel, int piece, WebimPiece what, CancellationToken cancellationToken)
    {
        var contract = new WebimContract(parcel.Desk.Connection);
        JsonObject body = WebimRequests.Message(
            contract, parcel.VisitorId, parcel.Fields, what.ToJson(parcel.IdOf(piece)), time.GetUtcNow());
        return await client.PostAsync(contract, contract.SendAddress, body, cancellationToken);
    }

    /// <summary>Webim may say what it calls the visitor and the chat.</summary>
    private async ValueTask LearnAsync(WebimParcel parcel, WebimVerdict.Taken taken, CancellationToken cancellationToken)
    {
        var contract = new WebimContract(parcel.Desk.Connection);
        if (WebimCallback.Read(taken.Body, contract.CallbackVisitorIdFields) is not { } said)
        {
            return;
        }

        await marks.LearnAliasesAsync(parcel.Desk.Row.Id, parcel.VisitorId, said.VisitorIds, cancellationToken);
        if (said.ChatId is { } chat)
        {
            await marks.SetChatAsync(parcel.Desk.Row.Id, parcel.VisitorId, chat, cancellationToken);
        }
    }

    private async ValueTask<DeskOutcome> PutOffAsync(WebimParcel parcel, WebimVerdict.Later later, CancellationToken cancellationToken)
    {
        if (parcel.Task.NextWait(later.Wait, time.GetUtcNow()) is { } wait)
        {
            return new DeskOutcome.Again(wait, later.Detail);
        }

        await NoteAsync(parcel, "Webim could not be reached for a day: its operators do not see this message.", cancellationToken);
        return await EndAsync(parcel, new DeskOutcome.Dropped("Webim could not be reached for a day."), cancellationToken);
    }

    private async ValueTask<DeskOutcome> EndAsync(WebimParcel parcel, DeskOutcome outcome, CancellationToken cancellationToken)
    {
        if (parcel.Pieces.Count > 1)
        {
            await marks.NoteTakenAsync(parcel.Desk.Row.Id, parcel.Id, count: 0, cancellationToken);
        }

        return outcome;
    }

    private ValueTask NoteAsync(WebimParcel parcel, string sentence, CancellationToken cancellationToken) =>
        notes.NotToldAsync(parcel.Desk, parcel.Conversation.Id, sentence, cancellationToken);

    private static string WordOf(WebimVerdict verdict) => verdict switch
    {
        WebimVerdict.Refused refused => refused.Word,
        WebimVerdict.FileRefused refused => refused.Word,
        WebimVerdict.SignatureRefused refused => refused.Word,
        _ => "no reason given",
    };
}
