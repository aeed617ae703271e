using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Desks.Webim;

/// <summary>What Webim hears from us.</summary>
internal static class WebimReplies
{
    public static ReadOnlyMemory<byte> Ok { get; } = """{"result":"ok"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Error(string word, string description) =>
        new JsonObject { ["error"] = word, ["desc"] = description }.ToBytes();

    /// <summary>Of a request that nobody looked into.</summary>
    public static ReadOnlyMemory<byte>? Refusal(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Error("unauthorized", "The secret is missing or wrong."),
        StatusCodes.Status410Gone => Error("setting_disabled", "This desk is switched off."),
        StatusCodes.Status413PayloadTooLarge => Error("max-message-length-exceeded", "A request has at most 4 MiB."),
        StatusCodes.Status503ServiceUnavailable => Error("server-not-ready", "It could not be taken now."),
        _ => null,
    };
}
