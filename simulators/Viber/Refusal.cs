namespace Rozmova.Simulators.Viber;

/// <summary>The call is refused with a number of Viber's, under HTTP 200, and nothing happens.</summary>
public sealed record Refusal(int Status, string Message) : Fault
{
    public static Refusal NotSubscribed() => new(6, "receiver is not subscribed");

    public static Refusal TooManyRequests() => new(12, "Too many requests");
}
