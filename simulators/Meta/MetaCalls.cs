using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>One call of the API: fields of a form count as members of the body.</summary>
public sealed record MetaCall(string Method, string Path, string Query, JsonObject Body);

/// <summary>What was asked for, oldest first.</summary>
public sealed class MetaCalls
{
    private readonly Lock _gate = new();
    private readonly List<MetaCall> _calls = [];

    public IReadOnlyList<MetaCall> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The calls whose path ends so.</summary>
    public IReadOnlyList<MetaCall> Of(string edge) => [.. All.Where(call => call.Path.EndsWith(edge, StringComparison.Ordinal))];

    internal void Add(MetaCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
        }
    }
}
