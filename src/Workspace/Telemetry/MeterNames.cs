namespace Rozmova.Workspace.Telemetry;

/// <summary>Names of meters.</summary>
internal static class MeterNames
{
    /// <summary>All instruments of our own.</summary>
    public const string Rozmova = "Rozmova";
}
