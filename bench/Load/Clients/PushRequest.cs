using System.Text;
using Rozmova.Bench.Bare;

namespace Rozmova.Bench.Clients;

/// <summary>Asks the bare limit to push a frame as long as the program's.</summary>
internal static class PushRequest
{
    public static byte[] Of(Uri address)
    {
        var head = $"POST /push HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: {BareFrame.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. BareFrame.Of([])];
    }
}
