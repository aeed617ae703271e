namespace Rozmova.Workspace.Relay;

/// <summary>What came for a pass-through channel can go nowhere now, so its sender has to keep it. The message is for the admin.</summary>
public sealed class CannotRelayException(string message) : Exception(message)
{
    /// <summary>Nobody could ever read it.</summary>
    public const string NoDesk =
        "A pass-through channel needs a desk: nobody could read what customers write, so it is left at the platform. Connect a desk that serves it.";

    /// <summary>Those who should have read it are behind.</summary>
    public const string Full = "There is no room in memory until the desks have taken what is there.";
}
