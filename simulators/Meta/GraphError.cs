using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>A call that Meta refuses.</summary>
internal sealed class GraphErrorException(int code, string message, int? subcode = null, int status = 400, int? retryAfter = null)
    : Exception(message)
{
    public int Status { get; } = status;

    public int? RetryAfter { get; } = retryAfter;

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = "OAuthException", ["code"] = code };
        if (subcode is { } narrower)
        {
            error["error_subcode"] = narrower;
        }

        return new JsonObject { ["error"] = error };
    }
}
