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
}
