using System.Globalization;
using System.Net;
using System.Text.Json;
using Rozmova.Platforms.Http;

namespace Rozmova.Desks.Webim;

/// <summary>Webim says no, by a word of its own; without one the status stands for it.</summary>
internal sealed record WebimRefusal(string Word) : PlatformAnswer
{
    public override string Summary => Word;
}

/// <summary>It was not Webim who answered, or it was not ready: to be tried again, perhaps when it says.</summary>
internal sealed record WebimTrouble(string Detail, TimeSpan? RetryAfter) : PlatformAnswer;

/// <summary>What an answer means for the message that was sent. Pure.</summary>
internal abstract record WebimVerdict
{
    private WebimVerdict()
    {
    }

    /// <summary>Webim has it.</summary>
    public sealed record Taken(ReadOnlyMemory<byte> Body) : WebimVerdict;

    /// <summary>Later, under the same id.</summary>
    public sealed record Later(string Detail, TimeSpan? Wait = null) : WebimVerdict
    {
        /// <summary>Whether anything at all was answered.</summary>
        public bool Answered { get; init; } = true;
    }

    /// <summary>It may have arrived.</summary>
    public sealed record Unsure(string Detail) : WebimVerdict;

    /// <summary>Nothing can be sent to this account before an admin has done something.</summary>
    public sealed record AccountRejected(string Detail) : WebimVerdict;

    /// <summary>The visitor is blocked there.</summary>
    public sealed record Banned : WebimVerdict;

    /// <summary>Not this file.</summary>
    public sealed record FileRefused(string Word) : WebimVerdict;

    /// <summary>The signature of the visitor's fields is not accepted.</summary>
    public sealed record SignatureRefused(string Word) : WebimVerdict;

    /// <summary>Not this message, ever.</summary>
    public sealed record Refused(string Word) : WebimVerdict;

    public static WebimVerdict Of(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted taken => new Taken(taken.Body),
        PlatformAnswer.Unanswered lost => new Unsure(lost.Detail),
        PlatformAnswer.NoAnswer unreached => new Later(unreached.Detail) { Answered = false },
        WebimTrouble trouble => new Later(trouble.Detail, trouble.RetryAfter),
        WebimRefusal { Word: var word } => Of(word),
        _ => new Later("Webim's answer could not be read."),
    };

    private static WebimVerdict Of(string word) => word switch
    {
        "unauthorized" or "provided-auth-token-not-found" => new AccountRejected(
            "Webim does not accept the access token; copy it from the channel's page in Webim into the settings."),
        "account-blocked" => new AccountRejected("The Webim account is blocked; only Webim's support can undo it."),
        "no-tariff-option" => new AccountRejected("The Webim account's tariff has no custom channels; ask Webim to add them."),
        "setting_disabled" => new AccountRejected("The custom channel is switched off in Webim; switch it on there."),
        "visitor_banned" => new Banned(),
        "max_file_size_exceeded" or "file_size_too_small" or "not_allowed_file_type" or "not_allowed_mime_type"
            or "not_matching_magic_numbers" or "malicious_file_detected" or "max_files_count_per_chat_exceeded" => new FileRefused(word),
        "provided-visitor-expired" or "wrong-provided-visitor-hash-value" or "wrong-provided-visitor-expires-value" =>
            new SignatureRefused(word),
        "server-not-ready" or "internal_error" => new Later($"Webim says {word}."),
        _ => new Refused(word),
    };
}

/// <summary>Reads what Webim, or something before it, answered.</summary>
internal static class WebimAnswers
{
    private const int LongestWord = 60;

    public static PlatformAnswer Read(WebimContract contract, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var json = WebimJson.Read(body);
        var status = (int)response.StatusCode;
        return (json, response.StatusCode) switch
        {
            ({ } said, _) when WordIn(said) is { } word => new WebimRefusal(word),
            (_, HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) => new WebimRefusal("unauthorized"),
            ({ } said, _) when response.IsSuccessStatusCode && IsOk(contract, said) => new PlatformAnswer.Accepted(body),
            ({ }, >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests) =>
                new WebimRefusal(string.Create(CultureInfo.InvariantCulture, $"status {status}")),
            _ => new WebimTrouble(
                string.Create(CultureInfo.InvariantCulture, $"Webim, or something before it, answered with status {status}."),
                WaitIn(response, now)),
        };
    }

    private static bool IsOk(WebimContract contract, JsonElement said) =>
        contract.OkWhen == WebimSettings.NoError
        || (contract.OkWhen.Split('=', 2) is [var member, var value] && said.TextAt(member) == value);

    // Webim refuses under 200 too. What stands there is a word; whatever else it is goes into no log and no sentence.
    private static string? WordIn(JsonElement said) => said.At("error") switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False } => null,
        { ValueKind: JsonValueKind.String } word when IsWord(word.GetString()!) => word.GetString(),
        _ => "an unnamed error",
    };

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= LongestWord && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static TimeSpan? WaitIn(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
