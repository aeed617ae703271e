using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Rozmova.Testing;

namespace Rozmova.Tests;

/// <summary>The built program as a process of its own, to be killed like one.</summary>
internal sealed class RozmovaProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = [];
    private readonly string[] _arguments;
    private Process _process;

    private RozmovaProcess(Uri address, string[] arguments)
    {
        _arguments = arguments;
        _process = Start();
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RozmovaServer.ApiKey);
    }

    /// <summary>Calls as the configured key's admin.</summary>
    public HttpClient Client { get; }

    /// <summary>What it wrote to its console.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<RozmovaProcess> StartAsync(string data, string? database = null)
    {
        // The port stays the same over restarts, as platforms keep calling the same address.
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Rozmova.dll"), "serve", "--urls", address.ToString(), "--data", data,
            $"--Rozmova:ApiKey={RozmovaServer.ApiKey}", $"--Rozmova:Database={database}", $"--Rozmova:PublicUrl={address}",
        ];
        var started = new RozmovaProcess(address, arguments);
        await started.ReadyAsync();
        return started;
    }

    /// <summary>Ends it at once, as a power cut would, and starts it again.</summary>
    public async Task KillAndRestartAsync()
    {
        await KillAsync();
        _process.Dispose();
        _process = Start();
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    private async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet", _arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private Task ReadyAsync() => Eventually.Is("the program is ready", async () =>
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The program ended: {Output}");
        }

        try
        {
            return (await Client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }, ReadyWithin, CancellationToken.None);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
