using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>One official account: its followers, tokens, files, and where its pushes go.</summary>
public sealed class OfficialAccount : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Follower> _followers = [];
    private readonly PushSender _pushes;
    private int _lastFollower;

    internal OfficialAccount(WeChatSimulator simulator, AccountSettings settings)
    {
        Simulator = simulator;
        Settings = settings;
        Tokens = new AccessTokens(simulator.Time, simulator.Options.TokenLifetime);
        _pushes = new PushSender(this);
    }

    public AccountSettings Settings { get; }

    /// <summary>Where pushes go; set it as the owner does on WeChat's site.</summary>
    public Uri? WebhookUrl { get; set; }

    public IReadOnlyCollection<Follower> Followers => [.. _followers.Values];

    /// <summary>The menu below the chat, as it was last created.</summary>
    public JsonNode? Menu { get; internal set; }

    public AccessTokens Tokens { get; }

    public MediaShelf Media { get; } = new();

    internal WeChatSimulator Simulator { get; }

    internal TimeProvider Time => Simulator.Time;

    /// <summary>A new follower who has not written yet.</summary>
    public Follower AddFollower(string? openId = null)
    {
        var id = openId ?? string.Create(CultureInfo.InvariantCulture, $"oFollower_{Interlocked.Increment(ref _lastFollower):D18}");
        return _followers.GetOrAdd(id, _ => new Follower(this, id));
    }

    /// <summary>Asks the webhook whether it is ours, as the site does when the address is saved. True when it answers as it must.</summary>
    public Task<bool> VerifyWebhookAsync(CancellationToken cancellationToken) => _pushes.VerifyAsync(cancellationToken);

    public ValueTask DisposeAsync() => _pushes.DisposeAsync();

    internal Follower? FindFollower(string? openId) => _followers.GetValueOrDefault(openId ?? "");

    internal Push Publish(Follower follower, string elements) => _pushes.Send(new Push(follower, elements));
}
