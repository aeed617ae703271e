using Rozmova.Messaging;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Relay;

/// <summary>A file of a desk's reply, in memory until the platform has it.</summary>
internal sealed class RelayedFile(MediaFile file, byte[] bytes)
{
    /// <summary>As an upload is described; in no table.</summary>
    public MediaFile File { get; } = file;

    public byte[] Bytes { get; } = bytes;

    /// <summary>From its beginning.</summary>
    public Stream Open() => new MemoryStream(Bytes, writable: false);

    public static string NameOf(MediaId id) => $"file/{id}";

    /// <inheritdoc/>
    public override string ToString() => nameof(RelayedFile);
}
