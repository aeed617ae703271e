namespace Rozmova.Simulators.SellerCrm;

/// <summary>Who wrote a message of a chat.</summary>
public enum CrmWriter
{
    Buyer = 0,

    Seller = 1,

    /// <summary>The marketplace's administration.</summary>
    Administration = 2,
}

/// <summary>A message as it stands in the CRM.</summary>
public sealed record CrmMessage(long Id, CrmWriter Writer, string Text, DateTimeOffset At)
{
    public DateTimeOffset? SeenAt { get; init; }

    public bool IsDeleted { get; init; }

    public SimulatedFile? File { get; init; }

    /// <summary>Where the file is fetched.</summary>
    public string? Url { get; init; }

    internal bool IsRead { get; init; }
}

/// <summary>An order and its chat. A test or the demo plays the buyer, and the seller's people who work in the CRM itself.</summary>
public sealed class SimulatedOrder
{
    private readonly Lock _gate = new();
    private readonly List<CrmMessage> _messages = [];
    private readonly Signal _changed = new();

    internal SimulatedOrder(SellerAccount seller, long number, string email, string goods)
    {
        Seller = seller;
        Number = number;
        Email = email;
        Goods = goods;
        BoughtAt = seller.Simulator.Time.GetUtcNow();
    }

    public SellerAccount Seller { get; }

    public long Number { get; }

    public string Email { get; }

    public string Goods { get; }

    public decimal Amount { get; set; } = 9.90m;

    public string Currency { get; set; } = "USD";

    public int State { get; set; } = 3;

    /// <summary>The marketplace, by its number.</summary>
    public int Owner { get; set; } = 1;

    public string Option { get; set; } = "EU";

    /// <summary>0 closed, 1 opened by the seller, 2 by the administration.</summary>
    public int ChatState { get; set; } = 1;

    /// <summary>The CRM does not know the chat any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>So many of the seller's newest messages are not in the list yet.</summary>
    public int Lagging { get; set; }

    /// <summary>How often the chat was marked as read by the interface.</summary>
    public int SeenCalls { get; private set; }

    /// <summary>Both sides, oldest first, as they stand.</summary>
    public IReadOnlyList<CrmMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>What the seller's side wrote and did not take back.</summary>
    public IReadOnlyList<CrmMessage> Answers => [.. Messages.Where(message => message is { Writer: CrmWriter.Seller, IsDeleted: false })];

    public int Unread => Messages.Count(message => message is { Writer: not CrmWriter.Seller, IsRead: false, IsDeleted: false });

    internal DateTimeOffset BoughtAt { get; }

    public CrmMessage Write(string text) => Tell(CrmWriter.Buyer, text);

    public CrmMessage SendFile(SimulatedFile file, string text = "")
    {
        var message = Add(CrmWriter.Buyer, text, file);
        Seller.Announce(Number);
        return message;
    }

    /// <summary>What every buyer is told first. Nobody signals it.</summary>
    public CrmMessage NoticeOfShop(string text) => Add(CrmWriter.Seller, text);

    /// <summary>A colleague answers in the CRM itself.</summary>
    public CrmMessage AnswerInCrm(string text) => Tell(CrmWriter.Seller, text);

    public CrmMessage WriteAsAdministration(string text) => Tell(CrmWriter.Administration, text);

    /// <summary>A colleague reads the chat in the CRM itself.</summary>
    public void ReadInCrm() => Change(message => message with { IsRead = true });

    /// <summary>Whoever wrote it takes a message back.</summary>
    public void TakeBack(long id)
    {
        Change(message => message.Id == id ? message with { IsDeleted = true } : message);
        Seller.Announce(Number);
    }

    /// <summary>The buyer looks at what was written. The CRM sends no signal for that.</summary>
    public void See()
    {
        var now = Seller.Simulator.Time.GetUtcNow();
        Change(message => message is { Writer: CrmWriter.Seller, SeenAt: null } ? message with { SeenAt = now } : message);
    }

    /// <summary>Waits until an answer is as wanted.</summary>
    public Task<CrmMessage> WaitForAnswerAsync(Func<CrmMessage, bool> wanted, CancellationToken cancellationToken) =>
        _changed.FindAsync(() => Answers.FirstOrDefault(wanted), cancellationToken);

    internal CrmMessage Add(CrmWriter writer, string text, SimulatedFile? file = null)
    {
        var simulator = Seller.Simulator;
        CrmMessage message;
        lock (_gate)
        {
            message = new CrmMessage(simulator.NextNumber(), writer, text, simulator.Time.GetUtcNow())
            {
                File = file,
                Url = file is null
                    ? null
                    : new Uri(simulator.BaseAddress, $"files/{simulator.Files.Keep(file)}/{Uri.EscapeDataString(file.Name)}").AbsoluteUri,
            };
            _messages.Add(message);
        }

        _changed.Pulse();
        return message;
    }

    internal void MarkSeen()
    {
        SeenCalls++;
        ReadInCrm();
    }

    /// <summary>What the interface lists.</summary>
    internal IReadOnlyList<CrmMessage> Listed()
    {
        var hidden = Messages.Where(message => message.Writer == CrmWriter.Seller).TakeLast(Lagging).Select(message => message.Id).ToHashSet();
        return [.. Messages.Where(message => !hidden.Contains(message.Id))];
    }

    private CrmMessage Tell(CrmWriter writer, string text)
    {
        var message = Add(writer, text);
        Seller.Announce(Number);
        return message;
    }

    private void Change(Func<CrmMessage, CrmMessage> change)
    {
        lock (_gate)
        {
            for (var index = 0; index < _messages.Count; index++)
            {
                _messages[index] = change(_messages[index]);
            }
        }

        _changed.Pulse();
    }
}
