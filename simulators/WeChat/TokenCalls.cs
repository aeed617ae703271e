using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>The two ways to an access token.</summary>
internal static class TokenCalls
{
    public static Task<JsonNode?> ClassicAsync(ApiCall call, CancellationToken cancellationToken) =>
        Task.FromResult<JsonNode?>(Issue(call, call.Query["appid"], call.Query["secret"], force: true));

    public static Task<JsonNode?> StableAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var json = call.Json;
        return Task.FromResult<JsonNode?>(Issue(
            call, (string?)json["appid"], (string?)json["secret"], (bool?)json["force_refresh"] ?? false));
    }

    private static JsonObject Issue(ApiCall call, string? appId, string? secret, bool force)
    {
        var account = call.Simulator.FindAccount(appId) ?? throw new RefusedCallException(40013, "invalid appid");
        if (account.Settings.AppSecret != secret)
        {
            throw new RefusedCallException(40125, "invalid appsecret");
        }

        var (token, expiresIn) = account.Tokens.Issue(force);
        return new JsonObject { ["access_token"] = token, ["expires_in"] = expiresIn };
    }
}
