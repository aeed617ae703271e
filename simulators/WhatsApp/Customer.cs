using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>Who a customer is; <paramref name="UserId"/> is their business-scoped id.</summary>
public sealed record CustomerProfile(string Name, string Phone, string? UserId, bool HidesNumber)
{
    /// <summary>What a business writes to.</summary>
    public string Address => HidesNumber ? UserId! : Phone;
}

/// <summary>A person who chats with one business number.</summary>
public sealed partial class Customer
{
    private readonly Lock _gate = new();
    private readonly List<BusinessMessage> _received = [];
    private readonly List<string> _reads = [];
    private readonly Dictionary<string, string> _written = [];
    private readonly Signal _changed = new();

    internal Customer(BusinessNumber number, CustomerProfile profile)
    {
        Number = number;
        Profile = profile;
    }

    public BusinessNumber Number { get; }

    public CustomerProfile Profile { get; }

    /// <summary>What has reached them, oldest first.</summary>
    public IReadOnlyList<BusinessMessage> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Their messages that the business has marked as read, in the order of the marks.</summary>
    public IReadOnlyList<string> Reads
    {
        get
        {
            lock (_gate)
            {
                return [.. _reads];
            }
        }
    }

    /// <summary>How often the business was seen typing.</summary>
    public int TypingShown { get; private set; }

    /// <summary>The id of what they wrote last.</summary>
    public string? LastWritten { get; private set; }

    internal DateTimeOffset? LastWroteAt { get; private set; }

    /// <summary>As WhatsApp writes it.</summary>
    internal string Now => Number.Simulator.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The words of a message of theirs; null where there is no such message.</summary>
    public string? TextOf(string? messageId)
    {
        lock (_gate)
        {
            return messageId is null ? null : _written.GetValueOrDefault(messageId);
        }
    }

    /// <summary>Waits until a message of the business is as wanted.</summary>
    public Task<BusinessMessage> WaitForMessageAsync(Func<BusinessMessage, bool> predicate, CancellationToken cancellationToken) =>
        _changed.FindAsync(() => Received.FirstOrDefault(predicate), cancellationToken);

    /// <summary>Waits until the business has read, or typed, as wanted.</summary>
    public Task WaitUntilAsync(Func<Customer, bool> condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _changed.UntilAsync(() => condition(this), cancellationToken);
    }

    internal void Receive(BusinessMessage message)
    {
        lock (_gate)
        {
            _received.Add(message);
        }

        _changed.Pulse();
    }

    internal void SeeRead(string messageId, bool typing)
    {
        lock (_gate)
        {
            _reads.Add(messageId);
            TypingShown += typing ? 1 : 0;
        }

        _changed.Pulse();
    }

    internal bool HasWritten(string messageId) => TextOf(messageId) is not null;

    internal JsonObject ToContactJson()
    {
        var contact = new JsonObject { ["profile"] = new JsonObject { ["name"] = Profile.Name } };
        if (!Profile.HidesNumber)
        {
            contact["wa_id"] = Profile.Phone;
        }

        if (Profile.UserId is { } userId)
        {
            contact["user_id"] = userId;
        }

        return contact;
    }
}
