using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Rozmova.Workspace.Intake;

/// <summary>A request's headers as a platform reads them. A repeated header reads as its values joined by commas, so it matches no secret.</summary>
internal sealed class RequestHeaders(IHeaderDictionary headers) : RequestLookup(headers)
{
    public override bool TryGet(string key, out StringValues values) => headers.TryGetValue(key, out values);
}

/// <summary>A request's query as a platform reads it.</summary>
internal sealed class RequestQuery(IQueryCollection query) : RequestLookup(query)
{
    public override bool TryGet(string key, out StringValues values) => query.TryGetValue(key, out values);
}

/// <summary>A view without a copy: a platform asks for one or two of many.</summary>
internal abstract class RequestLookup(IEnumerable<KeyValuePair<string, StringValues>> all) : IReadOnlyDictionary<string, string>
{
    public int Count => all.Count();

    public IEnumerable<string> Keys => all.Select(pair => pair.Key);

    public IEnumerable<string> Values => all.Select(pair => pair.Value.ToString());

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public abstract bool TryGet(string key, out StringValues values);

    public bool ContainsKey(string key) => TryGet(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = TryGet(key, out var values) ? values.ToString() : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        all.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
