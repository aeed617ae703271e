using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>The menu below the chat.</summary>
internal static class MenuCalls
{
    private const int MostRoots = 3;

    public static Task<JsonNode?> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Json["button"] is not JsonArray { Count: > 0 and <= MostRoots })
        {
            throw new RefusedCallException(40016, "invalid button size");
        }

        call.Account.Menu = call.Json;
        return Task.FromResult<JsonNode?>(Api.Done());
    }

    public static Task<JsonNode?> GetAsync(ApiCall call, CancellationToken cancellationToken) => Task.FromResult<JsonNode?>(
        new JsonObject { ["menu"] = call.Account.Menu?.DeepClone() ?? throw new RefusedCallException(46003, "menu no exist") });

    public static Task<JsonNode?> DeleteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        call.Account.Menu = null;
        return Task.FromResult<JsonNode?>(Api.Done());
    }
}
