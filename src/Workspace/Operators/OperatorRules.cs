using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Operators;

/// <summary>What an operator must be like.</summary>
internal static partial class OperatorRules
{
    /// <summary>Characters a name may have.</summary>
    public const int LongestName = 200;

    /// <summary>Null when all is well. <paramref name="others"/> are all that exist.</summary>
    public static ProblemHttpResult? Check(Operator candidate, string? password, IReadOnlyList<Operator> others) => candidate switch
    {
        { Name.Length: 0 } => Problem.Invalid("name", "An operator needs a name."),
        { Name.Length: > LongestName } => Problem.Invalid("name", $"A name has at most {LongestName} characters."),
        { Email: { } email } when !EmailShape().IsMatch(email) => Problem.Invalid("email", "This is not an e-mail address."),
        { Email: { } email } when others.Any(other => other.Id != candidate.Id && SameEmail(other.Email, email)) =>
            Problem.Of(StatusCodes.Status409Conflict, "email-taken", "Another operator has this e-mail address.", ("field", "email")),
        { TelegramUserId: { } id } when others.Any(other => other.Id != candidate.Id && other.TelegramUserId == id) =>
            Problem.Of(StatusCodes.Status409Conflict, "telegram-taken", "Another operator is this Telegram user.", ("field", "telegramUserId")),
        _ when password is not null && !Passwords.IsAcceptable(password) => BadPassword(),
        _ => null,
    };

    public static ProblemHttpResult BadPassword() =>
        Problem.Invalid("password", $"A password has {Passwords.Shortest} to {Passwords.Longest} characters.");

    private static bool SameEmail(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Whether an address works only a mail can tell: this finds slips, nothing more.
    [GeneratedRegex(@"\A[^\s@]+@[^\s@]+\z")]
    private static partial Regex EmailShape();
}
