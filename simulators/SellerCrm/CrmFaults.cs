namespace Rozmova.Simulators.SellerCrm;

/// <summary>The call is refused under HTTP 200, by a number inside, and nothing happens.</summary>
public sealed record Refusal(int Retval, string Description, string? Code = null) : Fault
{
    public static Refusal ForeignToken() => new(1, "Token is not valid");
}

/// <summary>A page of HTML under HTTP 200 in the place of an answer, as in maintenance; nothing happens.</summary>
public sealed record MaintenancePage : Fault;

/// <summary>The call is carried out, and half of the answer's JSON comes.</summary>
public sealed record HalfAnswer : Fault;
