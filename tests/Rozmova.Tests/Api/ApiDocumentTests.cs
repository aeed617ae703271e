namespace Rozmova.Tests.Api;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_document_describes_ids_and_words_as_they_are_written()
    {
        await using var server = await RozmovaServer.StartAsync();

        var document = await (await server.Anonymous.GetAsync("/openapi/v1.json")).JsonAsync();
        var schemas = document["components"]!["schemas"]!;

        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        schemas["ChannelId"]!["format"]!.GetValue<string>().ShouldBe("uuid");
        schemas.ToJsonString().ShouldContain("pass-through");
    }

    [Fact]
    public async Task The_committed_document_is_the_one_that_is_served()
    {
        await using var server = await RozmovaServer.StartAsync();
        var file = Path.Combine(Root(), "docs", "openapi.json");

        var served = (await server.Anonymous.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("ROZMOVA_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(file, served);
        }

        (await File.ReadAllTextAsync(file)).ShouldBe(
            served, "The API changed. Write it anew: ROZMOVA_WRITE_OPENAPI=1 dotnet test tests/Rozmova.Tests --filter ApiDocument");
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_tells_its_problems()
    {
        await using var server = await RozmovaServer.StartAsync();

        var document = await (await server.Anonymous.GetAsync("/openapi/v1.json")).JsonAsync();
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!).ToList();

        operations.Select(operation => operation["operationId"]!.GetValue<string>()).ShouldBeUnique();
        operations.ShouldAllBe(operation => operation["responses"]!["default"]!["content"]!["application/problem+json"] != null);
        document["components"]!["schemas"]!["MessageStatus"]!["type"]!.GetValue<string>().ShouldBe("string");
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
