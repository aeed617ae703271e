using Microsoft.AspNetCore.Identity;

namespace Rozmova.Workspace.Operators;

/// <summary>Hashes and checks passwords.</summary>
internal sealed class Passwords
{
    public const int Shortest = 8;
    public const int Longest = 256;

    private readonly PasswordHasher<Operator> _hasher = new();
    private readonly string _nobodys;

    public Passwords()
    {
        _nobodys = Hash(Api.Authentication.ApiKeySecret.CreateToken());
    }

    /// <summary>Whether it may be chosen.</summary>
    public static bool IsAcceptable(string? password) => password?.Length is >= Shortest and <= Longest;

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Takes the same time whether or not there is such an operator, so that the answer's time does not tell.</summary>
    public bool Matches(Operator? candidate, string password)
    {
        var result = _hasher.VerifyHashedPassword(null!, candidate?.PasswordHash ?? _nobodys, password);
        return candidate?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }
}
