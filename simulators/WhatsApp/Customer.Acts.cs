using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>
/// What a person does in WhatsApp, each told to the business at once. Each gives the id of the message it made.
/// </summary>
public sealed partial class Customer
{
    public string SendText(string text, string? replyTo = null) =>
        Send("text", new JsonObject { ["body"] = text }, replyTo, words: text);

    /// <summary>
    /// Sends a file as <c>image</c>, <c>audio</c>, <c>voice</c>, <c>video</c>, <c>document</c> or <c>sticker</c>.
    /// </summary>
    public string SendFile(string type, SimulatedFile file, string? caption = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var media = new JsonObject { ["id"] = Number.Simulator.Files.Keep(file), ["mime_type"] = file.MimeType };
        switch (type)
        {
            case "voice":
                media["mime_type"] = $"{file.MimeType}; codecs=opus";
                media["voice"] = true;
                return Send("audio", media);
            case "document":
                media["filename"] = file.Name;
                break;
        }

        if (caption is not null)
        {
            media["caption"] = caption;
        }

        return Send(type, media);
    }

    public string SendLocation(double latitude, double longitude, string? name = null) =>
        Send("location", new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude, ["name"] = name });

    public string SendContact(string name, string phone) => Send("contacts", new JsonArray(new JsonObject
    {
        ["name"] = new JsonObject { ["formatted_name"] = name },
        ["phones"] = new JsonArray(new JsonObject { ["phone"] = phone }),
    }));

    /// <summary>Presses a button, or a row of a list, of a message of the business.</summary>
    public string Press(BusinessMessage message, string label)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (id, title) = message.Choices.Single(choice => choice.Title == label);
        var type = message.Json["interactive"]!["type"]!.GetValue<string>() == "button" ? "button_reply" : "list_reply";
        var press = new JsonObject { ["type"] = type, [type] = new JsonObject { ["id"] = id, ["title"] = title } };
        return Send("interactive", press, message.Id);
    }

    /// <summary>Reacts to a message of the business; without an emoji the reaction is taken back.</summary>
    public string React(string messageId, string? emoji)
    {
        var reaction = new JsonObject { ["message_id"] = messageId };
        if (emoji is not null)
        {
            reaction["emoji"] = emoji;
        }

        return Send("reaction", reaction);
    }

    public string Edit(string messageId, string text) => Send("edit", new JsonObject
    {
        ["original_message_id"] = messageId,
        ["message"] = new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = text } },
    });

    public string Revoke(string messageId) => Send("revoke", new JsonObject { ["original_message_id"] = messageId });

    /// <summary>Sends anything: a message of any type, with whatever stands under its name.</summary>
    public string Send(string type, JsonNode? content, string? replyTo = null, string words = "")
    {
        var message = ToMessageJson(type, content, replyTo, words);
        var id = (string)message["id"]!;
        Number.Deliver(Number.Request("messages", "messages", new JsonArray(message), new JsonArray(ToContactJson())));
        return id;
    }

    /// <summary>The message as an item of a request, for one that carries several.</summary>
    public JsonObject ToMessageJson(string type, JsonNode? content, string? replyTo = null, string words = "")
    {
        var message = new JsonObject { ["id"] = Number.Simulator.NextMessageId(), ["timestamp"] = Now, ["type"] = type, [type] = content };
        if (!Profile.HidesNumber)
        {
            message["from"] = Profile.Phone;
        }

        if (Profile.UserId is { } userId)
        {
            message["from_user_id"] = userId;
        }

        if (replyTo is not null)
        {
            message["context"] = new JsonObject { ["from"] = Number.Settings.DisplayNumber, ["id"] = replyTo };
        }

        lock (_gate)
        {
            LastWritten = (string)message["id"]!;
            LastWroteAt = Number.Simulator.Time.GetUtcNow();
            _written[LastWritten] = words;
        }

        return message;
    }

    /// <summary>
    /// The business is told what became of its message: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c>.
    /// </summary>
    public void Report(BusinessMessage message, string status, int? code = null, string? details = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var report = new JsonObject
        {
            ["id"] = message.Id,
            ["status"] = status,
            ["timestamp"] = Now,
            [Profile.HidesNumber ? "recipient_user_id" : "recipient_id"] = Profile.Address,
        };
        if (message.CallbackData is { } data)
        {
            report["biz_opaque_callback_data"] = data;
        }

        if (code is { } number)
        {
            report["errors"] = new JsonArray(new JsonObject
            {
                ["code"] = number,
                ["title"] = string.Create(CultureInfo.InvariantCulture, $"Error {number}"),
                ["error_data"] = new JsonObject { ["details"] = details },
            });
        }

        Number.Deliver(Number.Request("messages", "statuses", new JsonArray(report)));
    }
}
