namespace Rozmova.Testing.Conformance;

/// <summary>What can go wrong with a message of ours.</summary>
public enum Trouble
{
    /// <summary>The customer blocked us or unsubscribed; nothing arrives.</summary>
    Blocked,

    /// <summary>The platform knows no such customer; nothing arrives.</summary>
    UnknownChat,

    /// <summary>Too many messages: the platform asks to wait a second, or however it says so; nothing arrives.</summary>
    RateLimited,

    /// <summary>The credentials are not accepted any more; nothing arrives until they are mended.</summary>
    TokenExpired,

    /// <summary>The platform answers a 5xx; nothing arrives.</summary>
    ServerError,

    /// <summary>The connection is cut before the answer. The message may have arrived.</summary>
    NoAnswer,
}
