using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>What a customer does.</summary>
public sealed partial class ViberCustomer
{
    /// <summary>Subscribes without a word, as if the customer had written long ago.</summary>
    public ViberCustomer AlreadySubscribed()
    {
        IsSubscribed = true;
        return this;
    }

    /// <summary>Opens the chat, perhaps by a link that carries a context.</summary>
    public Callback Open(string? context = null)
    {
        var members = new JsonObject { ["type"] = "open", ["user"] = ToJson(), ["subscribed"] = IsSubscribed };
        if (context is not null)
        {
            members["context"] = context;
        }

        return Bot.SendRaw("conversation_started", members, Id);
    }

    public Callback Subscribe()
    {
        IsSubscribed = true;
        return Bot.SendRaw("subscribed", new JsonObject { ["user"] = ToJson() }, Id);
    }

    public Callback Unsubscribe()
    {
        IsSubscribed = false;
        return Bot.SendRaw("unsubscribed", new JsonObject { ["user_id"] = Id }, Id);
    }

    public Callback SendText(string text, bool silent = false) =>
        Send(new JsonObject { ["type"] = "text", ["text"] = text }, silent);

    public Callback SendPicture(SimulatedFile file, string? caption = null)
    {
        var message = FileMessage("picture", file);
        message["thumbnail"] = message["media"]!.DeepClone();
        message["text"] = caption ?? "";
        return Send(message);
    }

    public Callback SendVideo(SimulatedFile file) => Send(FileMessage("video", file));

    public Callback SendFile(SimulatedFile file) => Send(FileMessage("file", file));

    public Callback SendSticker(long stickerId, SimulatedFile picture) => Send(new JsonObject
    {
        ["type"] = "sticker",
        ["sticker_id"] = stickerId,
        ["media"] = Bot.Keep(picture),
    });

    public Callback SendUrl(string address) => Send(new JsonObject { ["type"] = "url", ["media"] = address, ["text"] = address });

    public Callback SendLocation(double latitude, double longitude, string? address = null) => Send(new JsonObject
    {
        ["type"] = "location",
        ["location"] = new JsonObject { ["lat"] = latitude, ["lon"] = longitude, ["address"] = address },
    });

    public Callback SendContact(string name, string phone) => Send(new JsonObject
    {
        ["type"] = "contact",
        ["contact"] = new JsonObject { ["name"] = name, ["phone_number"] = phone },
    });

    /// <summary>Presses the button with this label: on the keyboard, or in the newest rich media that has one.</summary>
    public Callback Press(string label)
    {
        var boards = BotMessages.Reverse().Select(message => message.Json["rich_media"]).Prepend(Keyboard);
        var button = boards.SelectMany(board => board?["Buttons"]?.AsArray() ?? [])
            .FirstOrDefault(button => (string?)button!["Text"] == label && (string?)button["ActionType"] is not "none")
            ?? throw new InvalidOperationException($"No button says '{label}'.");
        return (string?)button["ActionType"] switch
        {
            "share-phone" => SendContact(Name, "+380501112233"),
            "location-picker" => SendLocation(50.4501, 30.5234),
            "open-url" => throw new InvalidOperationException("The bot is not told of an opened page."),
            _ => SendText((string)button["ActionBody"]!, (bool?)button["Silent"] ?? false),
        };
    }

    /// <summary>Sends a message as the API spells it, known or not. The first one subscribes.</summary>
    public Callback Send(JsonObject message, bool silent = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            IsSubscribed = true;
            UnansweredMessages = 0;
            if (_messages.LastOrDefault(sent => sent.FromBot)?.Json["tracking_data"] is { } tracking)
            {
                message["tracking_data"] = tracking.DeepClone();
            }

            var callback = Bot.SendRaw(
                "message", new JsonObject { ["sender"] = ToJson(), ["message"] = message, ["silent"] = silent }, Id);
            _messages.Add(new ViberMessage(callback.Token, FromBot: false, callback.Date, message));
            return callback;
        }
    }

    /// <summary>The phone reports that it has a message.</summary>
    public Callback Receive(long token) => Report("delivered", token);

    /// <summary>The customer has looked at a message.</summary>
    public Callback See(long token) => Report("seen", token);

    /// <summary>The phone cannot show a message.</summary>
    public Callback Fail(long token, string reason) => Report("failed", token, reason);

    private Callback Report(string kind, long token, string? reason = null)
    {
        var members = new JsonObject { ["user_id"] = Id };
        if (reason is not null)
        {
            members["desc"] = reason;
        }

        return Bot.Publish(kind, members, Id, token);
    }

    private JsonObject FileMessage(string type, SimulatedFile file) => new()
    {
        ["type"] = type,
        ["media"] = Bot.Keep(file),
        ["file_name"] = file.Name,
        ["size"] = file.Content.Length,
    };
}
