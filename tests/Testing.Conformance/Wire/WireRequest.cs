namespace Rozmova.Testing.Conformance;

/// <summary>A request of a platform as it travels: every byte of the body counts.</summary>
public sealed record WireRequest(string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public WireRequest(Uri address, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
        : this(address.AbsolutePath, address.Query.TrimStart('?'), headers, body)
    {
    }

    /// <summary>The same meaning in other bytes: white space where JSON and XML do not mind it, at both ends.</summary>
    public WireRequest Respaced() => this with { Body = (byte[])[.. " "u8, .. Body.Span, .. "\n"u8] };

    /// <summary>The request on its way to this host.</summary>
    public HttpRequestMessage ToMessage(Uri program)
    {
        var address = new UriBuilder(program) { Path = Path, Query = Query }.Uri;
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(Body) };
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
