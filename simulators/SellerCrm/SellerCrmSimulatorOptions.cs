namespace Rozmova.Simulators.SellerCrm;

/// <summary>How a simulated CRM behaves; every default suits a test.</summary>
public sealed record SellerCrmSimulatorOptions : SimulatorOptions
{
    /// <summary>
    /// Orders and messages are numbered above it. A simulator that is to carry on where an earlier one stopped takes a number that grows.
    /// </summary>
    public long FirstNumber { get; init; } = 204_511_000;

    /// <summary>How long a token is accepted. Default: half an hour.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How far the CRM's clock is ahead of UTC; its times do not say. Default: three hours.</summary>
    public TimeSpan Ahead { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Most messages in one answer, whatever is asked for. Default: 100.</summary>
    public int MessagesAtOnce { get; init; } = 100;

    /// <summary>Of more than go into one answer the newest are given, as some clones do. Default: the oldest.</summary>
    public bool GivesNewest { get; init; }

    /// <summary>The member of the list of chats: <c>chats</c> as hosts write it, or <c>items</c> as it is documented.</summary>
    public string ListMember { get; init; } = "chats";

    /// <summary>Numbers and truth values are written as texts, and <c>cnt_pages</c> is left out, as on one clone.</summary>
    public bool IsOddClone { get; init; }
}
