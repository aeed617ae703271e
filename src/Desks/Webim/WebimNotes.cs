using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>Lines in the conversation that say what went wrong between it and Webim: for those who look at it here.</summary>
internal sealed class WebimNotes(DeskAnswers answers)
{
    private const string NotTold = "desk-not-told";

    /// <summary>Something the customer sent did not reach Webim, or not as it was.</summary>
    public ValueTask NotToldAsync(LiveDesk desk, ConversationId conversation, string sentence, CancellationToken cancellationToken) =>
        WriteAsync(desk, conversation, new MessageContent.Event(NotTold, sentence), cancellationToken);

    /// <summary>Something an operator said there did not leave for the customer.</summary>
    public ValueTask NotSentAsync(LiveDesk desk, ConversationId conversation, string sentence, CancellationToken cancellationToken) =>
        WriteAsync(desk, conversation, new MessageContent.Event("desk-not-sent", sentence), cancellationToken);

    private async ValueTask WriteAsync(
        LiveDesk desk, ConversationId conversation, MessageContent.Event happened, CancellationToken cancellationToken) =>
        await answers.TellAsync(conversation, desk.Row.Name, happened, status: null, memory: null, cancellationToken);
}
