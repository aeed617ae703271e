using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Rozmova.Workspace.Relay;

/// <summary>How much passes through memory at a time, section <c>Rozmova:Relay</c>.</summary>
public sealed record RelayOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Rozmova:Relay";

    /// <summary>Messages at most. Default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int MostItems { get; init; } = 1000;

    /// <summary>Bytes at most, files of desks among them. Default 64 MiB.</summary>
    [Range(1024, long.MaxValue)]
    public long MostBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long something is kept for a side that does not take it. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class RelayOptionsValidator : IValidateOptions<RelayOptions>;
