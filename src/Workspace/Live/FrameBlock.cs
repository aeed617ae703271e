using System.Buffers;

namespace Rozmova.Workspace.Live;

/// <summary>
/// Whole frames on their way to any number of sockets. The bytes are lent by the pool and go back when the last who uses them leaves; a use
/// that is never left, because its socket broke, costs no more than leaving them to the garbage collector. HOT: measured by the intake benchmark.
/// </summary>
/// <param name="size">Bytes to begin with.</param>
internal sealed class FrameBlock(int size) : IBufferWriter<byte>
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(size);
    private int _length;
    private int _users = 1;

    /// <summary>All that was written. Not to be touched after leaving.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>One more needs the bytes, until it leaves. Whoever makes a block uses it from the beginning.</summary>
    public void Use() => Interlocked.Increment(ref _users);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureSpace(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void EnsureSpace(int needed)
    {
        if (_bytes.Length - _length < Math.Max(needed, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + needed));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
