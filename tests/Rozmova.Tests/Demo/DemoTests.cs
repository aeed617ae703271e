using Rozmova.Demo;
using Rozmova.Demo.Scenes;

namespace Rozmova.Tests.Demo;

/// <summary>The demo as its visitor gets it. Its script is played by <c>./test</c>.</summary>
public sealed class DemoTests : IDisposable
{
    private const string Key = "a-key-that-the-visitor-chose";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rozmova-demo-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Every_messenger_is_connected_once_however_often_the_demo_is_started()
    {
        for (var start = 1; start <= 2; start++)
        {
            await using var host = await StartAsync();

            await host.OpenTheDoorsAsync(CancellationToken.None).Soon();

            host.Stage.Failures.ShouldBeEmpty();
            var channels = await host.Client.GetAsync("/api/v1/channels", CancellationToken.None);
            channels["items"]!.AsArray().Count.ShouldBe(SceneList.All.Count);
        }
    }

    [Fact]
    public async Task A_customer_reacts_to_an_answer()
    {
        await using var host = await StartAsync();
        using var feed = await host.Client.ListenAsync(CancellationToken.None);
        await host.OpenTheDoorsAsync(CancellationToken.None).Soon();
        var question = await DemoClient.WaitForMessageAsync(
            feed, message => (string?)message["content"]!["text"] == "how much is the lavender?", CancellationToken.None).Soon();

        await host.Client.PostAsync(
            $"/api/v1/conversations/{question["conversationId"]}/messages", DemoClient.Text("250 ₴"), CancellationToken.None);

        await DemoClient.WaitForMessageAsync(
            feed, message => (string?)message["content"]!["text"] == "ok thanks, I'll come by at six", CancellationToken.None).Soon();
    }

    private Task<DemoHost> StartAsync() =>
        DemoHost.StartAsync("http://127.0.0.1:0", _data.FullName, [$"--Rozmova:ApiKey={Key}"], CancellationToken.None).Soon();
}
