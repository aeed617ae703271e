namespace Rozmova.Messaging.Platforms;

/// <summary>A platform whose channels are ordinary accounts: a person signs in, step by step, and the session is kept.</summary>
public interface ILoginPlatform : IPlatform
{
    /// <summary>
    /// Takes the sign-in one step further by what a person entered; null only looks where it stands. Waits a little for the next step.
    /// What is entered is neither stored nor logged.
    /// </summary>
    ValueTask<LoginAnswer> LoginAsync(ChannelConnection channel, LoginInput? input, CancellationToken cancellationToken);

    /// <summary>Signs a deleted channel out and removes everything kept for it. Best effort.</summary>
    ValueTask LogOutAsync(ChannelConnection channel, CancellationToken cancellationToken);
}

/// <summary>What a person enters to sign in.</summary>
public abstract record LoginInput
{
    private protected LoginInput()
    {
    }

    /// <summary>Names the case only: a record prints its members, and these are secrets.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The number to sign in with; null for the one in the settings.</summary>
    public sealed record Phone(string? Number) : LoginInput;

    /// <summary>The code the platform sent.</summary>
    public sealed record Code(string Digits) : LoginInput;

    /// <summary>The account's second password.</summary>
    public sealed record Password(string Secret) : LoginInput;

    /// <summary>Asks for a link to be shown as a QR code and scanned by the account's phone.</summary>
    public sealed record Qr : LoginInput;
}

/// <summary>What a sign-in waits for.</summary>
public enum LoginNeed
{
    /// <summary>The number, or the wish to scan a code.</summary>
    Phone = 1,

    /// <summary>The code the platform sent.</summary>
    Code = 2,

    /// <summary>The account's second password.</summary>
    Password = 3,

    /// <summary>A scan of the link.</summary>
    Qr = 4,

    /// <summary>Nothing: it is signed in.</summary>
    Ready = 5,

    /// <summary>There is no such account, or it asks for what only the platform's own app can do.</summary>
    RegisteringNotSupported = 6,
}

/// <summary>Where a sign-in stands: what it needs, the link to scan, and a sentence for the person.</summary>
public sealed record LoginStep(LoginNeed Need, string? Link = null, string? Hint = null);

/// <summary>What came of looking at a sign-in, or of a step.</summary>
public abstract record LoginAnswer
{
    private protected LoginAnswer()
    {
    }

    /// <summary>It stands here now.</summary>
    public sealed record At(LoginStep Step) : LoginAnswer;

    /// <summary>The platform does not take what was entered; the sentence says why and what to do.</summary>
    public sealed record Refused(string Detail) : LoginAnswer;

    /// <summary>The session is held by another process of the installation, or not open yet.</summary>
    public sealed record Elsewhere : LoginAnswer;
}
