using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Conformance.Tests.SellerCrm;

/// <summary>A buyer in the chat of an order.</summary>
internal sealed class SellerCrmCustomer(SimulatedOrder order) : CustomerUnderTest
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler());

    public override IReadOnlyList<Received> Received => [.. order.Answers.Select(ToReceived)];

    public override async Task PlayAsync(Act act)
    {
        switch (act)
        {
            case Act.Write write:
                order.Write(write.Text);
                break;
            case Act.Send { File: var file }:
                order.SendFile(new SimulatedFile(file.Name, file.MimeType, file.Content));
                break;
            case Act.Delete:
                order.TakeBack(order.Messages.Last(message => message.Writer == CrmWriter.Buyer).Id);
                break;
            case Act.Report:
                // The CRM tells nobody: the next look at the chat finds it.
                order.See();
                await order.Seller.SignalAsync(order.Number, SignalForm.Get);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not in the CRM.");
        }
    }

    private static Received ToReceived(CrmMessage message) => new(TypeOf(message.File))
    {
        Text = message.Text,
        Open = message.Url is { } address ? () => Http.GetByteArrayAsync(address) : null,
    };

    // The CRM knows pictures and files; what is in a file its name says.
    private static string TypeOf(SimulatedFile? file) => file is null ? "text" : Path.GetExtension(file.Name) switch
    {
        ".jpg" or ".png" => "image",
        ".mp3" => "audio",
        ".ogg" => "voice",
        ".mp4" => "video",
        _ => "file",
    };
}
