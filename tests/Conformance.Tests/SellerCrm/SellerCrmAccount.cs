using System.Globalization;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Conformance.Tests.SellerCrm;

/// <summary>A seller.</summary>
internal sealed class SellerCrmAccount(SellerCrmSimulator simulator, SellerAccount seller) : AccountUnderTest
{
    private const string LinkKey = "a1b2c3d4e5f6";

    private SimulatedOrder? _order;

    public override JsonObject Settings => new()
    {
        ["sellerId"] = seller.Id,
        ["apiKey"] = seller.ApiKey,
        ["linkKey"] = LinkKey,
        ["baseUrl"] = simulator.BaseAddress.ToString(),
        ["pollSeconds"] = 3600,
    };

    private Uri SignalAddress => new($"{Webhook}?key={LinkKey}");

    /// <summary>The first look at the list is over, so that from here on only signals bring something.</summary>
    public override async Task SubscribeAsync()
    {
        await Stage.Until("the list was looked at", () => Task.FromResult(simulator.Calls.All.Any(call =>
            call.Method == "chats" && call.Seller == seller.Id && call.Query.Contains("filter_new=0", StringComparison.Ordinal))));
        seller.SignalAddress = SignalAddress;
    }

    public override CustomerUnderTest AddCustomer(string name)
    {
        _order = seller.AddOrder($"{name.ToLowerInvariant()}@example.com");
        return new SellerCrmCustomer(_order);
    }

    public override WireRequest Sign(ReadOnlyMemory<byte> body) =>
        new(SignalAddress, new Dictionary<string, string> { ["Content-Type"] = "application/json" }, body);

    public override void Provoke(Trouble trouble)
    {
        if (trouble is Trouble.TokenExpired)
        {
            seller.ReplaceKey(seller.ApiKey + "0");
            return;
        }

        simulator.Faults.Add(FaultOf(trouble) with { Method = "send", Whom = _order!.Number.ToString(CultureInfo.InvariantCulture) });
    }

    public override JsonObject Mend() => new() { ["apiKey"] = seller.ApiKey };

    private static Fault FaultOf(Trouble trouble) => trouble switch
    {
        Trouble.UnknownChat => new Fault.HttpStatus(404),
        Trouble.RateLimited => new Fault.HttpStatus(429, RetryAfter: 1),
        Trouble.ServerError => new Fault.HttpStatus(500),
        _ => new Fault.LostAnswer(),
    };
}
