using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Webim;

/// <summary>One message of a chat as operators see it.</summary>
public sealed record WebimMessage(string Id, string Kind, bool FromVisitor, DateTimeOffset At, JsonObject Json)
{
    public string? Text => (string?)Json["text"];

    /// <summary>The visitor's file, fetched from the address that came with it as soon as it came; fails when it cannot be had.</summary>
    public Task<SimulatedFile>? File { get; init; }
}

/// <summary>What a callback was answered.</summary>
public sealed record CallbackAnswer(int Status, JsonObject? Body)
{
    public string? Error => (string?)Body?["error"];
}
