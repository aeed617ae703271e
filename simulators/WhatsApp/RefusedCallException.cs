namespace Rozmova.Simulators.WhatsApp;

/// <summary>The Graph API says no, with a code of its own.</summary>
internal sealed class RefusedCallException(int code, string details, int status = 400, int? subcode = null) : Exception(details)
{
    public int Code { get; } = code;

    public int Status { get; } = status;

    public int? Subcode { get; } = subcode;

    public int? RetryAfter { get; init; }
}
