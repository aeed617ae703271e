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
        Tokens = new AccessTokens(settings.AppId, simulator.Time, simulator.Options.TokenLifetime);
        _pushes = new PushSender(this);
    }

    public AccountSettings Settings { get; private set; }

    /// <summary>Where pushes go; set it as the owner does on WeChat's site.</summary>
    public Uri? WebhookUrl { get; set; }

    public IReadOnlyCollection<Follower> Followers => [.. _followers.Values];

    /// <summary>The menu below the chat, as it was last created.</summary>
    public JsonNode? Menu { get; internal set; }

    public AccessTokens Tokens { get; }

    /// <summary>The temporary files: they go after three days.</summary>
    public FileShelf Media { get; } = new(number => string.Create(CultureInfo.InvariantCulture, $"mFILE{number:D4}"));

    /// <summary>The template messages it may send: their ids, and their words with fields such as <c>{{thing1.DATA}}</c>.</summary>
    public IDictionary<string, string> Templates { get; } = new ConcurrentDictionary<string, string>();

    internal WeChatSimulator Simulator { get; }

    internal TimeProvider Time => Simulator.Time;

    /// <summary>A new follower who has not written yet.</summary>
    public Follower AddFollower(string? openId = null)
    {
        var id = openId ?? string.Create(CultureInfo.InvariantCulture, $"o{Settings.AppId}_{Interlocked.Increment(ref _lastFollower):D8}");
        return _followers.GetOrAdd(id, _ => new Follower(this, id));
    }

    /// <summary>Asks the webhook whether it is ours, as the site does when the address is saved. True when it answers as it must.</summary>
    public Task<bool> VerifyWebhookAsync(CancellationToken cancellationToken) => _pushes.VerifyAsync(cancellationToken);

    /// <summary>The query of that question, and the answer it wants.</summary>
    public (string Query, string Answer) AskVerification()
    {
        const string Echo = "4375120948345356249";
        var (query, _) = PushEnvelope.Write(Settings with { Mode = PushMode.Plain }, [], Time.GetUtcNow());
        return ($"{query}&echostr={Echo}", Echo);
    }

    /// <summary>The query and body of a push with this inside, whatever it is.</summary>
    public (string Query, byte[] Body) Seal(ReadOnlySpan<byte> content) => PushEnvelope.Write(Settings, content, Time.GetUtcNow());

    /// <summary>Resets the secret on WeChat's site: the old one, and the tokens it gave, are worth nothing now.</summary>
    public void ResetSecret(string secret)
    {
        Settings = Settings with { AppSecret = secret };
        Tokens.Revoke();
    }

    public ValueTask DisposeAsync() => _pushes.DisposeAsync();

    internal Follower? FindFollower(string? openId) => _followers.GetValueOrDefault(openId ?? "");

    internal Push Publish(Follower follower, string elements) => _pushes.Send(new Push(follower, elements));
}
