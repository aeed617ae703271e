using Rozmova.Messaging;

namespace Rozmova.Workspace.Relay;

/// <summary>
/// Errors of pass-through channels in our words only: a platform may quote what it was sent, and what it says is not looked through for that.
/// </summary>
internal static class WithheldErrors
{
    private const string NotQuoted = "What the platform says to it is not stored for this channel.";

    /// <summary>The code stays, the platform's words go.</summary>
    public static SendError Strip(SendError error) => new(error.Code, $"{Sentence(error.Code)} {NotQuoted}");

    /// <summary>The same of whatever came of sending.</summary>
    public static SendOutcome Strip(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => new SendOutcome.Refused(Strip(refused.Error)),
        SendOutcome.NotDelivered => new SendOutcome.NotDelivered($"It did not arrive. {NotQuoted}"),
        SendOutcome.ChannelRejected => new SendOutcome.ChannelRejected($"The platform does not accept the channel's credentials. {NotQuoted}"),
        SendOutcome.Unknown => new SendOutcome.Unknown($"No answer that could be understood came, so it may or may not have arrived. {NotQuoted}"),
        _ => outcome,
    };

    private static string Sentence(string code) => code switch
    {
        SendErrors.Blocked => "The customer blocked us.",
        SendErrors.ChatNotFound => "The chat does not exist any more, or never wrote to us.",
        SendErrors.NotSupported => "The platform cannot take this kind of message.",
        SendErrors.FileRefused => "The file is too large, missing, or not what the platform takes.",
        SendErrors.WindowClosed => "The platform's time for answering is over.",
        SendErrors.GaveUp => "The platform could not take the message for a whole day.",
        _ => "The platform did not take the message.",
    };
}
