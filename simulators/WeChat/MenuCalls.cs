using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>The menu below the chat.</summary>
internal static class MenuCalls
{
    private const int MostRoots = 3;
    private const int MostBelow = 5;

    public static Task<JsonNode?> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Json["button"] is not JsonArray { Count: > 0 and <= MostRoots } roots)
        {
            throw new RefusedCallException(40016, "invalid button size");
        }

        foreach (var root in roots)
        {
            Check(root!, "name", most: 16, code: 40018);
            CheckBelow(root!);
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

    private static void CheckBelow(JsonNode root)
    {
        if (root["sub_button"] is not JsonArray below)
        {
            CheckAim(root, key: 40019, url: 40020);
            return;
        }

        if (below.Count is 0 or > MostBelow)
        {
            throw new RefusedCallException(40023, "invalid sub button size");
        }

        foreach (var button in below)
        {
            Check(button!, "name", most: 60, code: 40025);
            CheckAim(button!, key: 40026, url: 40027);
        }
    }

    private static void CheckAim(JsonNode button, int key, int url)
    {
        switch ((string?)button["type"])
        {
            case "click":
                Check(button, "key", most: 128, key);
                break;
            case "view":
                Check(button, "url", most: 1024, url);
                break;
            default:
                throw new RefusedCallException(40015, "invalid button type");
        }
    }

    private static void Check(JsonNode button, string field, int most, int code)
    {
        var bytes = Encoding.UTF8.GetByteCount((string?)button[field] ?? "");
        if (bytes == 0 || bytes > most)
        {
            throw new RefusedCallException(code, $"invalid button {field} size");
        }
    }
}
