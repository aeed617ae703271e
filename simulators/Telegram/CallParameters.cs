using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rozmova.Simulators.Telegram;

/// <summary>The parameters of a call, wherever they came from: query, form, multipart or JSON.</summary>
internal sealed class CallParameters(JsonObject values, IFormFileCollection? files)
{
    private static readonly FormOptions RoomyForms = new()
    {
        ValueLengthLimit = 1024 * 1024,
        MultipartBodyLengthLimit = BotApi.LargestRequest,
        MemoryBufferThreshold = 1024 * 1024,
    };

    public JsonObject Values { get; } = values;

    public static async Task<CallParameters> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            return new CallParameters(WithQuery(request, await ReadJsonAsync(request, cancellationToken)), null);
        }

        var values = WithQuery(request, []);
        if (!request.HasFormContentType)
        {
            return new CallParameters(values, null);
        }

        var form = await new FormFeature(request, RoomyForms).ReadFormAsync(cancellationToken);
        foreach (var (name, value) in form)
        {
            values[name] = value.ToString();
        }

        return new CallParameters(values, form.Files);
    }

    public bool Has(string name) => Values[name] is not null;

    public string? Text(string name) => Values[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    public long? Long(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Int(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) =>
        Text(name) is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>An object or an array, given as such or as a string that holds it.</summary>
    public JsonNode? Structure(string name)
    {
        if (Values[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return Values[name];
        }

        var text = value.GetValue<string>();
        return text.Length == 0 ? null : Parse(text, $"can't parse {name} JSON object");
    }

    public IFormFile? File(string name) => files?.GetFile(name);

    private static JsonObject WithQuery(HttpRequest request, JsonObject values)
    {
        foreach (var (name, value) in request.Query)
        {
            values.TryAdd(name, value.ToString());
        }

        return values;
    }

    private static async Task<JsonObject> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return text.Length == 0
            ? []
            : Parse(text, "can't parse JSON object") as JsonObject
                ?? throw RefusedCallException.BadRequest("can't parse JSON object");
    }

    private static JsonNode? Parse(string json, string complaint)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            // The caller's mistake, told in the platform's words.
            throw RefusedCallException.BadRequest(complaint);
        }
    }
}
