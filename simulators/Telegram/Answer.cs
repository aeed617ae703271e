using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram;

/// <summary>What a method gives back, and how the envelope around it is written.</summary>
internal sealed record Answer(Action<Utf8JsonWriter> WriteResult, string? Description = null)
{
    public static Answer True { get; } = new(json => json.WriteBooleanValue(true));

    public static Answer Of(JsonNode result) => new(json => result.WriteTo(json));

    public Task WriteAsync(HttpResponse response, CancellationToken cancellationToken) =>
        WriteAsync(response, StatusCodes.Status200OK, json =>
        {
            json.WriteBoolean("ok", true);
            json.WritePropertyName("result");
            WriteResult(json);
            if (Description is not null)
            {
                json.WriteString("description", Description);
            }
        }, cancellationToken);

    public static Task WriteRefusalAsync(HttpResponse response, RefusedCallException refusal, CancellationToken cancellationToken)
    {
        if (refusal.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(response, refusal.Code, json =>
        {
            json.WriteBoolean("ok", false);
            json.WriteNumber("error_code", refusal.Code);
            json.WriteString("description", refusal.Message);
            if (refusal is { RetryAfter: not null } or { MigrateTo: not null })
            {
                json.WriteStartObject("parameters");
                json.WriteNumber(
                    refusal.MigrateTo is null ? "retry_after" : "migrate_to_chat_id", refusal.MigrateTo ?? refusal.RetryAfter!.Value);
                json.WriteEndObject();
            }
        }, cancellationToken);
    }

    private static async Task WriteAsync(
        HttpResponse response, int status, Action<Utf8JsonWriter> members, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.WrittenCount;
        await response.BodyWriter.WriteAsync(body.WrittenMemory, cancellationToken);
    }
}
