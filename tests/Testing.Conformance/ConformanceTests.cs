using Xunit.Abstractions;

namespace Rozmova.Testing.Conformance;

/// <summary>Every case of the suite against one platform. A platform enters by deriving from it, in one line.</summary>
public abstract class ConformanceTests<TPlatform>(ConformanceHouse<TPlatform> house, ITestOutputHelper output)
    : IClassFixture<ConformanceHouse<TPlatform>>
    where TPlatform : PlatformUnderTest, new()
{
    [Theory]
    [MemberData(nameof(ConformanceCases.Names), MemberType = typeof(ConformanceCases))]
    public async Task Conforms(string name)
    {
        if (await house.PlayAsync(ConformanceCases.All.Single(each => each.Name == name)) is { } excuse)
        {
            output.WriteLine($"n/a: {excuse}");
        }
    }
}
