using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Pipeline;

/// <summary>
/// Ids of what the pipeline makes: UUIDv7 whose random part is a hash of what the thing stands for. A batch that was pushed, lost in a
/// power cut and made again from the journal then has the ids that listeners have seen already.
/// </summary>
internal static class StableId
{
    private const int TimeBytes = 6;
    private const int MostOnStack = 256;

    /// <param name="at">When it reached us, as the journal has it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="key">What it is called on its channel.</param>
    /// <param name="channel">The channel.</param>
    public static Guid Of(DateTimeOffset at, string kind, string key, ChannelId channel)
    {
        Span<byte> name = stackalloc byte[MostOnStack];
        if (!Utf8.TryWrite(name, $"{kind}/{channel.Value:N}/{key}", out var length))
        {
            name = Encoding.UTF8.GetBytes($"{kind}/{channel.Value:N}/{key}");
            length = name.Length;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name[..length], hash);
        var id = hash[..16];
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[^TimeBytes..].CopyTo(id);
        id[6] = (byte)(0x70 | (id[6] & 0x0F)); // version
        id[8] = (byte)(0x80 | (id[8] & 0x3F)); // variant
        return new Guid(id, bigEndian: true);
    }
}
