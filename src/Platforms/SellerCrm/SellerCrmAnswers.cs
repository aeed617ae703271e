using System.Globalization;
using System.Net;
using System.Text.Json;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>What the body of an answer has to be.</summary>
internal enum Due
{
    /// <summary>Nothing, or anything that does not say no.</summary>
    Anything = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>A bare list.</summary>
    List = 2,
}

/// <summary>
/// Judges an answer. The status alone says little: an error may come with 200, a page of HTML in the place of an answer, or half of one. Pure.
/// </summary>
internal static class SellerCrmAnswers
{
    private static readonly string[] WordsOfTokens = ["token", "токен", "unauthor", "not authorized", "авториз"];

    public static PlatformAnswer Read(HttpResponseMessage response, byte[] body, Due due, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var wait = WaitOf(response, now);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Rejected(RejectionKind.Pace, status, body, wait),
            HttpStatusCode.GatewayTimeout => new PlatformAnswer.Unanswered("A gateway gave up waiting for the CRM's answer."),
            >= HttpStatusCode.InternalServerError => new SellerCrmAway(Text($"The CRM has trouble: status {status}."), wait),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Rejected(RejectionKind.Token, status, body, wait),
            HttpStatusCode.NotFound => Rejected(RejectionKind.Missing, status, body, wait),
            HttpStatusCode.RequestEntityTooLarge => Rejected(RejectionKind.Size, status, body, wait),
            >= HttpStatusCode.BadRequest => Rejected(RejectionKind.Request, status, body, wait),
            >= HttpStatusCode.MultipleChoices => new PlatformAnswer.Unreachable(Text(
                $"Something other than the CRM answered with status {status}; check baseUrl.")),
            _ when IsPage(response, body) => new SellerCrmAway(
                "The CRM shows a page of HTML in the place of an answer, as it does in maintenance.", wait),
            _ => ReadBody(body, due),
        };
    }

    private static PlatformAnswer ReadBody(byte[] body, Due due)
    {
        if (IsEmpty(body))
        {
            return due == Due.Anything
                ? new PlatformAnswer.Accepted(body)
                : new SellerCrmGarbled("The CRM's answer is empty where one is due.");
        }

        return KindOf(body) switch
        {
            null => new SellerCrmGarbled("The CRM's answer broke off: it is no whole JSON."),
            JsonValueKind.Object when ReadRefusal(body) is { } refusal => refusal,
            JsonValueKind.Object when due is Due.Object or Due.Anything => new PlatformAnswer.Accepted(body),
            JsonValueKind.Array when due is Due.List or Due.Anything => new PlatformAnswer.Accepted(body),
            _ when due == Due.Anything => new PlatformAnswer.Accepted(body),
            JsonValueKind.Object => WithoutList(body),
            _ => new SellerCrmGarbled("The CRM answered something else than what was asked for."),
        };
    }

    /// <summary>Where the answer says that it is none: by a number, or by naming errors.</summary>
    private static SellerCrmRejection? ReadRefusal(byte[] body) => PlatformJson.Read(body, SellerCrmJson.Default.AnswerStatus) switch
    {
        { Code: not (null or "" or "0") and var code } status => Refusal(status, code),
        { Error: { Length: > 0 } } status => Refusal(status, "error"),
        { Errors.ValueKind: JsonValueKind.Array } status when status.Errors.GetArrayLength() > 0 => Refusal(status, "error"),
        _ => null,
    };

    /// <summary>An object where a list is due is an error, even one that does not say so.</summary>
    private static PlatformAnswer WithoutList(byte[] body) =>
        PlatformJson.Read(body, SellerCrmJson.Default.AnswerStatus) is { } status && WordsOf(status) is { Length: > 0 }
            ? Refusal(status, "error")
            : new SellerCrmGarbled("The CRM answered an object where a list is due.");

    private static SellerCrmRejection Refusal(AnswerStatus status, string code)
    {
        var (ownCode, words) = (CodeIn(status.Errors), WordsOf(status));
        var told = $"{ownCode} {words}";
        var isToken = WordsOfTokens.Any(word => told.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new SellerCrmRejection(isToken ? RejectionKind.Token : RejectionKind.Request, ownCode ?? code, words);
    }

    private static SellerCrmRejection Rejected(RejectionKind kind, int status, byte[] body, TimeSpan? wait)
    {
        var told = PlatformJson.Read(body, SellerCrmJson.Default.AnswerStatus);
        var code = CodeIn(told?.Errors ?? default) ?? status.ToString(CultureInfo.InvariantCulture);
        return new SellerCrmRejection(kind, code, told is null ? "" : WordsOf(told), wait);
    }

    /// <summary>The CRM's own sentence, in English where it has one.</summary>
    private static string WordsOf(AnswerStatus status)
    {
        var words = new[] { status.Endesc, status.Retdesc, status.Desc, status.Message, status.Error, MessageIn(status.Errors) };
        return Array.Find(words, text => !string.IsNullOrWhiteSpace(text))?.Trim() ?? "";
    }

    private static string? CodeIn(JsonElement errors) => MemberIn(errors, "code");

    private static string? MessageIn(JsonElement errors) => MemberIn(errors, "message");

    private static string? MemberIn(JsonElement errors, string name) =>
        errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0 && errors[0] is { ValueKind: JsonValueKind.Object } first
            && first.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? member.ToString()
            : null;

    private static JsonValueKind? KindOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind;
        }
        catch (JsonException)
        {
            // That is the answer to the question.
            return null;
        }
    }

    private static bool IsPage(HttpResponseMessage response, byte[] body) =>
        response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml"
        || body.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..];

    private static bool IsEmpty(byte[] body) => body.AsSpan().Trim(" \t\r\n"u8).IsEmpty;

    private static TimeSpan? WaitOf(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
