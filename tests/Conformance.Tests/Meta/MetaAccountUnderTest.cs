using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Meta;

namespace Rozmova.Conformance.Tests.Meta;

/// <summary>A page or an account. The address of its webhook is set in the app's dashboard, so the program cannot.</summary>
internal sealed class MetaAccountUnderTest(MetaSimulator simulator, MetaAccount account, string tokenSetting, string idSetting) : AccountUnderTest
{
    public const string AppSecret = "2b7e151628aed2a6abf7158809cf4f3c";

    private const string VerifyToken = "verify-token-of-the-tests";

    private string? _customer;

    public override JsonObject Settings => new()
    {
        [tokenSetting] = account.Token,
        [idSetting] = account.Id,
        ["appSecret"] = AppSecret,
        ["verifyToken"] = VerifyToken,
        ["baseUrl"] = simulator.BaseAddress.ToString(),
    };

    public override Task SubscribeAsync()
    {
        account.Webhook = Webhook;
        return Task.CompletedTask;
    }

    public override CustomerUnderTest AddCustomer(string name)
    {
        var customer = account.AddCustomer(name);
        _customer = customer.Id;
        return new MetaCustomerUnderTest(customer);
    }

    public override WireRequest Sign(ReadOnlyMemory<byte> body) => new(
        Webhook,
        new Dictionary<string, string> { ["X-Hub-Signature-256"] = account.Sign(body.Span), ["Content-Type"] = "application/json" },
        body);

    public override WireRequest Batch(string first, string second) =>
        Sign(account.Envelope(Text(first, 1), new JsonObject { ["message"] = "not what it should be" }, Text(second, 2)));

    public override (string Query, string Answer) AskVerification() =>
        ($"hub.mode=subscribe&hub.verify_token={VerifyToken}&hub.challenge=1158201444", "1158201444");

    public override void Provoke(Trouble trouble)
    {
        if (trouble == Trouble.TokenExpired)
        {
            account.Token = $"{account.Token}-2";
        }
        else
        {
            simulator.Faults.Add(FaultOf(trouble) with { Whom = _customer });
        }
    }

    public override JsonObject Mend() => new() { [tokenSetting] = account.Token };

    private JsonObject Text(string text, int number) => new()
    {
        ["sender"] = new JsonObject { ["id"] = $"{account.Id}{number}" },
        ["recipient"] = new JsonObject { ["id"] = account.Id },
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        ["message"] = new JsonObject { ["mid"] = $"m_{account.Id}_{number}", ["text"] = text },
    };

    private static Fault FaultOf(Trouble trouble) => trouble switch
    {
        Trouble.Blocked => Refusal.NotAvailable(),
        Trouble.UnknownChat => Refusal.NoSuchPerson(),
        Trouble.RateLimited => Refusal.TooMany(1),
        Trouble.ServerError => new Fault.HttpStatus(500),
        _ => new Fault.LostAnswer(),
    };
}
