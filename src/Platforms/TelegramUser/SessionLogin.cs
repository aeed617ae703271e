using System.Globalization;
using System.Text.Json.Nodes;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>TDLib's authorization states as steps for a person, and what a person enters as requests. Pure.</summary>
internal static class SessionLogin
{
    /// <summary>Where the sign-in stands; null while that is open.</summary>
    public static LoginStep? StepOf(JsonObject state) => state.TypeOf() switch
    {
        "authorizationStateWaitPhoneNumber" => new LoginStep(
            LoginNeed.Phone, Hint: "Have a code sent to the account's number, or show a QR code to scan with its phone."),
        "authorizationStateWaitCode" => new LoginStep(LoginNeed.Code, Hint: CodeHint(state.Inner("code_info")?.Inner("type"))),
        "authorizationStateWaitEmailCode" => new LoginStep(LoginNeed.Code, Hint: "Telegram sent the code to the account's e-mail address."),
        "authorizationStateWaitPassword" => new LoginStep(LoginNeed.Password, Hint: PasswordHint(state.Text("password_hint"))),
        "authorizationStateWaitOtherDeviceConfirmation" => new LoginStep(
            LoginNeed.Qr, state.Text("link"), "Scan it in Telegram on the phone: Settings, Devices, Link Desktop Device."),
        "authorizationStateWaitRegistration" => NotHere("There is no account with this number. Register it in Telegram's own app first."),
        "authorizationStateWaitEmailAddress" => NotHere("Telegram wants an e-mail address for this account. Sign in with its own app first."),
        "authorizationStateWaitPremiumPurchase" => NotHere("Telegram wants a purchase for this number. Sign in with its own app first."),
        "authorizationStateReady" => new LoginStep(LoginNeed.Ready),
        _ => null,
    };

    /// <summary>The channel's state while it waits for a person.</summary>
    public static string DetailOf(LoginStep step) => step.Need switch
    {
        LoginNeed.Phone => "Nobody is signed in. Sign in with a code or a QR code.",
        LoginNeed.Code => "Enter the code. " + step.Hint,
        LoginNeed.Password => "Enter the account's second password.",
        LoginNeed.Qr => "Scan the QR code with the account's phone.",
        _ => step.Hint ?? "Signing in here is not possible.",
    };

    public static JsonObject RequestOf(LoginInput input, JsonObject state, string? phone) => input switch
    {
        LoginInput.Phone { Number: var number } => TdRequests.SetPhone(number ?? phone ?? ""),
        LoginInput.Code { Digits: var code } when state.TypeOf() == "authorizationStateWaitEmailCode" => TdRequests.CheckEmailCode(code),
        LoginInput.Code { Digits: var code } => TdRequests.CheckCode(code),
        LoginInput.Password { Secret: var password } => TdRequests.CheckPassword(password),
        _ => TdRequests.RequestQr(),
    };

    public static string Explain(TdError error) => error switch
    {
        { Wait: { } wait } => string.Create(CultureInfo.InvariantCulture, $"Telegram asks to wait {wait.TotalSeconds:0} seconds."),
        _ when error.Says("PHONE_NUMBER_INVALID") => "Telegram does not know such a number. Write it with its country code.",
        _ when error.Says("PHONE_NUMBER_BANNED") => "Telegram has banned this number.",
        _ when error.Says("PHONE_CODE_INVALID") => "That is not the code. Look again, or ask for another.",
        _ when error.Says("PHONE_CODE_EXPIRED") => "The code is too old. Ask for another.",
        _ when error.Says("PASSWORD_HASH_INVALID") => "That is not the account's second password.",
        _ when error.Says("API_ID") => "Telegram does not accept apiId and apiHash. Copy both from my.telegram.org.",
        _ when error.Says("unexpected") => "The sign-in is not at that step. Look where it stands.",
        _ => $"Telegram refused: {error.Quote}.",
    };

    private static LoginStep NotHere(string hint) => new(LoginNeed.RegisteringNotSupported, Hint: hint);

    private static string CodeHint(JsonObject? type) => type?.TypeOf() switch
    {
        "authenticationCodeTypeTelegramMessage" => "Telegram sent it to the account's other devices.",
        "authenticationCodeTypeSms" or "authenticationCodeTypeSmsWord" or "authenticationCodeTypeSmsPhrase" => "Telegram sent it by SMS.",
        "authenticationCodeTypeCall" => "Telegram calls the number and says it.",
        "authenticationCodeTypeFlashCall" or "authenticationCodeTypeMissedCall" => "Telegram calls the number: it is in the caller's number.",
        "authenticationCodeTypeFragment" => "It is at fragment.com.",
        _ => "Telegram sent it.",
    };

    private static string PasswordHint(string hint) => hint.Length == 0 ? "The account has no hint for it." : $"The account's hint: {hint}";
}
