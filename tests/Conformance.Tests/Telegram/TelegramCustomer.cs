using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Conformance.Tests.Telegram;

/// <summary>A person in a chat with a bot.</summary>
internal sealed class TelegramCustomer(TelegramSimulator simulator, Customer customer) : CustomerUnderTest
{
    private static readonly string[] Members = ["photo", "audio", "voice", "video", "sticker", "document"];

    public override IReadOnlyList<Received> Received => [.. customer.BotMessages.Select(ToReceived)];

    public override string? Reaction => customer.Messages.Last(message => !message.FromBot).BotReaction;

    private int NewestOfOurs => customer.BotMessages[^1].Id;

    private int NewestOfTheirs => customer.Messages.Last(message => !message.FromBot).Id;

    public override Task PlayAsync(Act act)
    {
        _ = act switch
        {
            Act.Write write => customer.SendText(write.Text),
            Act.Send send => Send(send.Type, new SimulatedFile(send.File.Name, send.File.MimeType, send.File.Content)),
            Act.SendLocation place => customer.SendLocation(place.Latitude, place.Longitude),
            Act.SendContact card => customer.SendContact(card.Phone, card.Person),
            Act.Press press => customer.PressInlineButton(NewestOfOurs, press.Label),
            Act.Reply reply => customer.SendText(reply.Text, NewestOfOurs),
            Act.Edit edit => customer.Edit(NewestOfTheirs, edit.Text),
            Act.React react => customer.React(NewestOfOurs, react.Emoji),
            Act.SendUnknown => customer.Send(message => message["hologram"] = new JsonObject { ["depth"] = 3 }),
            Act.Block => customer.BlockBot(),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on Telegram."),
        };
        return Task.CompletedTask;
    }

    private Update Send(string type, SimulatedFile file) => type switch
    {
        "image" => customer.SendPhoto(file),
        "audio" => customer.SendAudio(file),
        "voice" => customer.SendVoice(file),
        "video" => customer.SendVideo(file),
        "sticker" => customer.SendSticker(file),
        _ => customer.SendDocument(file),
    };

    private Received ToReceived(ChatMessage message) => new(TypeOf(message.Json))
    {
        Text = message.Text ?? (string?)message.Json["contact"]?["first_name"] ?? "",
        Open = FileIn(message.Json) is { } file ? () => OpenAsync((string)file["file_id"]!) : null,
        Latitude = (double?)message.Json["location"]?["latitude"],
        Longitude = (double?)message.Json["location"]?["longitude"],
        Phone = (string?)message.Json["contact"]?["phone_number"],
        Buttons = message.Buttons is { Count: > 0 } buttons ? [.. buttons.Select(button => button.Text)] : Keys(),
        Answers = (string?)message.Json["reply_to_message"]?["text"],
    };

    private List<string> Keys() => [.. (customer.Keyboard?.Rows ?? []).SelectMany(row => row).Select(key => key.Text)];

    private static string TypeOf(JsonObject message) =>
        Members.Append("location").Append("contact").FirstOrDefault(message.ContainsKey) switch
        {
            "photo" => "image",
            "document" => "file",
            null => "text",
            var member => member,
        };

    private static JsonNode? FileIn(JsonObject message) =>
        message["photo"]?.AsArray()[^1] ?? Members.Select(member => message[member]).FirstOrDefault(file => file is not null);

    private async Task<byte[]> OpenAsync(string fileId)
    {
        using var api = new HttpClient(new SocketsHttpHandler()) { BaseAddress = simulator.BaseAddress };
        var file = JsonNode.Parse(await api.GetStringAsync($"/bot{customer.Bot.Token}/getFile?file_id={fileId}"));
        return await api.GetByteArrayAsync($"/file/bot{customer.Bot.Token}/{file!["result"]!["file_path"]}");
    }
}
