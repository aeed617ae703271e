using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Conformance.Tests.Telegram;

/// <summary>A bot.</summary>
internal sealed class TelegramAccount(TelegramSimulator simulator, BotAccount bot) : AccountUnderTest
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private const string Secret = "secret-of-the-bot";

    private long _customer;

    public override JsonObject Settings => new()
    {
        ["token"] = bot.Token,
        ["mode"] = "webhook",
        ["webhookSecret"] = Secret,
        ["baseUrl"] = simulator.BaseAddress.ToString(),
    };

    public override CustomerUnderTest AddCustomer(string name)
    {
        var customer = simulator.AddCustomer(bot, name);
        _customer = customer.Id;
        return new TelegramCustomer(simulator, customer);
    }

    public override WireRequest Sign(ReadOnlyMemory<byte> body) =>
        new(Webhook, new Dictionary<string, string> { [SecretHeader] = Secret, ["Content-Type"] = "application/json" }, body);

    public override void Provoke(Trouble trouble) => simulator.Faults.Add(FaultOf(trouble) with { Method = "sendMessage", Whom = $"{_customer}" });

    public override JsonObject Mend() => new() { ["token"] = bot.Token };

    private static Fault FaultOf(Trouble trouble) => trouble switch
    {
        Trouble.Blocked => Refusal.Blocked(),
        Trouble.UnknownChat => Refusal.ChatNotFound(),
        Trouble.RateLimited => Refusal.TooManyRequests(1),
        Trouble.TokenExpired => new Refusal(401, "Unauthorized"),
        Trouble.ServerError => Refusal.ServerError(),
        _ => new Fault.LostAnswer(),
    };
}
