using Rozmova.Workspace.Live;

namespace Rozmova.Storage;

/// <summary>
/// What one commit published, as one value: 17 bytes each, the type and the subject's id. A row per commit instead of one per event, because
/// the log is written with every message and read only by who was away.
/// </summary>
internal static class StoredChanges
{
    private const int Size = 17;

    public static byte[] Encode(IReadOnlyList<LiveChange> changes)
    {
        var bytes = new byte[changes.Count * Size];
        for (var i = 0; i < changes.Count; i++)
        {
            bytes[i * Size] = (byte)changes[i].Type;
            changes[i].Subject.TryWriteBytes(bytes.AsSpan((i * Size) + 1), bigEndian: true, out _);
        }

        return bytes;
    }

    public static IEnumerable<LiveLogRow> Decode(long first, DateTimeOffset at, byte[] bytes)
    {
        for (var i = 0; i < bytes.Length / Size; i++)
        {
            yield return new LiveLogRow(first + i, (LiveType)bytes[i * Size], new Guid(bytes.AsSpan((i * Size) + 1, 16), bigEndian: true), at);
        }
    }
}
