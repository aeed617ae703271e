namespace Rozmova.Testing.Conformance;

/// <summary>Where a request carries its proof: the name of a header or of a query parameter.</summary>
public abstract record Credential
{
    private Credential()
    {
    }

    /// <summary>The request with the proof taken out.</summary>
    public abstract WireRequest RemoveFrom(WireRequest request);

    /// <summary>The request with a proof of the same shape that proves nothing.</summary>
    public abstract WireRequest SpoilIn(WireRequest request);

    /// <summary>Each letter and digit turned into another: the length and the alphabet stay.</summary>
    private static string Spoil(string proof) => string.Concat(proof.Select((letter, place) => letter switch
    {
        _ when place < proof.Length / 2 => letter, // what comes first may name the scheme
        '0' => '1',
        >= '1' and <= '9' or >= 'b' and <= 'f' => '0',
        _ when char.IsAsciiLetter(letter) => letter == 'x' ? 'y' : 'x',
        _ => letter,
    }));

    /// <summary>A header.</summary>
    public sealed record Header(string Name) : Credential
    {
        public override WireRequest RemoveFrom(WireRequest request) => request with
        {
            Headers = request.Headers.Where(header => !Is(header.Key)).ToDictionary(),
        };

        public override WireRequest SpoilIn(WireRequest request) => request with
        {
            Headers = request.Headers.ToDictionary(header => header.Key, header => Is(header.Key) ? Spoil(header.Value) : header.Value),
        };

        private bool Is(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A parameter of the query.</summary>
    public sealed record Query(string Name) : Credential
    {
        public override WireRequest RemoveFrom(WireRequest request) => Change(request, _ => null);

        public override WireRequest SpoilIn(WireRequest request) => Change(request, Spoil);

        private WireRequest Change(WireRequest request, Func<string, string?> change) => request with
        {
            Query = string.Join('&', request.Query.Split('&').Select(part => part.Split('=', 2)).Select(part =>
                part[0] != Name ? string.Join('=', part) : change(part[1]) is { } value ? $"{Name}={value}" : null).OfType<string>()),
        };
    }
}
