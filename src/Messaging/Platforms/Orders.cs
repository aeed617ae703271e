namespace Rozmova.Messaging.Platforms;

/// <summary>What came of asking a platform for an order.</summary>
public abstract record OrderAnswer
{
    private protected OrderAnswer()
    {
    }

    /// <summary>Names the case only: an order tells of a customer.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>This is it.</summary>
    public sealed record Found(Order Order) : OrderAnswer;

    /// <summary>The platform knows no such order.</summary>
    public sealed record NotFound : OrderAnswer;

    /// <summary>The platform did not tell; the sentence says why and what to do.</summary>
    public sealed record Unavailable(string Detail) : OrderAnswer;
}

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    /// <summary>The platform's word for it is none that we know: see <see cref="Order.StateText"/>.</summary>
    Unknown = 0,

    /// <summary>Placed, and not paid yet.</summary>
    AwaitingPayment = 1,

    /// <summary>The payment was refused.</summary>
    Declined = 2,

    /// <summary>Paid.</summary>
    Paid = 3,

    /// <summary>Not paid in time.</summary>
    Expired = 4,

    /// <summary>To be refunded; the buyer has not taken the money back yet.</summary>
    RefundPending = 5,

    /// <summary>Refunded.</summary>
    Refunded = 6,
}

/// <summary>What was bought, as the platform tells it. Everything but the number may be missing.</summary>
public sealed record Order
{
    /// <summary>Its number on the platform.</summary>
    public required string Number { get; init; }

    /// <summary>What was bought.</summary>
    public string? Goods { get; init; }

    /// <summary>How many or how much of it.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What was paid or is to be, in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The platform's code of the currency.</summary>
    public string? Currency { get; init; }

    /// <summary>How far it has come.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>The same in a short English sentence, or the platform's own number for what we do not know.</summary>
    public string? StateText { get; init; }

    /// <summary>The shop or marketplace it was bought in.</summary>
    public string? SourceShop { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset? PurchasedAt { get; init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The buyer's address.</summary>
    public string? BuyerEmail { get; init; }

    /// <summary>What the buyer chose or entered, in the shop's order and words.</summary>
    public IReadOnlyList<OrderFact> Options { get; init; } = [];

    /// <summary>What else the platform tells, by its own names.</summary>
    public IReadOnlyList<OrderFact> Details { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => nameof(Order);
}

/// <summary>One thing that is known of an order.</summary>
public sealed record OrderFact(string Name, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(OrderFact);
}
