using System.Diagnostics;
using Rozmova.Demo.Scenes;
using Spectre.Console;

namespace Rozmova.Demo;

/// <summary>What the script did: for whom, how long it took, and what went wrong.</summary>
internal sealed class DemoSteps
{
    public const string Program = "Program";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<Taken> _taken = [];

    public bool AllHeld => _taken.TrueForAll(step => step.Failure is null);

    /// <summary>Takes a step. False when it failed.</summary>
    /// <param name="who">A messenger, or <see cref="Program"/>.</param>
    public async Task<bool> TakeAsync(string who, string step, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var started = Stopwatch.GetTimestamp();
        string? failure = null;
        try
        {
            await act(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = $"It did not happen within {Limit.TotalSeconds:0} seconds.";
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // becomes the step's row and the exit code
        {
            failure = exception.Message;
        }

        Add(new Taken(who, step, Stopwatch.GetElapsedTime(started), failure));
        return failure is null;
    }

    /// <summary>Notes what failed elsewhere.</summary>
    public void Fail(string who, string step, string failure) => Add(new Taken(who, step, TimeSpan.Zero, failure));

    public void Print()
    {
        var program = new Table().AddColumn("Step").AddColumn(new TableColumn("ms").RightAligned());
        foreach (var taken in _taken.Where(taken => taken.Who == Program))
        {
            program.AddRow(Markup.Escape(taken.Step), Cell(taken));
        }

        AnsiConsole.Write(program);
        AnsiConsole.Write(Messengers([.. _taken.Where(taken => taken.Who != Program)]));
        foreach (var failed in _taken.Where(taken => taken.Failure is not null))
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{failed.Who}, {failed.Step}: {failed.Failure}[/]");
        }
    }

    private static Table Messengers(Taken[] taken)
    {
        string[] steps = [.. taken.Select(each => each.Step).Distinct()];
        var table = new Table().AddColumn("Messenger, ms");
        foreach (var step in steps)
        {
            table.AddColumn(new TableColumn(Markup.Escape(step)).RightAligned());
        }

        foreach (var messenger in SceneList.All.Select(start => start.Messenger))
        {
            var its = taken.Where(each => each.Who == messenger).ToLookup(each => each.Step);
            table.AddRow([messenger, .. steps.Select(step => Cell(its[step].FirstOrDefault()))]);
        }

        return table;
    }

    private static string Cell(Taken? taken) => taken switch
    {
        null => "",
        { Failure: null } => $"[green]{taken.Took.TotalMilliseconds:0}[/]",
        _ => "[red]failed[/]",
    };

    private void Add(Taken taken)
    {
        lock (_gate)
        {
            _taken.Add(taken);
        }
    }

    private sealed record Taken(string Who, string Step, TimeSpan Took, string? Failure);
}
