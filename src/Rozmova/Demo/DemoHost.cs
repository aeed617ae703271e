using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Demo;

/// <summary>The program and a simulated Telegram, side by side in one process.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private readonly TelegramSimulator _telegram;

    private DemoHost(WebApplication app, TelegramSimulator telegram)
    {
        App = app;
        _telegram = telegram;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        Client = new DemoClient(app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(), Address, DemoShop.Key);
        Shop = new DemoShop(telegram);
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public Uri PhoneAddress => _telegram.BaseAddress;

    public DemoClient Client { get; }

    public DemoShop Shop { get; }

    public static async Task<DemoHost> StartAsync(string urls, string data, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        var telegram = await StartTelegramAsync(cancellationToken);
        try
        {
            var app = RozmovaApp.Build(
            [
                $"--urls={urls}", $"--Rozmova:Data={data}", $"--Rozmova:ApiKey={DemoShop.Key}", $"--Rozmova:AdminEmail={DemoShop.Email}",
                $"--Rozmova:AdminPassword={DemoShop.Password}", "--Logging:LogLevel:Default=Warning", .. settings,
            ]);
            await app.StartAsync(cancellationToken);
            return new DemoHost(app, telegram);
        }
        catch
        {
            await telegram.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    private static Task<TelegramSimulator> StartTelegramAsync(CancellationToken cancellationToken)
    {
        // Seconds since the beginning of 2026: a demo started later goes on with higher numbers, as Telegram itself would.
        var seconds = TimeProvider.System.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return TelegramSimulator.StartAsync(
            new TelegramSimulatorOptions { FirstNumber = (int)seconds.TotalSeconds }, TimeProvider.System, cancellationToken);
    }
}
