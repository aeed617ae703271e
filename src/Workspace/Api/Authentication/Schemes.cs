namespace Rozmova.Workspace.Api.Authentication;

/// <summary>The ways to say who one is.</summary>
internal static class Schemes
{
    /// <summary>Chooses between the two below by what the request carries.</summary>
    public const string Any = "any";

    /// <summary><c>Authorization: Bearer</c> with an API key; on the live feed also <c>?token=</c>.</summary>
    public const string ApiKey = "api-key";

    /// <summary>The console's cookie.</summary>
    public const string Session = "session";
}
