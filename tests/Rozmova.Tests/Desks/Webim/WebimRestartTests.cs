using Rozmova.Simulators;
using Rozmova.Simulators.Webim;
using Rozmova.Testing;

namespace Rozmova.Tests.Desks.Webim;

/// <summary>The program is killed in the middle of it.</summary>
public sealed class WebimRestartTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Nothing_is_lost_in_either_direction_and_nothing_comes_twice(Engine engine)
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        await using var webim = await WebimSimulator.StartAsync(new WebimSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        await using var program = await RozmovaProcess.StartAsync(folder.Path, await engine.CreateAsync());
        var stand = await WebimStand.OpenAsync(program.Client, webim, await telegram.ConnectAsync(program.Client));
        var (customer, visitor) = await stand.GreetedAsync();
        var lost = webim.Faults.Add(new Fault.Hang { Method = "send_message" });
        var late = telegram.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage" });

        var updates = new[] { "one", "two", "three" }.Select(text => customer.SendText(text)).ToList();
        await Task.WhenAll(updates.Select(update => update.Delivered)).Soon();
        await lost.Reached.Soon();
        (await visitor.ReplyAsync("first", CancellationToken.None)).Status.ShouldBe(200);
        await late.Reached.Soon();
        (await visitor.ReplyAsync("second", CancellationToken.None)).Status.ShouldBe(200);
        await program.KillAndRestartAsync();

        await visitor.WaitForMessageAsync(message => message.Text == "three", CancellationToken.None).Soon();
        visitor.FromVisitor.Where(message => message.Json["name"] is null).Select(message => message.Text)
            .ShouldBe(["Good day", "one", "two", "three"]);
        await customer.WaitForMessageAsync(message => message.Text == "second", CancellationToken.None).Soon();
        customer.BotMessages.Count(message => message.Text == "second").ShouldBe(1);
        await visitor.WaitForMessageAsync(message => message.Text!.Contains("«first»", StringComparison.Ordinal), CancellationToken.None).Soon();
    }
}
