namespace Rozmova.Platforms.Custom;

/// <summary>What can be told besides messages, in either direction unless said otherwise.</summary>
internal static class EventTypes
{
    public const string Edit = "edit";
    public const string Delete = "delete";
    public const string Reaction = "reaction";
    public const string Read = "read";
    public const string Typing = "typing";

    /// <summary>In only.</summary>
    public const string Delivered = "delivered";
}
