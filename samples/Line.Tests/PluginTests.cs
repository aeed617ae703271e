using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Line.Tests;

/// <summary>What becomes of what is dropped into a plugins folder.</summary>
public sealed class PluginTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly ListLog _log = new();

    [Fact]
    public async Task A_plugin_that_is_no_assembly_is_told_and_the_program_runs()
    {
        Directory.CreateDirectory(_data.File("plugins/Broken"));
        await File.WriteAllTextAsync(_data.File("plugins/Broken/Broken.dll"), "not an assembly");

        await using var program = await StartAsync();

        Keys(program).ShouldNotContain("line");
        _log.Lines.ShouldHaveSingleItem().ShouldContain("Broken.dll is left out.");
    }

    [Fact]
    public async Task A_plugin_without_a_module_is_told_what_it_lacks()
    {
        Directory.CreateDirectory(_data.File("plugins"));
        File.Copy(typeof(Shouldly.ShouldBeTestExtensions).Assembly.Location, _data.File("plugins/Shouldly.dll"));

        await using var program = await StartAsync();

        _log.Lines.ShouldHaveSingleItem().ShouldContain(nameof(IPlatformModule));
    }

    [Fact]
    public async Task A_platform_that_is_there_already_is_not_brought_again()
    {
        PluginCopy.To(_data.File("plugins/Line"));
        PluginCopy.To(_data.File("plugins/Again"));
        File.Move(_data.File("plugins/Again/Line.dll"), _data.File("plugins/Again/Again.dll"));

        await using var program = await StartAsync();

        Keys(program).Count(key => key == "line").ShouldBe(1);
        _log.Lines.Count(line => line.Contains("is left out. There is a platform 'line' already.", StringComparison.Ordinal)).ShouldBe(1);
    }

    public void Dispose() => _data.Dispose();

    private Task<RozmovaServer> StartAsync() => RozmovaServer.StartAsync(new RozmovaSetup
    {
        Data = _data.Path,
        Services = services => services.AddSingleton<ILoggerProvider>(_log),
    });

    private static IEnumerable<string> Keys(RozmovaServer program) =>
        program.Services.GetServices<IPlatform>().Select(platform => platform.Key);

    /// <summary>Keeps what is logged of plugins.</summary>
    private sealed class ListLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
