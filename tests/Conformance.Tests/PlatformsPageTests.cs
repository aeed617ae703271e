using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing.Running;

namespace Rozmova.Conformance.Tests;

public sealed partial class PlatformsPageTests
{
    [Fact]
    public async Task The_page_of_platforms_is_the_one_that_the_code_writes()
    {
        var file = Path.Combine(Root(), "docs", "platforms.md");
        var written = new PlatformsPage(await ListAsync()).ToString();
        if (Environment.GetEnvironmentVariable("ROZMOVA_WRITE_PLATFORMS") == "1")
        {
            await File.WriteAllTextAsync(file, written);
        }

        (await File.ReadAllTextAsync(file)).ShouldBe(
            written, "A platform changed. Write it anew: ROZMOVA_WRITE_PLATFORMS=1 dotnet test tests/Conformance.Tests --filter PlatformsPage");
    }

    [Fact]
    public async Task Each_platforms_page_names_its_settings_and_no_others()
    {
        foreach (var platform in (await ListAsync()).Select(participant => participant.Platform))
        {
            var page = await File.ReadAllLinesAsync(Path.Combine(Root(), "docs", "channels", $"{platform.Key}.md"));
            var rows = page.SkipWhile(line => line != "## Settings").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

            var named = rows.SelectMany(row => InBackticks().Matches(row.Split('|')[1]).Select(name => name.Groups[1].Value));

            named.ShouldBe(platform.Settings.Select(field => field.Name), ignoreOrder: true, $"docs/channels/{platform.Key}.md, Settings");
        }
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex InBackticks();

    private static async Task<IReadOnlyList<Participant>> ListAsync()
    {
        await using var program = await RozmovaServer.StartAsync();
        var sides = typeof(PlatformsPageTests).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(PlatformUnderTest)))
            .Select(type => (PlatformUnderTest)Activator.CreateInstance(type)!)
            .DistinctBy(side => side.Key) // one that plays in two modes is one platform all the same
            .ToDictionary(side => side.Key);
        var platforms = program.Services.GetServices<IPlatform>().ToList();
        platforms.Select(platform => platform.Key).Except(sides.Keys).ShouldBeEmpty("Each platform takes part in the suite: see PlatformUnderTest.");
        return [.. platforms.Select(platform => new Participant(platform, sides[platform.Key]))];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rozmova.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return folder.FullName;
    }
}
