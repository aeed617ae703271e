using System.Text.Json.Nodes;
using Rozmova.Line.Tests.Simulator;

namespace Rozmova.Line.Tests;

/// <summary>An official account.</summary>
internal sealed class LineAccount(Uri simulator, SimulatedAccount account) : AccountUnderTest
{
    public override JsonObject Settings => new()
    {
        ["accessToken"] = account.Token,
        ["channelSecret"] = account.Secret,
        ["baseUrl"] = simulator.ToString(),
        ["filesUrl"] = simulator.ToString(),
    };

    public override CustomerUnderTest AddCustomer(string name) => new LineCustomer(account, "U4af4980629000000000000000000000");

    public override WireRequest Sign(ReadOnlyMemory<byte> body) => new(
        Webhook,
        new Dictionary<string, string> { ["X-Line-Signature"] = account.Sign(body.Span), ["Content-Type"] = "application/json" },
        body);

    public override WireRequest Batch(string first, string second) => Sign(SimulatedAccount.Envelope(
        account.Event("message", "U1", LineCustomer.Text(first)),
        new JsonObject { ["type"] = 7, ["timestamp"] = "yesterday" },
        account.Event("message", "U2", LineCustomer.Text(second))));

    public override void Provoke(Trouble trouble) => account.Trouble = trouble;

    public override JsonObject Mend()
    {
        account.Trouble = null;
        return new JsonObject { ["accessToken"] = account.Token };
    }
}
