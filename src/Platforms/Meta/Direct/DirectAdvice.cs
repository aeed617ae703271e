using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>What an admin has to do about errors that concern the whole channel.</summary>
internal static class DirectAdvice
{
    private const int Expired = 463;
    private const int PasswordChanged = 460;
    private const int AppRemoved = 458;

    public static string Token(MetaError error) => error.ErrorSubcode switch
    {
        Expired => "The token has expired; an admin has to make a new one and put it into the settings.",
        PasswordChanged =>
            "The token ended because a password was changed; an admin has to make a new one and put it into the settings.",
        AppRemoved =>
            "The app was removed from the page or account; an admin has to connect it again and put the new token into "
            + "the settings.",
        _ => "Meta does not accept the token; an admin has to make a new one and put it into the settings.",
    };

    public static string Permission(MetaError error) =>
        $"Meta does not let the app send: {error.Quote}. An admin has to look at the app's permissions and the "
        + "account's status at Meta.";

    /// <summary>Why templates cannot be read or sent.</summary>
    public static string Templates(PlatformAnswer answer) => answer switch
    {
        MetaRejection { Error: { Code: 10 or 200 } error } =>
            $"Meta does not let the app use templates: {error.Quote}. An admin has to give it page_utility_messaging.",
        _ => Sentence(answer),
    };

    /// <summary>An answer that is no success, as a sentence.</summary>
    public static string Sentence(PlatformAnswer answer) => answer switch
    {
        MetaRejection { Error: { Code: 102 or 190 } error } => Token(error),
        MetaRejection { Error: var error } => $"Meta says: {error.Quote}.",
        PlatformAnswer.NoAnswer { Detail: var detail } => detail,
        _ => "Meta's answer could not be read.",
    };
}
