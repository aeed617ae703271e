using Xunit.Abstractions;

namespace Rozmova.Testing.Conformance;

/// <summary>Every case of the suite against one platform. A platform enters by deriving from it, in one line.</summary>
public abstract class ConformanceTests<TPlatform>(ConformanceHouse<TPlatform> house, ITestOutputHelper output)
    : IClassFixture<ConformanceHouse<TPlatform>>
    where TPlatform : PlatformUnderTest, new()
{
    // Not its key: a platform may take part in several modes.
    private static string Platform => typeof(TPlatform).Name.Replace("UnderTest", "", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ConformanceCases.Names), MemberType = typeof(ConformanceCases))]
    public async Task Conforms(string name)
    {
        var conformance = ConformanceCases.All.Single(each => each.Name == name);
        ConformanceResults.Record(Platform, name, "FAILED");
        var excuse = await house.PlayAsync(conformance);
        ConformanceResults.Record(Platform, name, excuse is null ? "ok" : "n/a");
        if (excuse is not null)
        {
            output.WriteLine($"n/a: {excuse}");
        }
    }
}
