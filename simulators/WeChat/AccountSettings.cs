namespace Rozmova.Simulators.WeChat;

/// <summary>What an account's owner sees, and chooses, on WeChat's own site.</summary>
public sealed record AccountSettings
{
    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    /// <summary>What pushes are signed with.</summary>
    public required string Token { get; init; }

    /// <summary>43 characters; needed by the two modes that encrypt.</summary>
    public string? EncodingAesKey { get; init; }

    /// <summary>The account's own name in pushes; not the app id.</summary>
    public string OriginalId { get; init; } = "gh_0a1b2c3d4e5f";

    public PushMode Mode { get; init; }
}

/// <summary>How pushes are written.</summary>
public enum PushMode
{
    /// <summary>In the clear.</summary>
    Plain,

    /// <summary>In the clear and, beside it, encrypted.</summary>
    Compatible,

    /// <summary>Encrypted.</summary>
    Secure,
}
