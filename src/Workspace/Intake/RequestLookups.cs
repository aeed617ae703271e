using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Rozmova.Workspace.Intake;

/// <summary>A request's headers as a platform reads them. A repeated header reads as its values joined by commas, so it matches no secret.</summary>
internal sealed class RequestHeaders(IHeaderDictionary headers) : RequestLookup
{
    protected override IEnumerable<KeyValuePair<string, StringValues>> All => headers;

    public override bool TryGet(string key, out StringValues values) => headers.TryGetValue(key, out values);
}

/// <summary>A request's query as a platform reads it. Most read none, and then it is not even taken apart.</summary>
internal sealed class RequestQuery(HttpRequest request) : RequestLookup
{
    protected override IEnumerable<KeyValuePair<string, StringValues>> All => request.Query;

    public override bool TryGet(string key, out StringValues values) => request.Query.TryGetValue(key, out values);
}

/// <summary>A view without a copy: a platform asks for one or two of many.</summary>
internal abstract class RequestLookup : IReadOnlyDictionary<string, string>
{
    public int Count => All.Count();

    public IEnumerable<string> Keys => All.Select(pair => pair.Key);

    public IEnumerable<string> Values => All.Select(pair => pair.Value.ToString());

    protected abstract IEnumerable<KeyValuePair<string, StringValues>> All { get; }

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public abstract bool TryGet(string key, out StringValues values);

    public bool ContainsKey(string key) => TryGet(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = TryGet(key, out var values) ? values.ToString() : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        All.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
