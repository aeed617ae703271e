namespace Rozmova.Simulators.Meta;

/// <summary>Something that goes wrong on purpose with the next message.</summary>
public abstract record MetaFault
{
    private protected MetaFault()
    {
    }

    /// <summary>Whose messages it befalls; null befalls all.</summary>
    public string? Recipient { get; init; }

    /// <summary>The call is refused with Meta's own error, and nothing happens.</summary>
    public sealed record Refusal(int Code, string Message, int? Subcode = null, int Status = 400, int? RetryAfter = null) : MetaFault;

    /// <summary>Something before Meta answers with this status and no words; nothing happens.</summary>
    public sealed record BareStatus(int Status) : MetaFault;

    /// <summary>The call is carried out, then the connection is dropped: the caller cannot know.</summary>
    public sealed record LostAnswer : MetaFault;

    public static Refusal NotAvailable() => new(551, "(#551) This person isn't available right now.", 1545041);

    public static Refusal NoSuchPerson() => new(100, "(#100) No matching user found", 2018001);

    public static Refusal TooMany(int retryAfter) =>
        new(613, "(#613) Calls to this api have exceeded the rate limit.", RetryAfter: retryAfter);
}

/// <summary>The faults that wait for their calls, each for one.</summary>
public sealed class MetaFaults
{
    private readonly Lock _gate = new();
    private readonly List<MetaFault> _pending = [];

    public void Add(MetaFault fault)
    {
        lock (_gate)
        {
            _pending.Add(fault);
        }
    }

    internal MetaFault? Take(string? recipient)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(fault => fault.Recipient is null || fault.Recipient == recipient);
            if (index < 0)
            {
                return null;
            }

            var fault = _pending[index];
            _pending.RemoveAt(index);
            return fault;
        }
    }
}
