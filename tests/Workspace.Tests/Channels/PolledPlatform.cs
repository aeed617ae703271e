using System.Collections.Concurrent;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Tests.Channels;

/// <summary>A messenger asked for news, which answers as the test says and notes every question.</summary>
internal sealed class PolledPlatform : IPollingPlatform
{
    private int _askers;

    public string Key => "polled";

    public PlatformCapabilities Capabilities { get; } = new() { Names = [] };

    public IReadOnlyList<SettingField> Settings => [];

    /// <summary>The offsets asked with, in order.</summary>
    public ConcurrentQueue<string?> Questions { get; } = new();

    /// <summary>How many pollers ask now.</summary>
    public int Askers => Volatile.Read(ref _askers);

    /// <summary>The most pollers that ever asked at once.</summary>
    public int MostAskers { get; private set; }

    /// <summary>What the next questions get; then they are held open until the poller leaves.</summary>
    public ConcurrentQueue<PollResult> Answers { get; } = new();

    public bool IsPolled(ChannelConnection channel) => true;

    public async ValueTask<PollResult> PollAsync(ChannelConnection channel, string? offset, CancellationToken cancellationToken)
    {
        MostAskers = Math.Max(MostAskers, Interlocked.Increment(ref _askers));
        Questions.Enqueue(offset);
        try
        {
            if (Answers.TryDequeue(out var answer))
            {
                return answer;
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("A delay without end ended.");
        }
        finally
        {
            Interlocked.Decrement(ref _askers);
        }
    }

    public ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
