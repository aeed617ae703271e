using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>What a customer does.</summary>
public sealed partial class MetaCustomer
{
    private DateTimeOffset Now => Account.Simulator.Time.GetUtcNow();

    public MetaMessage SendText(string text, string? replyTo = null) => Send(message =>
    {
        message["text"] = text;
        if (replyTo is not null)
        {
            message["reply_to"] = new JsonObject { ["mid"] = replyTo, ["is_self_reply"] = false };
        }
    });

    /// <summary>Sends files as one message. <paramref name="type"/> is image, audio, video or file.</summary>
    public MetaMessage SendFiles(string type, params IReadOnlyList<SimulatedFile> files) => Send(message =>
        message["attachments"] = new JsonArray([.. files.Select(file => Attachment(type, new JsonObject
        {
            ["url"] = Account.Simulator.Keep(file).AbsoluteUri,
        }))]));

    public MetaMessage SendLocation(double latitude, double longitude) => Send(message =>
        message["attachments"] = new JsonArray(Attachment("location", new JsonObject
        {
            ["coordinates"] = new JsonObject { ["lat"] = latitude, ["long"] = longitude },
        })));

    /// <summary>Presses a button or quick reply of the newest message that has it; without one, an item of the menu.</summary>
    public void Press(string label, string payload)
    {
        var button = Received.SelectMany(message => message.Buttons).LastOrDefault(each => each.Title == label);
        if (button is { IsQuickReply: true })
        {
            Send(message =>
            {
                message["text"] = label;
                message["quick_reply"] = new JsonObject { ["payload"] = button.Payload };
            });
            return;
        }

        LastActAt = Now;
        Tell("postback", new JsonObject { ["mid"] = NextMid(), ["title"] = label, ["payload"] = button?.Payload ?? payload });
    }

    public void Edit(string mid, string text) =>
        Tell("message_edit", new JsonObject { ["mid"] = mid, ["text"] = text, ["num_edit"] = 1 });

    public void React(string mid, string emoji) =>
        Tell("reaction", new JsonObject { ["mid"] = mid, ["action"] = "react", ["reaction"] = "other", ["emoji"] = emoji });

    public void TakeBackReaction(string mid) => Tell("reaction", new JsonObject { ["mid"] = mid, ["action"] = "unreact" });

    /// <summary>Takes a message back. Told of on Instagram only.</summary>
    public void Unsend(string mid) => Tell("message", new JsonObject { ["mid"] = mid, ["is_deleted"] = true });

    /// <summary>The account's messages reached the phone. Told of on Messenger only.</summary>
    public void Receive() => Tell("delivery", new JsonObject { ["watermark"] = Now.ToUnixTimeMilliseconds() });

    /// <summary>Opens the thread and sees everything in it.</summary>
    public void Read() => Tell("read", Account.Kind == MetaKind.Messenger
        ? new JsonObject { ["watermark"] = Now.ToUnixTimeMilliseconds() }
        : new JsonObject { ["mid"] = Received[^1].Mid });

    /// <summary>Answers one of the account's stories.</summary>
    public MetaMessage AnswerStory(string text, Uri story) => Send(message =>
    {
        ArgumentNullException.ThrowIfNull(story);
        message["text"] = text;
        message["reply_to"] = new JsonObject { ["story"] = new JsonObject { ["id"] = "17900000000000003", ["url"] = story.AbsoluteUri } };
    });

    /// <summary>Somebody answers this person in the platform's own inbox.</summary>
    public MetaMessage AnswerElsewhere(string text)
    {
        var json = new JsonObject { ["mid"] = NextMid(), ["text"] = text };
        var message = new MetaMessage((string)json["mid"]!, FromAccount: true, Now, json);
        Keep(message);
        Echo(message);
        return message;
    }

    /// <summary>Sends a message with any members, known or not.</summary>
    public MetaMessage Send(Action<JsonObject> addContent)
    {
        ArgumentNullException.ThrowIfNull(addContent);
        var json = new JsonObject { ["mid"] = NextMid() };
        addContent(json);
        var message = new MetaMessage((string)json["mid"]!, FromAccount: false, Now, json);
        Keep(message);
        Tell("message", json.DeepClone());
        return message;
    }

    /// <summary>Tells the account's webhook of something this person did.</summary>
    public void Tell(string kind, JsonNode what) => Account.Publish(Item(Id, Account.Id, kind, what));

    internal void Echo(MetaMessage message)
    {
        if (!Account.Simulator.Options.Echoes)
        {
            return;
        }

        var json = message.Json.DeepClone().AsObject();
        json["is_echo"] = true;
        json.Remove("template"); // what it says is shown
        json["app_id"] = 1_517_776_480_000_001;
        if (json["attachment"] is { } attachment)
        {
            json.Remove("attachment");
            json["attachments"] = new JsonArray(attachment);
        }

        if (Account.Kind == MetaKind.Instagram)
        {
            json.Remove("metadata");
        }

        Account.Publish(Item(Account.Id, Id, "message", json));
    }

    internal string NextMid() => Account.Simulator.NextId(Account.Kind == MetaKind.Messenger ? "m_" : "aWdfZAG1");

    private JsonObject Item(string from, string to, string kind, JsonNode what) => new()
    {
        ["sender"] = new JsonObject { ["id"] = from },
        ["recipient"] = new JsonObject { ["id"] = to },
        ["timestamp"] = Now.ToUnixTimeMilliseconds(),
        [kind] = what,
    };

    private static JsonObject Attachment(string type, JsonObject payload) => new() { ["type"] = type, ["payload"] = payload };
}
