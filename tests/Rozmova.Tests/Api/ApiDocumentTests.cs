namespace Rozmova.Tests.Api;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_document_describes_ids_and_words_as_they_are_written()
    {
        await using var server = await RozmovaServer.StartAsync();

        var document = await (await server.Anonymous.GetAsync("/openapi/v1.json")).JsonAsync();
        var channel = document["components"]!["schemas"]!["ChannelBody"]!["properties"]!;

        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        channel["id"]!.ToJsonString().ShouldContain("uuid");
        document["components"]!["schemas"]!.ToJsonString().ShouldContain("pass-through");
    }
}
