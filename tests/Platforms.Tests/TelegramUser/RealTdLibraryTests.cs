using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rozmova.Platforms.TelegramUser;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.TelegramUser;

/// <summary>The real TDLib, as far as it goes without Telegram.</summary>
public sealed class RealTdLibraryTests
{
    [RealTdLibraryFact]
    public async Task It_takes_our_parameters_and_asks_for_a_phone_number()
    {
        using var data = new TemporaryFolder();
        var td = new NativeTdJson(Options.Create(new TelegramUserOptions { TdLibrary = RealTdLibraryFactAttribute.Path! }));
        td.Missing.ShouldBeNull();
        using var clients = new TdClients(td, TimeProvider.System, NullLogger<TdClients>.Instance);
        var states = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var client = clients.Open(update => states.Enqueue((string?)update["authorization_state"]?["@type"] ?? ""));
        var folder = new SessionFolder(data.Path, default, new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider());

        // First of all: from its parameters on it would call Telegram.
        client.Send(new JsonObject { ["@type"] = "setNetworkType", ["type"] = TdRequests.Of("networkTypeNone") });
        var answer = await client.CallAsync(
            TdRequests.SetParameters(12345, "0123456789abcdef0123456789abcdef", folder, folder.Prepare()), TimeSpan.FromSeconds(20), CancellationToken.None);

        TdError.In(answer).ShouldBeNull();
        await ReachedAsync("authorizationStateWaitPhoneNumber");
        client.Send(TdRequests.Of("close"));
        await ReachedAsync("authorizationStateClosed");

        Task ReachedAsync(string state) => Eventually.Is(state, () => states.Contains(state), CancellationToken.None);
    }
}

/// <summary>Runs where <c>ROZMOVA_TDLIB</c> names the library.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealTdLibraryFactAttribute : FactAttribute
{
    public RealTdLibraryFactAttribute() => Skip = Path is null ? "TDLib is not here: set ROZMOVA_TDLIB to the path of libtdjson." : null;

    public static string? Path { get; } = Environment.GetEnvironmentVariable("ROZMOVA_TDLIB");
}
