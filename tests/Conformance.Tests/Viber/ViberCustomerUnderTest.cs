using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.Viber;

namespace Rozmova.Conformance.Tests.Viber;

/// <summary>A person in a chat with a bot.</summary>
internal sealed class ViberCustomerUnderTest(ViberCustomer customer) : CustomerUnderTest
{
    private const long Sticker = 46105;

    private static readonly HttpClient Http = new(new SocketsHttpHandler());

    public override IReadOnlyList<Received> Received => [.. customer.BotMessages.Select(ToReceived)];

    private long NewestOfOurs => customer.BotMessages[^1].Token;

    public override Task PlayAsync(Act act)
    {
        _ = act switch
        {
            Act.Write write => customer.SendText(write.Text),
            Act.Send send => Send(send.Type, new SimulatedFile(send.File.Name, send.File.MimeType, send.File.Content)),
            Act.SendLocation place => customer.SendLocation(place.Latitude, place.Longitude),
            Act.SendContact card => customer.SendContact(card.Person, card.Phone),
            Act.Press press => customer.Press(press.Label),
            Act.SendUnknown => customer.Send(new JsonObject { ["type"] = "hologram", ["depth"] = 3 }),
            Act.Block => customer.Unsubscribe(),
            Act.Report { What: DeliveryReport.Delivered } => customer.Receive(NewestOfOurs),
            Act.Report => customer.See(NewestOfOurs),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on Viber."),
        };
        return Task.CompletedTask;
    }

    private Callback Send(string type, SimulatedFile file) => type switch
    {
        "image" => customer.SendPicture(file),
        "video" => customer.SendVideo(file),
        "sticker" => customer.SendSticker(Sticker, file),
        _ => customer.SendFile(file),
    };

    private static Received ToReceived(ViberMessage message)
    {
        var buttons = (message.Json["rich_media"] ?? message.Json["keyboard"])?["Buttons"]?.AsArray() ?? [];
        return new Received(TypeOf(message))
        {
            Text = message.Text ?? (string?)message.Json["alt_text"] ?? (string?)message.Json["contact"]?["name"] ?? "",
            Open = message.Media is { } address ? () => Http.GetByteArrayAsync(address) : null,
            Latitude = (double?)message.Json["location"]?["lat"],
            Longitude = (double?)message.Json["location"]?["lon"],
            Phone = (string?)message.Json["contact"]?["phone_number"],
            Buttons = [.. buttons.Where(button => (string?)button!["ActionType"] is not "none").Select(button => (string)button!["Text"]!)],
        };
    }

    // Viber knows no sounds and no foreign stickers: they are files, whose names say what is in them.
    private static string TypeOf(ViberMessage message) => message.Type switch
    {
        "picture" => "image",
        "file" => Path.GetExtension((string)message.Json["file_name"]!) switch
        {
            ".mp3" => "audio",
            ".ogg" => "voice",
            ".webp" => "sticker",
            _ => "file",
        },
        var type => type!,
    };
}
