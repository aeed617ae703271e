using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Meta;

/// <summary>One call, whatever its encoding.</summary>
internal sealed record GraphRequest(MetaAccount Account, string Method, string Node, string? Edge, JsonObject Body)
{
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public SimulatedFile? File { get; init; }

    public static async Task<GraphRequest> ReadAsync(
        MetaSimulator simulator, HttpRequest request, string[] parts, CancellationToken cancellationToken)
    {
        if (parts is not [_, var node, ..] || parts.Length > 3)
        {
            throw new GraphErrorException(2500, "Unknown path components");
        }

        var (body, file) = await ReadBodyAsync(request, cancellationToken);
        simulator.Calls.Add(new RecordedCall(parts.ElementAtOrDefault(2) ?? "", request.Path.Value!, body));
        var account = simulator.FindByToken(TokenOf(request))
            ?? throw new GraphErrorException(190, "Error validating access token: Session has expired", 463, status: 401);
        return new GraphRequest(account, request.Method, node, parts.ElementAtOrDefault(2), body)
        {
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            File = file,
        };
    }

    private static string TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 7 } header
            ? header["Bearer ".Length..]
            : request.Query["access_token"].ToString();

    private static async Task<(JsonObject Body, SimulatedFile? File)> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            var fields = form.Select(field => KeyValuePair.Create(field.Key, Parse(field.Value.ToString())));
            return (new JsonObject(fields), form.Files.Count > 0 ? await SimulatedFile.ReadAsync(form.Files[0], cancellationToken) : null);
        }

        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return (text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), null);
    }

    /// <summary>Objects are fields of JSON, the rest are texts.</summary>
    private static JsonNode? Parse(string field)
    {
        try
        {
            return field.StartsWith('{') ? JsonNode.Parse(field) : JsonValue.Create(field);
        }
        catch (JsonException)
        {
            throw new GraphErrorException(100, "(#100) param must be a valid JSON object");
        }
    }
}
