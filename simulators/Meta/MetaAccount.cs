using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>Which of Meta's messengers an account is on.</summary>
public enum MetaKind
{
    Messenger,
    Instagram,
}

/// <summary>A page or a professional account, with the app that is connected to it.</summary>
public sealed class MetaAccount : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, MetaCustomer> _customers = [];
    private readonly ConcurrentDictionary<(string Name, string Language), PageTemplate> _templates = [];
    private readonly MetaWebhook _webhook;

    internal MetaAccount(MetaSimulator simulator, MetaKind kind, string id, string token, string appSecret)
    {
        Simulator = simulator;
        Kind = kind;
        Id = id;
        Token = token;
        AppSecret = appSecret;
        _webhook = new MetaWebhook(appSecret, simulator.Options.RetryWait, simulator.Stopping);
    }

    public MetaKind Kind { get; }

    public string Id { get; }

    /// <summary>The only token it accepts; a new value ends the old one.</summary>
    public string Token { get; set; }

    public string AppSecret { get; }

    /// <summary>Where the app's events go; none are sent without it.</summary>
    public Uri? Webhook
    {
        get => _webhook.Address;
        set => _webhook.Address = value;
    }

    /// <summary>The fields the app asked for by <c>subscribed_apps</c>; null before.</summary>
    public string? SubscribedFields { get; internal set; }

    /// <summary>What was set by <c>messenger_profile</c>.</summary>
    public JsonObject? Profile { get; internal set; }

    /// <summary>Whether the app may read and send templates, which takes a permission of its own.</summary>
    public bool MayUseTemplates { get; set; } = true;

    internal MetaSimulator Simulator { get; }

    internal IEnumerable<PageTemplate> Templates => _templates.Values.OrderBy(template => template.Name, StringComparer.Ordinal);

    /// <summary>A new person; without an id they get the next free one.</summary>
    public MetaCustomer AddCustomer(string firstName, string lastName = "", string? id = null)
    {
        id ??= Simulator.NextId(Kind == MetaKind.Messenger ? "70000000" : "65000000");
        var customer = new MetaCustomer(this, id, firstName, lastName);
        return _customers[customer.Id] = customer;
    }

    /// <summary>A text that Meta has approved for this page.</summary>
    public void AddTemplate(PageTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _templates[(template.Name, template.Language)] = template;
    }

    /// <summary>The headers by which a body proves to be Meta's.</summary>
    public string Sign(ReadOnlySpan<byte> body) => _webhook.Sign(body);

    /// <summary>A body as this account's events travel, with one entry for these items.</summary>
    public byte[] Envelope(params IReadOnlyList<JsonNode> items) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["object"] = Kind == MetaKind.Messenger ? "page" : "instagram",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = Id,
            ["time"] = Simulator.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["messaging"] = new JsonArray([.. items]),
        }),
    }.ToJsonString());

    public ValueTask DisposeAsync() => _webhook.DisposeAsync();

    internal PageTemplate? FindTemplate(string name, string language) => _templates.GetValueOrDefault((name, language));

    internal void RequireTemplates()
    {
        if (!MayUseTemplates)
        {
            throw new GraphErrorException(200, "(#200) Requires page_utility_messaging permission to manage the object");
        }
    }

    internal MetaCustomer? FindCustomer(string id) => _customers.GetValueOrDefault(id);

    internal void Publish(JsonObject item)
    {
        if (Webhook is not null)
        {
            _webhook.Send(Envelope(item));
        }
    }
}
