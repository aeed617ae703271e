using Rozmova.Simulators;
using Rozmova.Simulators.WeChat;

namespace Rozmova.Conformance.Tests.WeChat;

/// <summary>A follower of an official account.</summary>
internal sealed class WeChatCustomer(Follower follower) : CustomerUnderTest
{
    public override IReadOnlyList<Received> Received => [.. follower.Messages.Select(ToReceived)];

    public override Task PlayAsync(Act act)
    {
        _ = act switch
        {
            Act.Write write => follower.SendText(write.Text),
            Act.Send send => Send(send.Type, new SimulatedFile(send.File.Name, send.File.MimeType, send.File.Content)),
            Act.SendLocation place => follower.SendLocation(place.Latitude, place.Longitude, "Main square"),
            Act.Press press => follower.TapLine(LineWith(press.Label)),
            Act.SendUnknown => follower.Send("hologram", "<Depth>3</Depth>"),
            Act.Block => follower.Unsubscribe(),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on WeChat."),
        };
        return Task.CompletedTask;
    }

    private MenuLine LineWith(string label) => follower.Messages.SelectMany(message => message.Lines).Last(line => line.Content == label);

    private Push Send(string type, SimulatedFile file) => type switch
    {
        "image" => follower.SendImage(file),
        "voice" => follower.SendVoice(file),
        _ => follower.SendVideo(file),
    };

    private Received ToReceived(ReceivedMessage message) => new(message.Type == "msgmenu" ? "buttons" : message.Type)
    {
        Text = message.Text ?? "",
        Open = follower.Account.Media.Find(message.MediaId) is { } file ? () => Task.FromResult(file.Content.ToArray()) : null,
        Buttons = [.. message.Lines.Select(line => line.Content)],
    };
}
