namespace Rozmova.Simulators.WeChat;

/// <summary>The call is refused with a number of WeChat's, under HTTP 200, and nothing happens.</summary>
public sealed record Refusal(int Code, string Message) : Fault;
