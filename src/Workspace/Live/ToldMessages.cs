using System.Buffers;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>The JSON of messages just written, for the conversations that show them. HOT: measured by the intake benchmark.</summary>
internal sealed class ToldMessages
{
    /// <summary>Bytes remembered at most; what comes after them is written twice.</summary>
    private const int Most = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly Dictionary<MessageBody, Range> _places = new(ReferenceEqualityComparer.Instance);

    public void Add(MessageBody message, ReadOnlySpan<byte> json)
    {
        if (_json.WrittenCount + json.Length <= Most)
        {
            _places[message] = _json.WrittenCount..(_json.WrittenCount + json.Length);
            _json.Write(json);
        }
    }

    /// <summary>Empty when it was not written.</summary>
    public ReadOnlySpan<byte> Find(MessageBody? message) =>
        message is not null && _places.TryGetValue(message, out var place) ? _json.WrittenSpan[place] : default;

    public void Clear()
    {
        _json.ResetWrittenCount();
        _places.Clear();
    }
}
