using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rozmova.Bench.Servers;

/// <summary>A program of its own with an HTTP port, ended by its id.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private ChildProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first 200 on <c>/health/ready</c>.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory => ReadMemory("VmRSS:");

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="assembly">What <c>dotnet</c> runs.</param>
    /// <param name="arguments">Gets the address to listen at.</param>
    public static async Task<ChildProcess> StartAsync(
        string assembly, Func<Uri, IEnumerable<string>> arguments, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, .. arguments(address)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var child = new ChildProcess(process, address);
        await child.WaitUntilReadyAsync(began, cancellationToken);
        return child;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(long began, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Address };
        while (!await IsReadyAsync(client, cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > StartLimit)
            {
                throw new InvalidOperationException("The server did not become ready:\n" + Told());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }

        ReadyAfter = Stopwatch.GetElapsedTime(began);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // does not listen yet
        }
    }

    private long ReadMemory(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (_lastLines)
        {
            if (line is not null)
            {
                _lastLines.Enqueue(line);
            }

            if (_lastLines.Count > 40)
            {
                _lastLines.Dequeue();
            }
        }
    }

    private string Told()
    {
        lock (_lastLines)
        {
            return string.Join('\n', _lastLines);
        }
    }
}
