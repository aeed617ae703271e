using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Meta;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>Who a number is, and the secrets of the app it belongs to.</summary>
public sealed record BusinessNumberSettings
{
    /// <summary>The phone number id.</summary>
    public required string Id { get; init; }

    public required string AccessToken { get; init; }

    public required string AppSecret { get; init; }

    public required string VerifyToken { get; init; }

    public string BusinessAccountId { get; init; } = "102290129340001";

    public string DisplayNumber { get; init; } = "15550100200";
}

/// <summary>A business's phone number: what it may send, who writes to it, and where its webhook is.</summary>
public sealed class BusinessNumber : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Customer> _customers = [];
    private readonly ConcurrentDictionary<(string Name, string Language), ApprovedTemplate> _templates = [];
    private readonly MetaWebhook _webhook;

    internal BusinessNumber(WhatsAppSimulator simulator, BusinessNumberSettings settings)
    {
        Simulator = simulator;
        Settings = settings;
        _webhook = new MetaWebhook(settings.AppSecret, simulator.Options.RetryWait, simulator.Stopping);
    }

    public BusinessNumberSettings Settings { get; private set; }

    internal WhatsAppSimulator Simulator { get; }

    /// <summary>
    /// Asks the address whether it is ours, as the app's dashboard does, and sends everything there from now on.
    /// </summary>
    public Task SubscribeAsync(Uri webhook, CancellationToken cancellationToken) =>
        _webhook.SubscribeAsync(webhook, Settings.VerifyToken, cancellationToken);

    /// <summary>The token is not accepted any more; the new one is.</summary>
    public void ReplaceToken(string token) => Settings = Settings with { AccessToken = token };

    /// <summary>An approved template whose body has so many places.</summary>
    public void AddTemplate(string name, string language, int parameters) => AddTemplate(
        new ApprovedTemplate(name, language, string.Join(' ', Enumerable.Range(1, parameters).Select(place => $"{{{{{place}}}}}"))));

    /// <summary>An approved template.</summary>
    public void AddTemplate(ApprovedTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _templates[(template.Name, template.Language)] = template;
    }

    /// <summary>A person who has this number; one who hides it is known by an id only.</summary>
    public Customer AddCustomer(string name, string phone, string? userId = null, bool hidesNumber = false)
    {
        var customer = new Customer(this, new CustomerProfile(name, phone, userId, hidesNumber));
        return _customers[customer.Profile.Address] = customer;
    }

    /// <summary>The header of an authentic request with this body.</summary>
    public string Sign(ReadOnlySpan<byte> body) => _webhook.Sign(body);

    /// <summary>A request with one item in a list, or with several.</summary>
    public byte[] Request(string field, string list, JsonArray items, JsonArray? contacts = null)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject
            {
                ["display_phone_number"] = Settings.DisplayNumber,
                ["phone_number_id"] = Settings.Id,
            },
        };
        if (contacts is not null)
        {
            value["contacts"] = contacts;
        }

        value[list] = items;
        var change = new JsonObject { ["field"] = field, ["value"] = value };
        var entry = new JsonObject { ["id"] = Settings.BusinessAccountId, ["changes"] = new JsonArray(change) };
        var request = new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) };
        return Encoding.UTF8.GetBytes(request.ToJsonString()); // escapes what is not ASCII, as Meta does
    }

    /// <summary>What somebody wrote in the app on the phone, which shares the number.</summary>
    public void EchoText(Customer customer, string text)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var echo = new JsonObject
        {
            ["from"] = Settings.DisplayNumber,
            ["to"] = customer.Profile.Phone,
            ["id"] = Simulator.NextMessageId(),
            ["timestamp"] = customer.Now,
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = text },
        };
        Deliver(Request("smb_message_echoes", "message_echoes", new JsonArray(echo)));
    }

    public ValueTask DisposeAsync() => _webhook.DisposeAsync();

    internal void Deliver(byte[] body) => _webhook.Send(body);

    internal Customer? FindCustomer(string? address) => address is null ? null : _customers.GetValueOrDefault(address.TrimStart('+'));

    internal Customer? FindWriter(string messageId) => _customers.Values.FirstOrDefault(customer => customer.HasWritten(messageId));

    /// <summary>A template by its name; null where none is approved.</summary>
    internal ApprovedTemplate? FindTemplate(string? name, string? language) =>
        name is not null && language is not null ? _templates.GetValueOrDefault((name, language)) : null;

    internal IEnumerable<ApprovedTemplate> Templates => _templates.Values.OrderBy(template => template.Name, StringComparer.Ordinal);
}
