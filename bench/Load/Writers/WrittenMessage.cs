using System.Globalization;
using System.Text;

namespace Rozmova.Bench.Writers;

/// <summary>What of a request depends on its message.</summary>
internal sealed record WrittenMessage(byte[] Body)
{
    public string Query { get; init; } = "";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The whole of it, as it goes over the wire.</summary>
    public byte[] ToRequest(Uri address, string path)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"POST {path}{Query} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Body.Length}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. Body];
    }
}
