namespace Rozmova.Demo;

/// <summary>Somebody who writes to the shop. A scene says how this is done on its messenger.</summary>
/// <param name="name">Who it is.</param>
/// <param name="lines">What they say to the shop's answers, one after the other; then they are content.</param>
internal sealed class DemoPerson(string name, params string[] lines)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Thought = TimeSpan.FromSeconds(2.5);

    public string Name => name;

    public required Func<string, CancellationToken, Task> WriteAsync { get; init; }

    public required Func<byte[], CancellationToken, Task> SendPictureAsync { get; init; }

    /// <summary>The words of the shop's message with this number, from 0 on, once it is on the phone.</summary>
    public required Func<int, CancellationToken, Task<string>> ReceiveAsync { get; init; }

    /// <summary>Looks at what has come, where the messenger tells of it.</summary>
    public Func<CancellationToken, Task> SeeAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>Sees every message of the shop after a moment, and says the next line.</summary>
    public async Task ReactAsync(CancellationToken cancellationToken)
    {
        for (var number = 0; ; number++)
        {
            await ReceiveAsync(number, cancellationToken);
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
            await SeeAsync(cancellationToken);
            if (number < lines.Length)
            {
                await Task.Delay(Thought, TimeProvider.System, cancellationToken);
                await WriteAsync(lines[number], cancellationToken);
            }
        }
    }
}
