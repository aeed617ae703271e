using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Viber;

namespace Rozmova.Conformance.Tests.Viber;

/// <summary>A bot.</summary>
internal sealed class ViberAccount(ViberSimulator simulator, ViberBot bot) : AccountUnderTest
{
    public const string SignatureHeader = "X-Viber-Content-Signature";

    private string? _customer;

    public override JsonObject Settings => new()
    {
        ["token"] = bot.Token,
        ["name"] = "Acme support",
        ["baseUrl"] = simulator.BaseAddress.ToString(),
    };

    public override CustomerUnderTest AddCustomer(string name)
    {
        var customer = bot.AddCustomer(name);
        _customer = customer.Id;
        return new ViberCustomerUnderTest(customer);
    }

    public override WireRequest Sign(ReadOnlyMemory<byte> body) => new(
        Webhook,
        new Dictionary<string, string> { [SignatureHeader] = bot.Sign(body.Span), ["Content-Type"] = "application/json" },
        body);

    public override void Provoke(Trouble trouble)
    {
        if (trouble is Trouble.TokenExpired)
        {
            simulator.ReplaceToken(bot, bot.Token + "0"); // Viber's support does that, and then the old one is nobody's
            return;
        }

        simulator.Faults.Add(FaultOf(trouble) with { Method = "send_message", Whom = _customer });
    }

    public override JsonObject Mend() => new() { ["token"] = bot.Token };

    private static Fault FaultOf(Trouble trouble) => trouble switch
    {
        Trouble.Blocked => Refusal.NotSubscribed(),
        Trouble.UnknownChat => new Refusal(5, "receiver is not registered"),
        Trouble.RateLimited => Refusal.TooManyRequests(),
        Trouble.ServerError => new Fault.HttpStatus(500),
        _ => new Fault.LostAnswer(),
    };
}
