namespace Rozmova.Bench.Servers;

/// <summary>A channel of the program, and where its platform writes to.</summary>
internal sealed record Channel(string Id, string WebhookPath);
