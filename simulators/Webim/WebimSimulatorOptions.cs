namespace Rozmova.Simulators.Webim;

/// <summary>How a simulated Webim behaves; every default suits a test.</summary>
public sealed record WebimSimulatorOptions : SimulatorOptions
{
    /// <summary>
    /// Chats are numbered above it. A simulator that is to carry on where an earlier one stopped takes a number that grows, for what
    /// comes again is a repeat.
    /// </summary>
    public int FirstChat { get; init; }

    /// <summary>What things are called. Default: as the documentation of the desk has it.</summary>
    public WebimNames Names { get; init; } = new();

    /// <summary>How long we may take to answer a callback. Default: twenty seconds.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>
/// What an account calls its addresses and members. Members of members are written with a dot. <paramref name="Token"/> is where the
/// access token comes: <c>header</c>, or <c>query:name</c>, or <c>body:name</c>.
/// </summary>
public sealed record WebimNames(
    string SendPath = "/api/custom_channel/v1/send_message",
    string ClosePath = "/api/custom_channel/v1/close_chat",
    string VisitorId = "visitor_id",
    string Fields = "visitor.fields",
    string Message = "message",
    string Token = "header");
