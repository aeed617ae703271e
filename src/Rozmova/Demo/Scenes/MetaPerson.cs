using Rozmova.Simulators;
using Rozmova.Simulators.Meta;

namespace Rozmova.Demo.Scenes;

/// <summary>People on Messenger and on Instagram do the same things in the same way.</summary>
internal static class MetaPerson
{
    public static DemoPerson Play(MetaCustomer customer, params string[] lines) => new(
        $"{customer.FirstName} {customer.LastName}".Trim(), lines)
    {
        WriteAsync = (text, _) => Task.FromResult(customer.SendText(text)),
        SendPictureAsync = (picture, _) => Task.FromResult(customer.SendFiles("image", new SimulatedFile("bouquet.png", "image/png", picture))),
        ReceiveAsync = async (number, cancellationToken) =>
        {
            await customer.WaitForMessageAsync(_ => customer.Received.Count > number, cancellationToken);
            return customer.Received[number].Text;
        },
        SeeAsync = _ =>
        {
            customer.Receive();
            customer.Read();
            return Task.CompletedTask;
        },
    };
}
