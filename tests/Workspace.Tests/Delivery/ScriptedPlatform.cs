using System.Collections.Concurrent;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>A messenger that does as the test says and keeps what reached it, with the time it came.</summary>
internal sealed class ScriptedPlatform(TimeProvider time, string key = "scripted") : IPlatform
{
    private int _numbers;

    public string Key => key;

    public PlatformCapabilities Capabilities { get; init; } = new() { Names = ["text"] };

    public IReadOnlyList<SettingField> Settings => [];

    /// <summary>What the platform answers; by default it takes everything.</summary>
    public Func<OutboundMessage, CancellationToken, ValueTask<SendOutcome>>? Answer { get; set; }

    /// <summary>Every request that came, in order.</summary>
    public ConcurrentQueue<(OutboundMessage Message, DateTimeOffset At)> Requests { get; } = new();

    public async ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        Requests.Enqueue((message, time.GetUtcNow()));
        return Answer is null ? Accept() : await Answer(message, cancellationToken);
    }

    /// <summary>The platform takes it.</summary>
    public SendOutcome Accept() => new SendOutcome.Sent(new PlatformMessageId($"{Interlocked.Increment(ref _numbers)}"));

    /// <summary>Answers the first requests with these, one after another, and takes what comes later.</summary>
    public void AnswerFirst(params SendOutcome[] outcomes)
    {
        var script = new ConcurrentQueue<SendOutcome>(outcomes);
        Answer = (_, _) => ValueTask.FromResult(script.TryDequeue(out var next) ? next : Accept());
    }
}
