using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Webim;

/// <summary>What operators do in a visitor's chat.</summary>
public sealed partial class WebimVisitor
{
    /// <summary>The operator who answers.</summary>
    public string Operator { get; set; } = "Operator 7";

    public Task<CallbackAnswer> ReplyAsync(string text, CancellationToken cancellationToken) =>
        SayAsync(new JsonObject { ["kind"] = "operator", ["text"] = text }, cancellationToken);

    public Task<CallbackAnswer> SendFileAsync(SimulatedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var data = new JsonObject
        {
            ["url"] = FileDownload.Keep(Account.Simulator, file).AbsoluteUri,
            ["name"] = file.Name,
            ["media_type"] = file.MimeType,
            ["size"] = file.Content.Length,
        };
        return SayAsync(new JsonObject { ["kind"] = "file_operator", ["data"] = data }, cancellationToken);
    }

    /// <summary>Offers buttons in one row; each is its own id.</summary>
    public Task<CallbackAnswer> OfferAsync(string? text, IReadOnlyList<string> buttons, CancellationToken cancellationToken)
    {
        var row = new JsonArray([.. buttons.Select(button => new JsonObject { ["id"] = button.ToLowerInvariant(), ["text"] = button })]);
        return SayAsync(new JsonObject { ["kind"] = "keyboard", ["text"] = text, ["buttons"] = new JsonArray(row) }, cancellationToken);
    }

    /// <summary>A word among operators.</summary>
    public Task<CallbackAnswer> WhisperAsync(string text, CancellationToken cancellationToken) =>
        SayAsync(new JsonObject { ["kind"] = "for_operator", ["text"] = text }, cancellationToken);

    /// <summary>Gives a message of an operator other words.</summary>
    public Task<CallbackAnswer> EditAsync(WebimMessage message, string text, CancellationToken cancellationToken)
    {
        var json = Known(message);
        json["text"] = text;
        json["edited"] = true;
        return SayAsync(json, cancellationToken);
    }

    /// <summary>Takes a message of an operator back.</summary>
    public Task<CallbackAnswer> DeleteAsync(WebimMessage message, CancellationToken cancellationToken)
    {
        var json = Known(message);
        json["deleted"] = true;
        return SayAsync(json, cancellationToken);
    }

    /// <summary>Sends any message into the chat; its id and the operator are given here where it has none.</summary>
    public Task<CallbackAnswer> SayAsync(JsonObject message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        message["id"] ??= Guid.CreateVersion7(Account.Simulator.Time.GetUtcNow()).ToString("N");
        message["operator"] ??= OperatorJson();
        Put(message);
        var body = new JsonObject
        {
            ["event"] = "new_message", ["visitor_id"] = Id, ["chat_id"] = Chat, ["message"] = message.DeepClone(),
        };
        return Account.CallAsync(body, cancellationToken);
    }

    /// <summary>Tells of the chat: <c>chat_started</c>, <c>chat_assigned</c> or <c>chat_closed</c>.</summary>
    public Task<CallbackAnswer> TellAsync(string happened, CancellationToken cancellationToken)
    {
        var chat = new JsonObject { ["id"] = Chat };
        if (happened == "chat_assigned")
        {
            chat["operator"] = OperatorJson();
        }

        IsClosed |= happened == "chat_closed";
        return Account.CallAsync(new JsonObject { ["event"] = happened, ["visitor_id"] = Id, ["chat"] = chat }, cancellationToken);
    }

    private static JsonObject Known(WebimMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Json.DeepClone().AsObject();
    }

    private JsonObject OperatorJson() => new() { ["id"] = 7, ["name"] = Operator };

    private void Put(JsonObject message)
    {
        var said = new WebimMessage(
            (string)message["id"]!, (string?)message["kind"] ?? "", FromVisitor: false, Account.Simulator.Time.GetUtcNow(),
            message.DeepClone().AsObject());
        lock (_gate)
        {
            var known = _messages.FindIndex(each => each.Id == said.Id);
            if (known < 0)
            {
                _messages.Add(said);
            }
            else
            {
                _messages[known] = said;
            }
        }

        _changed.Pulse();
    }
}
