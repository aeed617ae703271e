using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Conformance.Tests.WhatsApp;

/// <summary>A person in a chat with a number.</summary>
internal sealed class WhatsAppCustomer(WhatsAppSimulator simulator, Customer customer) : CustomerUnderTest
{
    public override IReadOnlyList<Received> Received => [.. customer.Received.Where(message => message.Type != "reaction").Select(ToReceived)];

    public override string? Reaction =>
        customer.Received.LastOrDefault(message => message.Type == "reaction" && message.ReactsTo == customer.LastWritten)?.Emoji;

    private BusinessMessage Ours => customer.Received[^1];

    public override Task PlayAsync(Act act)
    {
        switch (act)
        {
            case Act.Write write:
                customer.SendText(write.Text);
                break;
            case Act.Send send:
                customer.SendFile(
                    send.Type == "file" ? "document" : send.Type,
                    new SimulatedFile(send.File.Name, send.File.MimeType, send.File.Content));
                break;
            case Act.SendLocation place:
                customer.SendLocation(place.Latitude, place.Longitude);
                break;
            case Act.SendContact card:
                customer.SendContact(card.Person, card.Phone);
                break;
            case Act.Press press:
                customer.Press(Ours, press.Label);
                break;
            case Act.Reply reply:
                customer.SendText(reply.Text, Ours.Id);
                break;
            case Act.Edit edit:
                customer.Edit(customer.LastWritten!, edit.Text);
                break;
            case Act.Delete:
                customer.Revoke(customer.LastWritten!);
                break;
            case Act.React react:
                customer.React(Ours.Id, react.Emoji);
                break;
            case Act.SendUnknown:
                customer.Send("hologram", new JsonObject { ["depth"] = 3 });
                break;
            case Act.Report report:
                customer.Report(Ours, report.What == DeliveryReport.Read ? "read" : "delivered");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on WhatsApp.");
        }

        return Task.CompletedTask;
    }

    private Received ToReceived(BusinessMessage message) => new(TypeOf(message))
    {
        Text = message.Text,
        Open = message.Json[message.Type] is JsonObject file && (string?)file["id"] is { } id ? () => OpenAsync(id) : null,
        Latitude = (double?)message.Json["location"]?["latitude"],
        Longitude = (double?)message.Json["location"]?["longitude"],
        Phone = (string?)message.Json["contacts"]?[0]?["phones"]?[0]?["phone"],
        Buttons = [.. message.Choices.Select(choice => choice.Title)],
        Answers = customer.TextOf(message.ReplyTo),
    };

    private static string TypeOf(BusinessMessage message) => message.Type switch
    {
        "document" => "file",
        "contacts" => "contact",
        "audio" when (bool?)message.Json["audio"]!["voice"] == true => "voice",
        "interactive" => "text",
        var type => type,
    };

    /// <summary>As the business itself could fetch its upload again.</summary>
    private async Task<byte[]> OpenAsync(string id)
    {
        using var api = new HttpClient(new SocketsHttpHandler()) { BaseAddress = simulator.BaseAddress };
        api.DefaultRequestHeaders.Authorization = new("Bearer", customer.Number.Settings.AccessToken);
        return await api.GetByteArrayAsync($"/files/{id}");
    }
}
