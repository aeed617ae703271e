using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rozmova.Testing.Running;

/// <summary>How the program under test is set up.</summary>
public sealed record RozmovaSetup
{
    /// <summary>A PostgreSQL connection string; null for SQLite.</summary>
    public string? Database { get; init; }

    /// <summary>Keeps its data here, so that another start finds it; null for a folder of its own.</summary>
    public string? Data { get; init; }

    public TimeProvider? Time { get; init; }

    /// <summary>More configuration keys, without their section.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Has the last word over what is registered.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}

/// <summary>The real program in this process, listening on a free port, over a store of its own.</summary>
public sealed class RozmovaServer : IAsyncDisposable
{
    /// <summary>The configured key: an admin's.</summary>
    public const string ApiKey = "rk_the-key-of-the-tests";

    private readonly WebApplication _app;
    private readonly TemporaryFolder? _folder;

    private RozmovaServer(WebApplication app, TemporaryFolder? folder)
    {
        _app = app;
        _folder = folder;
        Address = new Uri(app.Urls.First());
        Client = CreateClient(ApiKey);
        Anonymous = CreateClient(null);
    }

    public Uri Address { get; }

    /// <summary>Calls as the configured key's admin.</summary>
    public HttpClient Client { get; }

    /// <summary>Calls as nobody.</summary>
    public HttpClient Anonymous { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<RozmovaServer> StartAsync() => StartAsync(new RozmovaSetup());

    public static async Task<RozmovaServer> StartAsync(RozmovaSetup setup)
    {
        var folder = setup.Data is null ? new TemporaryFolder() : null;
        var settings = new Dictionary<string, string>
        {
            ["Data"] = setup.Data ?? folder!.Path,
            ["Database"] = setup.Database ?? "",
            ["ApiKey"] = ApiKey,
        };
        foreach (var (key, value) in setup.Settings)
        {
            settings[key] = value;
        }

        string[] args = ["--urls=http://127.0.0.1:0", .. settings.Select(setting => $"--Rozmova:{setting.Key}={setting.Value}")];
        var app = RozmovaApp.Build(args, builder => Configure(builder, setup));
        await app.StartAsync();
        return new RozmovaServer(app, folder);
    }

    /// <summary>A client that calls with this key; with null, as nobody.</summary>
    public HttpClient CreateClient(string? apiKey)
    {
        // Cookies are the test's business: it sends and reads the headers itself.
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var client = new HttpClient(handler) { BaseAddress = Address };
        if (apiKey is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await _app.StopAsync(); // disposing alone would cut the hosted services off instead of stopping them
        await _app.DisposeAsync();
        _folder?.Dispose();
    }

    private static void Configure(WebApplicationBuilder builder, RozmovaSetup setup)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (setup.Time is { } time)
        {
            builder.Services.AddSingleton(time);
        }

        setup.Services(builder.Services);
    }
}
