using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>One bot: its updates, its webhook, its files and the people who may write to it.</summary>
public sealed class BotAccount : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _webhookChanges = new(1);
    private readonly ConcurrentDictionary<long, Customer> _customers = [];
    private readonly ConcurrentDictionary<long, Group> _groups = [];
    private readonly ConcurrentDictionary<string, Customer> _callbackQueries = [];
    private WebhookSender? _sender;
    private PollingTurn? _poller;
    private int _lastMessageId;
    private long _lastCallbackQuery = 2_384_000_000_000_000_000;

    internal BotAccount(TelegramSimulator simulator, string token, string username)
    {
        Simulator = simulator;
        Token = token;
        Id = long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
        Username = username;
        Name = username.Replace('_', ' ');
        Updates = new UpdateQueue(simulator.Time, simulator.Options.FirstNumber);
        _lastMessageId = simulator.Options.FirstNumber;
        Limits = new SendLimits(simulator.Time);
    }

    public string Token { get; }

    public long Id { get; }

    public string Username { get; }

    /// <summary>The first name people see.</summary>
    public string Name { get; init; }

    public IReadOnlyCollection<Customer> Customers => [.. _customers.Values.OrderBy(customer => customer.Id)];

    public IReadOnlyCollection<Group> Groups => [.. _groups.Values.OrderByDescending(group => group.Id)];

    public int PendingUpdates => Updates.Count;

    public Webhook? Webhook => _sender?.Webhook;

    internal TelegramSimulator Simulator { get; }

    internal TimeProvider Time => Simulator.Time;

    internal TelegramSimulatorOptions Options => Simulator.Options;

    internal UpdateQueue Updates { get; }

    internal SendLimits Limits { get; }

    internal BotFiles Files { get; } = new();

    internal BotCommands Commands { get; } = new();

    internal IReadOnlyCollection<string> AllowedUpdates { get; set; } = [];

    internal DeliveryFailure? LastFailure => _sender?.LastFailure;

    public Customer AddCustomer(CustomerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return _customers[profile.Id] = new Customer(this, profile);
    }

    /// <summary>A group the bot is in; without an id it gets the next free one of a supergroup.</summary>
    public Group AddGroup(string title, long? id = null) => Add(new Group(this, id ?? Simulator.NextGroupId(), title));

    /// <summary>Queues any update: its number is given here, the body is the member named by its kind.</summary>
    public Update SendRaw(string kind, JsonObject body) => Publish(new NewUpdate(kind, "raw", body));

    /// <summary>Delivers an update once more, as Telegram does when an answer got lost on the way back.</summary>
    public void Redeliver(Update update)
    {
        ArgumentNullException.ThrowIfNull(update);
        lock (_gate)
        {
            Updates.Restore(update);
            _sender?.Offer(update);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ReplaceWebhookAsync(null, CancellationToken.None);
        _webhookChanges.Dispose();
    }

    internal Customer? FindCustomer(long id) => _customers.GetValueOrDefault(id);

    /// <summary>Whoever a chat's id stands for: a person or a group.</summary>
    internal IRecipient? FindRecipient(long chatId) => _groups.GetValueOrDefault(chatId) as IRecipient ?? FindCustomer(chatId);

    internal Group? FindGroup(long id) => _groups.GetValueOrDefault(id);

    internal Group Add(Group group) => _groups[group.Id] = group;

    internal int NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    internal string OpenCallbackQuery(Customer customer)
    {
        var id = Interlocked.Increment(ref _lastCallbackQuery).ToString(CultureInfo.InvariantCulture);
        _callbackQueries[id] = customer;
        return id;
    }

    internal Customer? FindCallbackQuery(string id) => _callbackQueries.GetValueOrDefault(id);

    internal Update Publish(NewUpdate update)
    {
        if (!UpdateKinds.IsWanted(update.Kind, AllowedUpdates))
        {
            return UpdateQueue.Write(update, id: 0, Time.GetUtcNow());
        }

        lock (_gate)
        {
            var queued = Updates.Add(update);
            _sender?.Offer(queued);
            return queued;
        }
    }

    /// <summary>Points deliveries at another webhook, or at none; whoever polls is turned away.</summary>
    internal async Task ReplaceWebhookAsync(Webhook? webhook, CancellationToken cancellationToken)
    {
        await _webhookChanges.WaitAsync(cancellationToken);
        try
        {
            // The old sender is quiet before the new one starts, so that no update is under way twice.
            await (ExchangeSender(null)?.DisposeAsync() ?? ValueTask.CompletedTask);
            ExchangeSender(webhook is null ? null : new WebhookSender(this, webhook));
        }
        finally
        {
            _webhookChanges.Release();
        }
    }

    private WebhookSender? ExchangeSender(WebhookSender? sender)
    {
        lock (_gate)
        {
            var old = _sender;
            _sender = sender;
            if (sender is not null)
            {
                _poller?.End("terminated by setWebhook request");
                foreach (var update in Updates.Pending())
                {
                    sender.Offer(update);
                }
            }

            return old;
        }
    }

    /// <summary>Takes the one place there is for a poller; whoever held it gets a conflict.</summary>
    internal PollingTurn TakePollingTurn()
    {
        var turn = new PollingTurn();
        lock (_gate)
        {
            _poller?.End("terminated by other getUpdates request; make sure that only one bot instance is running");
            _poller = turn;
        }

        return turn;
    }

    internal void LeavePollingTurn(PollingTurn turn)
    {
        lock (_gate)
        {
            if (_poller == turn)
            {
                _poller = null;
            }
        }
    }

    internal JsonObject ToUserJson() => new()
    {
        ["id"] = Id,
        ["is_bot"] = true,
        ["first_name"] = Name,
        ["username"] = Username,
    };
}

/// <summary>One getUpdates request that waits; it completes with the reason when another one takes its place.</summary>
internal sealed class PollingTurn
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Ended => _ended.Task;

    public void End(string reason) => _ended.TrySetResult(reason);
}
