using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.Meta;

namespace Rozmova.Conformance.Tests.Meta;

/// <summary>A person in a thread with a page or an account.</summary>
internal sealed class MetaCustomerUnderTest(MetaCustomer customer) : CustomerUnderTest
{
    public override IReadOnlyList<Received> Received => [.. customer.Received.Select(ToReceived)];

    /// <summary>Instagram names reactions, Messenger shows them.</summary>
    public override string? Reaction => customer.ReactionAt(NewestOfTheirs) is "like" ? "👍" : customer.ReactionAt(NewestOfTheirs);

    private string NewestOfOurs => customer.Received[^1].Mid;

    private string NewestOfTheirs => customer.Messages.Last(message => !message.FromAccount).Mid;

    public override Task PlayAsync(Act act)
    {
        switch (act)
        {
            case Act.Write write:
                customer.SendText(write.Text);
                break;
            case Act.Send send:
                customer.SendFiles(send.Type, new SimulatedFile(send.File.Name, send.File.MimeType, send.File.Content));
                break;
            case Act.SendLocation place:
                customer.SendLocation(place.Latitude, place.Longitude);
                break;
            case Act.Press press:
                customer.Press(press.Label, press.Key);
                break;
            case Act.Reply reply:
                customer.SendText(reply.Text, NewestOfOurs);
                break;
            case Act.Edit edit:
                customer.Edit(NewestOfTheirs, edit.Text);
                break;
            case Act.Delete:
                customer.Unsend(NewestOfTheirs);
                break;
            case Act.React react:
                customer.React(NewestOfOurs, react.Emoji);
                break;
            case Act.SendUnknown:
                customer.Tell("hologram", new JsonObject { ["depth"] = 3 });
                break;
            case Act.Report { What: DeliveryReport.Delivered }:
                customer.Receive();
                break;
            case Act.Report { What: DeliveryReport.Read }:
                customer.Read();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not at Meta.");
        }

        return Task.CompletedTask;
    }

    private Received ToReceived(MetaMessage message) => new(TypeOf(message))
    {
        Text = message.Json["template"] is { } template ? $"{(string?)template["name"]}: {message.Text}" : message.Text,
        Open = message.File is { } file ? () => Task.FromResult(file.Content.ToArray()) : null,
        Buttons = [.. message.Buttons.Select(button => button.Title)],
        Answers = customer.Messages.FirstOrDefault(each => each.Mid == message.ReplyTo)?.Text,
    };

    /// <summary>Recorded voice is a sound like any other here, but for its format.</summary>
    private static string TypeOf(MetaMessage message) => message switch
    {
        _ when message.Json["template"] is not null => "template",
        { AttachmentType: "audio", File.MimeType: "audio/ogg" } => "voice",
        { AttachmentType: null or "template" } => "text",
        { AttachmentType: var type } => type,
    };
}
