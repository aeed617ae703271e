namespace Rozmova.Bench.Clients;

/// <summary>Where a simulated Telegram sends its updates.</summary>
internal sealed record WebhookTarget(Uri Address, string Path)
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    public const string Secret = "the-secret-of-the-benchmarks";
}
