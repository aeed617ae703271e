using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Rozmova.Bench.Browser;

/// <summary>When a message was in a page's document, and when the frame that shows it was drawn: Unix milliseconds.</summary>
internal readonly record struct Sight(double Written, double Shown);

/// <summary>What an open console takes in the browser: bytes of JavaScript objects, bytes of its process, nodes of its document.</summary>
internal readonly record struct PageMemory(double Heap, double Renderer, double Nodes);

/// <summary>A browser with the console on one conversation, and a bare page beside it, driven by <c>watch.mjs</c>.</summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    public const string Program = "program";
    public const string Bare = "bare";

    private const string Script = "bench/Load/Browser/watch.mjs"; // bench/run starts everything in the repository's root

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SightLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly ConcurrentDictionary<(string Page, int Number), TaskCompletionSource<Sight>> _sights = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<PageMemory> _memory = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ConsolePage(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static async Task<ConsolePage> OpenAsync(
        Uri program, Uri bareSocket, string conversation, string email, string password, CancellationToken cancellationToken)
    {
        string[] arguments = [Script, program.ToString(), bareSocket.ToString(), conversation, email, password];
        var page = new ConsolePage(Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        await page._ready.Task.WaitAsync(StartLimit, cancellationToken);
        return page;
    }

    /// <summary>Waits until a page shows a message.</summary>
    public Task<Sight> SeeAsync(string page, int number, CancellationToken cancellationToken) =>
        Of(page, number).Task.WaitAsync(SightLimit, cancellationToken);

    public async Task<PageMemory> ReadMemoryAsync(CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync("memory".AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await _memory.Task.WaitAsync(SightLimit, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(SightLimit);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private TaskCompletionSource<Sight> Of(string page, int number) =>
        _sights.GetOrAdd((page, number), _ => new TaskCompletionSource<Sight>(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Take(string? line)
    {
        if (line is null)
        {
            _ready.TrySetException(new InvalidOperationException("The browser ended."));
            return;
        }

        using var told = JsonDocument.Parse(line);
        var root = told.RootElement;
        if (root.TryGetProperty("ready", out _))
        {
            _ready.TrySetResult();
        }
        else if (root.TryGetProperty("number", out var number))
        {
            Of(root.GetProperty("page").GetString()!, number.GetInt32())
                .TrySetResult(new Sight(root.GetProperty("written").GetDouble(), root.GetProperty("shown").GetDouble()));
        }
        else if (root.TryGetProperty("heap", out var heap))
        {
            _memory.TrySetResult(new PageMemory(
                heap.GetDouble(), root.GetProperty("renderer").GetDouble(), root.GetProperty("nodes").GetDouble()));
        }
    }
}
