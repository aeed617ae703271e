using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests;

/// <summary>Somebody who answers customers, by a key of their own.</summary>
internal sealed record Operator(string Id, string Name, string Key, HttpClient Client);

internal static class Hiring
{
    private static int _last;

    /// <summary>Adds operators, each with a key.</summary>
    public static async Task<IReadOnlyList<Operator>> HireAsync(this RozmovaServer server, int count)
    {
        var hired = new List<Operator>();
        for (var number = 0; number < count; number++)
        {
            hired.Add(await HireAsync(server));
        }

        return hired;
    }

    private static async Task<Operator> HireAsync(RozmovaServer server)
    {
        var name = $"Operator {Interlocked.Increment(ref _last)}";
        var email = $"{name.Replace(' ', '.')}@example.com";
        var added = await PostAsync(server, "/api/v1/operators", new { name, email, role = "operator" });
        var key = await PostAsync(server, $"/api/v1/operators/{added.Text("id")}/keys", new { name = "tests" });
        return new Operator(added.Text("id"), name, key.Text("key"), server.CreateClient(key.Text("key")));
    }

    private static async Task<JsonNode> PostAsync(RozmovaServer server, string path, object body)
    {
        var answer = await server.Client.PostAsJsonAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
