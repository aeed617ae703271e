using System.CommandLine;
using Rozmova.Bench.Servers;

namespace Rozmova.Bench;

/// <summary>A benchmark as a command with the options all of them share.</summary>
internal static class LoadCommand
{
    public static Command Create(string name, string description, Func<LoadOptions, CancellationToken, Task> run)
    {
        var store = new Option<string>("--store") { DefaultValueFactory = _ => Store.Sqlite, Description = "sqlite or postgres" };
        store.AcceptOnlyFromAmong(Store.Sqlite, Store.Postgres);
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 64, Description = "HTTP connections" };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 5, Description = "length of a round" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "rounds of each side, in turn" };
        var sockets = new Option<int>("--sockets") { DefaultValueFactory = _ => 1000, Description = "listening WebSockets" };
        var chats = new Option<int>("--chats") { DefaultValueFactory = _ => 200, Description = "conversations to deliver to" };
        var messages = new Option<int>("--messages") { DefaultValueFactory = _ => 200_000, Description = "messages before memory is looked at again" };
        var quick = new Option<bool>("--quick") { Description = "one short round: whether it runs, not how fast" };
        var command = new Command(name, description) { store, connections, seconds, rounds, sockets, chats, messages, quick };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new LoadOptions
            {
                Store = parsed.GetRequiredValue(store),
                Connections = parsed.GetValue(connections),
                Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                Rounds = parsed.GetValue(rounds),
                Sockets = parsed.GetValue(sockets),
                Chats = parsed.GetValue(chats),
                Messages = parsed.GetValue(messages),
            };
            return run(parsed.GetValue(quick) ? Shortened(options) : options, cancellationToken);
        });
        return command;
    }

    private static LoadOptions Shortened(LoadOptions options) => options with
    {
        Duration = TimeSpan.FromSeconds(1),
        Rounds = 1,
        Chats = 50,
        Messages = 8_000,
    };
}
