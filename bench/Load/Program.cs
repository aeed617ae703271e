using System.CommandLine;
using Rozmova.Bench;
using Rozmova.Bench.Bare;
using Rozmova.Bench.Servers;
using Spectre.Console;

AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160); // a table that is redirected is not to be folded

var root = new RootCommand("Measures the program beside the bare limit of the same machine.")
{
    LoadCommand.Create("intake", "Signed webhooks to durable 200s, per second.", Intake.RunAsync),
    LoadCommand.Create("platforms", "The intake of each platform beside Telegram's.", Platforms.RunAsync),
    LoadCommand.Create("read", "What each platform itself costs for one text, beside Telegram.", Reading.RunAsync),
    LoadCommand.Create("end-to-end", "Webhook sent to push received.", EndToEnd.RunAsync),
    LoadCommand.Create("fan-out", "One message to many sockets.", FanOut.RunAsync),
    LoadCommand.Create("console", "Webhook's 200 to the message in a browser, fifty consoles open.", Consoles.RunAsync),
    LoadCommand.Create("delivery", "Queued to accepted by a platform.", Delivery.RunAsync),
    LoadCommand.Create("hang", "Another channel while one platform hangs or fails.", Hang.RunAsync),
    LoadCommand.Create("idle", "What it costs while nothing happens.", Idle.RunAsync),
    LoadCommand.Create("all", "Everything, on both stores.", async (options, cancellationToken) =>
    {
        var other = options with { Store = Store.Postgres };
        await Intake.RunAsync(options, cancellationToken);
        await Intake.RunAsync(other, cancellationToken);
        await Platforms.RunAsync(options, cancellationToken);
        await Reading.RunAsync(options, cancellationToken);
        await EndToEnd.RunAsync(options, cancellationToken);
        await EndToEnd.RunAsync(other, cancellationToken);
        await FanOut.RunAsync(options, cancellationToken);
        await Delivery.RunAsync(options, cancellationToken);
        await Hang.RunAsync(options, cancellationToken);
        await Idle.RunAsync(options, cancellationToken);
    }),
    BareCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
