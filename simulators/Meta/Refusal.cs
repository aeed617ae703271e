namespace Rozmova.Simulators.Meta;

/// <summary>The call is refused with Meta's own error, and nothing happens.</summary>
public sealed record Refusal(int Code, string Message, int? Subcode = null, int Status = 400, int? RetryAfter = null) : Fault
{
    public static Refusal NotAvailable() => new(551, "(#551) This person isn't available right now.", 1545041);

    public static Refusal NoSuchPerson() => new(100, "(#100) No matching user found", 2018001);

    public static Refusal TooMany(int retryAfter) =>
        new(613, "(#613) Calls to this api have exceeded the rate limit.", RetryAfter: retryAfter);
}
