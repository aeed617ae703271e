using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Rozmova.Workspace;
using Spectre.Console;

namespace Rozmova.Demo;

/// <summary>The program and the simulated messengers, side by side in one process.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private DemoHost(WebApplication app, DemoStage stage, Uri address)
    {
        App = app;
        Stage = stage;
        Options = OptionsOf(app);
        Client = CreateClient(address, Options.ApiKey);
    }

    public WebApplication App { get; }

    public DemoStage Stage { get; }

    /// <summary>What is in effect: the demo's own, or what was given on the command line.</summary>
    public RozmovaOptions Options { get; }

    public DemoClient Client { get; }

    /// <param name="urls">Where the program listens; a port of 0 is any free one.</param>
    public static async Task<DemoHost> StartAsync(
        string urls, string data, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        var (listening, reached) = AddressesIn(urls);
        var stage = await DemoStage.StartAsync(cancellationToken);
        var app = RozmovaApp.Build(
        [
            $"--urls={listening}", $"--Rozmova:PublicUrl={reached}", $"--Rozmova:Data={data}", $"--Rozmova:ApiKey={DemoShop.Key}",
            $"--Rozmova:AdminEmail={DemoShop.Email}", $"--Rozmova:AdminPassword={DemoShop.Password}",
            $"--Rozmova:SimulatedCustomer={stage.Phone}", "--Logging:LogLevel:Default=Warning", .. settings,
        ], builder => stage.Prepare(builder.Services));
        try
        {
            DemoFailedException.Unless(OptionsOf(app).ApiKey.Length > 0,
                "The demo connects its messengers with an API key: leave Rozmova:ApiKey as it is, or give another.");
            await app.StartAsync(cancellationToken);
            return new DemoHost(app, stage, new Uri(reached));
        }
        catch
        {
            await app.DisposeAsync();
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>The program's API in the hands of somebody with this key.</summary>
    public DemoClient CreateClient(string key) => CreateClient(Client.Address, key);

    /// <summary>Every channel is connected, and people write, as on any morning; whoever wrote at an earlier start only waves.</summary>
    public async Task OpenTheDoorsAsync(CancellationToken cancellationToken)
    {
        await DemoShop.WriteCannedRepliesAsync(Client, cancellationToken);
        await Stage.EachAsync((staged, limit) => staged.Scene.Desk?.ConnectAsync(Client, limit) ?? Task.CompletedTask, cancellationToken);
        await Stage.EachAsync(OpenAsync, cancellationToken);
        await Stage.EachAsync((staged, limit) => staged.Scene.Desk?.AnswerAsync(limit) ?? Task.CompletedTask, cancellationToken);
        await new DemoColleagues(this).ComeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await Stage.DisposeAsync();
    }

    private static RozmovaOptions OptionsOf(WebApplication app) => app.Services.GetRequiredService<IOptions<RozmovaOptions>>().Value;

    private async Task OpenAsync(StagedScene staged, CancellationToken limit)
    {
        var scene = staged.Scene;
        var channel = await DemoShop.ConnectAsync(Client, scene, limit);
        await (channel.IsNew ? scene.GreetAsync(limit) : Task.WhenAll(scene.People.Select(person => person.WriteAsync("👋", limit))));
        foreach (var person in scene.People)
        {
            _ = ReactAsync(staged.Messenger, person, App.Lifetime.ApplicationStopping); // ends with the program, never throws
        }
    }

    private static async Task ReactAsync(string messenger, DemoPerson person, CancellationToken closing)
    {
        try
        {
            await person.ReactAsync(closing);
        }
        catch (Exception) when (closing.IsCancellationRequested)
        {
            // The demo ends.
        }
        catch (Exception exception) // one person less: the others stay
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{messenger}: {person.Name} has left: {exception.Message}[/]");
        }
    }

    private DemoClient CreateClient(Uri address, string key) =>
        new(App.Services.GetRequiredService<IHttpClientFactory>().CreateClient(), address, key);

    /// <summary>Messengers are told where the program is before it listens there, so a free port is chosen here already.</summary>
    private static (string Listening, string Reached) AddressesIn(string urls)
    {
        var first = BindingAddress.Parse(urls.Split(';')[0]);
        var port = first.Port == 0 ? FreePort() : first.Port;
        var host = first.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : first.Host;
        return (first.Port == 0 ? $"{first.Scheme}://{first.Host}:{port}" : urls, $"{first.Scheme}://{host}:{port}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
