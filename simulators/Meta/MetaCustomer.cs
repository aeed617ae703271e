using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>A person in a thread with one page or account.</summary>
public sealed partial class MetaCustomer
{
    private readonly Lock _gate = new();
    private readonly List<MetaMessage> _messages = [];
    private readonly List<string> _actions = [];
    private readonly Dictionary<string, string?> _reactions = [];
    private readonly Signal _changed = new();

    internal MetaCustomer(MetaAccount account, string id, string firstName, string lastName)
    {
        Account = account;
        Id = id;
        FirstName = firstName;
        LastName = lastName;
    }

    public MetaAccount Account { get; }

    public string Id { get; }

    public string FirstName { get; }

    public string LastName { get; }

    /// <summary>Whether Meta says who this is; without consent it does not.</summary>
    public bool IsPrivate { get; set; }

    public bool HasBlocked { get; set; }

    /// <summary>Both sides, oldest first.</summary>
    public IReadOnlyList<MetaMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<MetaMessage> Received => [.. Messages.Where(message => message.FromAccount)];

    /// <summary>The sender actions the account sent: <c>typing_on</c>, <c>mark_seen</c>.</summary>
    public IReadOnlyList<string> Actions
    {
        get
        {
            lock (_gate)
            {
                return [.. _actions];
            }
        }
    }

    /// <summary>The account's reaction at a message of this person's; null for none.</summary>
    public string? ReactionAt(string mid)
    {
        lock (_gate)
        {
            return _reactions.GetValueOrDefault(mid);
        }
    }

    /// <summary>When this person last wrote or pressed: what the account's window is counted from.</summary>
    public DateTimeOffset? LastActAt { get; private set; }

    /// <summary>Waits until a message of the account is as wanted.</summary>
    public Task<MetaMessage> WaitForMessageAsync(Func<MetaMessage, bool> predicate, CancellationToken cancellationToken) =>
        _changed.FindAsync(() => Received.FirstOrDefault(predicate), cancellationToken);

    internal void Keep(MetaMessage message)
    {
        lock (_gate)
        {
            _messages.Add(message);
            LastActAt = message.FromAccount ? LastActAt : message.At;
        }

        _changed.Pulse();
    }

    internal void Keep(string action, JsonNode? payload)
    {
        lock (_gate)
        {
            _actions.Add(action);
            if ((string?)payload?["message_id"] is { } mid)
            {
                _reactions[mid] = (string?)payload["reaction"];
            }
        }

        _changed.Pulse();
    }

    internal JsonObject ToProfileJson() => Account.Kind == MetaKind.Messenger
        ? new JsonObject { ["first_name"] = FirstName, ["last_name"] = LastName, ["profile_pic"] = PictureUrl, ["id"] = Id }
        : new JsonObject
        {
            ["name"] = $"{FirstName} {LastName}".Trim(),
            ["username"] = FirstName.ToLowerInvariant(),
            ["profile_pic"] = PictureUrl,
            ["id"] = Id,
        };

    private string PictureUrl => new Uri(Account.Simulator.BaseAddress, $"pictures/{Id}.jpg").AbsoluteUri;
}
