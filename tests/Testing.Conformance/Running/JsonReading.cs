using System.Net;
using System.Text.Json.Nodes;

namespace Rozmova.Testing.Running;

/// <summary>Reads answers as JSON.</summary>
public static class JsonReading
{
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()).ShouldNotBeNull();

    /// <summary>The body of an answer, whatever its status.</summary>
    public static async Task<string> GetStringOrProblemAsync(this HttpClient client, string path) =>
        await (await client.GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>A member that is text.</summary>
    public static string Text(this JsonNode node, string name) => (string?)node[name] ?? "";

    /// <summary>What an entry of a conversation says.</summary>
    public static string Says(this JsonNode entry) => entry["content"]!.Text("text");

    /// <summary>An entry's number within its conversation.</summary>
    public static long Seq(this JsonNode entry) => (long)entry["seq"]!;

    /// <summary>Expects a problem of this status and code, and gives it.</summary>
    public static async Task<JsonNode> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(body).ShouldNotBeNull();
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        return problem;
    }
}
