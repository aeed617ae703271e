namespace Rozmova.Workspace.Api;

/// <summary>A part that must have finished starting before webhooks are welcome.</summary>
public interface IReadiness
{
    /// <summary>What it still waits for, in a few words; null when it is ready.</summary>
    string? WaitsFor { get; }
}
