using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Rozmova.Simulators.Telegram;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Demo;

/// <summary>The program, a simulated Telegram and a shop's web site, side by side in one process.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private readonly TelegramSimulator _telegram;
    private readonly ShopSite _site;

    private DemoHost(WebApplication app, TelegramSimulator telegram, ShopSite site)
    {
        App = app;
        _telegram = telegram;
        _site = site;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        Client = new DemoClient(app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(), Address, DemoShop.Key);
        Shop = new DemoShop(telegram, site);
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public Uri PhoneAddress => _telegram.BaseAddress;

    public Uri SiteAddress => _site.Address;

    public DemoClient Client { get; }

    public DemoShop Shop { get; }

    public static async Task<DemoHost> StartAsync(string urls, string data, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        var telegram = await StartTelegramAsync(cancellationToken);
        var site = await ShopSite.StartAsync(port: 0, cancellationToken);
        try
        {
            var app = RozmovaApp.Build(
            [
                $"--urls={urls}", $"--Rozmova:Data={data}", $"--Rozmova:ApiKey={DemoShop.Key}", $"--Rozmova:AdminEmail={DemoShop.Email}",
                $"--Rozmova:AdminPassword={DemoShop.Password}", "--Logging:LogLevel:Default=Warning", .. settings,
            ]);
            await app.StartAsync(cancellationToken);
            return new DemoHost(app, telegram, site);
        }
        catch
        {
            await telegram.DisposeAsync();
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await _telegram.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static Task<TelegramSimulator> StartTelegramAsync(CancellationToken cancellationToken)
    {
        // Seconds since the beginning of 2026: a demo started later goes on with higher numbers, as Telegram itself would.
        var seconds = TimeProvider.System.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return TelegramSimulator.StartAsync(
            new TelegramSimulatorOptions { FirstNumber = (int)seconds.TotalSeconds }, TimeProvider.System, cancellationToken);
    }
}
