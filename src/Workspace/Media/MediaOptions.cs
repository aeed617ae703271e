using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Rozmova.Workspace.Media;

/// <summary>The limits of files, section <c>Rozmova:Media</c>.</summary>
public sealed record MediaOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Rozmova:Media";

    /// <summary>Largest file, in bytes, whichever way it goes. Default 50 MB.</summary>
    [Range(1, long.MaxValue)]
    public long MostBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>How long one attempt to fetch a file from a platform may take. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FetchTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long fetching from an address an operator gave may take. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:50")]
    public TimeSpan ImportTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Files fetched from one channel at a time. Default 4.</summary>
    [Range(1, 64)]
    public int PerChannel { get; init; } = 4;
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class MediaOptionsValidator : IValidateOptions<MediaOptions>;
