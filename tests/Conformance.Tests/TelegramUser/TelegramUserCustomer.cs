using System.Text.Json.Nodes;
using Rozmova.Simulators.TelegramUser;
using Rozmova.Testing.Running;

namespace Rozmova.Conformance.Tests.TelegramUser;

/// <summary>A person in a chat with the account.</summary>
internal sealed class TelegramUserCustomer(SimulatedAccount account, SimulatedPerson person) : CustomerUnderTest
{
    public override IReadOnlyList<Received> Received => [.. person.Received.Select(ToReceived)];

    public override string? Reaction => person.ReactionAt(person.NewestOfTheirs);

    public override Task PlayAsync(Act act)
    {
        switch (act)
        {
            case Act.Write write:
                person.Write(write.Text);
                break;
            case Act.Send send:
                person.SendFile(send.Type, send.File.Name, send.File.MimeType, send.File.Content.ToArray());
                break;
            case Act.SendLocation place:
                person.Send(new JsonObject
                {
                    ["@type"] = "messageLocation",
                    ["location"] = new JsonObject { ["latitude"] = place.Latitude, ["longitude"] = place.Longitude },
                });
                break;
            case Act.SendContact card:
                person.Send(new JsonObject
                {
                    ["@type"] = "messageContact",
                    ["contact"] = new JsonObject { ["phone_number"] = card.Phone, ["first_name"] = card.Person, ["last_name"] = "" },
                });
                break;
            case Act.Reply reply:
                person.Write(reply.Text, person.NewestOfOurs);
                break;
            case Act.Edit edit:
                person.Edit(person.NewestOfTheirs, edit.Text);
                break;
            case Act.Delete:
                person.Delete(person.NewestOfTheirs);
                break;
            case Act.React react:
                person.React(person.NewestOfOurs, react.Emoji);
                break;
            case Act.Report:
                person.Read();
                break;
            default:
                person.Send(new JsonObject { ["@type"] = "messageHologram", ["depth"] = 3 });
                break;
        }

        return Task.CompletedTask;
    }

    private Received ToReceived(JsonObject message)
    {
        var content = message["content"]!;
        var place = content["location"];
        return new Received(TypeOf(content.Text("@type")))
        {
            Text = (string?)content["text"]?["text"] ?? (string?)content["contact"]?["first_name"] ?? "",
            Open = FileIn(content) is { } file ? () => Task.FromResult(account.FileOf((long)file["id"]!)) : null,
            Latitude = (double?)place?["latitude"],
            Longitude = (double?)place?["longitude"],
            Phone = (string?)content["contact"]?["phone_number"],
            Answers = (long?)message["reply_to"]?["message_id"] is { } target ? person.TextOf(target) : null,
        };
    }

    private static string TypeOf(string type) => type switch
    {
        "messagePhoto" => "image",
        "messageVoiceNote" => "voice",
        "messageDocument" => "file",
        _ => type["message".Length..].ToLowerInvariant(),
    };

    private static JsonNode? FileIn(JsonNode content) => content.Text("@type") switch
    {
        "messagePhoto" => content["photo"]!["sizes"]!.AsArray()[^1]!["photo"],
        "messageVoiceNote" => content["voice_note"]!["voice"],
        "messageAudio" => content["audio"]!["audio"],
        "messageVideo" => content["video"]!["video"],
        "messageDocument" => content["document"]!["document"],
        "messageSticker" => content["sticker"]!["sticker"],
        _ => null,
    };
}
