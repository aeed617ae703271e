using Rozmova.Testing.Conformance.Cases;

namespace Rozmova.Testing.Conformance;

/// <summary>The suite: everything a platform is held to, in the order of the matrix.</summary>
public static class ConformanceCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. DoorCases.All,
        .. InboundCases.All,
        .. OutboundCases.All,
        .. RepeatCases.All,
        .. LimitCases.All,
        .. TroubleCases.All,
        .. ReceiptCases.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(each => each.Name)];
}
