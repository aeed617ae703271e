using System.Collections.Concurrent;
using Rozmova.Demo.Scenes;

namespace Rozmova.Demo;

/// <summary>A scene that has started, with its messenger's name.</summary>
internal sealed record StagedScene(string Messenger, IDemoScene Scene);

/// <summary>All scenes side by side. One that fails is noted in a line and does not stop the others.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, string> _failures = [];
    private readonly ConcurrentBag<StagedScene> _scenes = [];

    /// <summary>Those that started, in the order of the list.</summary>
    public IReadOnlyList<StagedScene> Scenes { get; private set; } = [];

    /// <summary>The first page on which one can be a customer; null when no messenger has one.</summary>
    public Uri? Phone => Scenes.SelectMany(staged => staged.Scene.Pages).FirstOrDefault()?.Address;

    /// <summary>Why a messenger is not there, by its name.</summary>
    public IReadOnlyDictionary<string, string> Failures => _failures;

    public static async Task<DemoStage> StartAsync(CancellationToken cancellationToken)
    {
        var stage = new DemoStage();
        await Task.WhenAll(SceneList.All.Select(start => stage.TryAsync(
            start.Messenger,
            async limit => stage._scenes.Add(new StagedScene(start.Messenger, await start.StartAsync(limit))),
            cancellationToken)));
        string[] order = [.. SceneList.All.Select(start => start.Messenger)];
        stage.Scenes = [.. stage._scenes.OrderBy(staged => Array.IndexOf(order, staged.Messenger))];
        return stage;
    }

    /// <summary>Lets every scene stand in for what this machine may not have.</summary>
    public void Prepare(IServiceCollection services)
    {
        foreach (var staged in Scenes)
        {
            staged.Scene.Prepare(services);
        }
    }

    /// <summary>Does something with every scene at once.</summary>
    public Task EachAsync(Func<StagedScene, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Task.WhenAll(Scenes.Select(staged => TryAsync(staged.Messenger, limit => act(staged, limit), cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        foreach (var staged in _scenes)
        {
            await staged.Scene.DisposeAsync();
        }
    }

    private async Task TryAsync(string messenger, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await act(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _failures[messenger] = $"It was not ready within {Limit.TotalSeconds:0} seconds.";
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // becomes the messenger's line in the overview
        {
            _failures[messenger] = exception.Message;
        }
    }
}
