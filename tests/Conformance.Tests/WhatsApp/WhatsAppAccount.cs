using System.Globalization;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Conformance.Tests.WhatsApp;

/// <summary>A business's phone number.</summary>
internal sealed class WhatsAppAccount(WhatsAppSimulator simulator, BusinessNumber number) : AccountUnderTest
{
    public const string SignatureHeader = "X-Hub-Signature-256";

    private static long _lastPhone = 380_501_112_000;

    public override JsonObject Settings => new()
    {
        ["accessToken"] = number.Settings.AccessToken,
        ["phoneNumberId"] = number.Settings.Id,
        ["businessAccountId"] = number.Settings.BusinessAccountId,
        ["appSecret"] = number.Settings.AppSecret,
        ["verifyToken"] = number.Settings.VerifyToken,
        ["baseUrl"] = simulator.BaseAddress.ToString(),
    };

    public override Task SubscribeAsync()
    {
        number.AddTemplate("order_ready", "uk", parameters: 1);
        return number.SubscribeAsync(Webhook, CancellationToken.None);
    }

    public override CustomerUnderTest AddCustomer(string name) => new WhatsAppCustomer(simulator, NewCustomer(name));

    public override WireRequest Sign(ReadOnlyMemory<byte> body) => new(
        Webhook,
        new Dictionary<string, string> { [SignatureHeader] = number.Sign(body.Span), ["Content-Type"] = "application/json" },
        body);

    public override WireRequest Batch(string first, string second)
    {
        JsonObject[] messages = [.. new[] { first, second }.Select(text =>
            NewCustomer(text).ToMessageJson("text", new JsonObject { ["body"] = text }))];
        return Sign(number.Request("messages", "messages", new JsonArray(messages[0], new JsonObject { ["type"] = 5 }, messages[1])));
    }

    public override (string Query, string Answer) AskVerification() =>
        ($"hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={Uri.EscapeDataString(number.Settings.VerifyToken)}", "1158201444");

    public override void Provoke(Trouble trouble)
    {
        if (trouble == Trouble.TokenExpired)
        {
            number.ReplaceToken($"{number.Settings.AccessToken}-new");
            return;
        }

        simulator.Faults.Add(FaultOf(trouble) with { Method = "messages", Whom = number.Settings.Id });
    }

    public override JsonObject Mend() => new() { ["accessToken"] = number.Settings.AccessToken };

    private Customer NewCustomer(string name) =>
        number.AddCustomer(name, Interlocked.Increment(ref _lastPhone).ToString(CultureInfo.InvariantCulture));

    private static Fault FaultOf(Trouble trouble) => trouble switch
    {
        Trouble.UnknownChat => Refusal.Undeliverable(),
        Trouble.RateLimited => Refusal.TooManyRequests(1),
        Trouble.ServerError => Refusal.ServerError(),
        _ => new Fault.LostAnswer(),
    };
}
