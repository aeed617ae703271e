using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Bench.Bare;

/// <summary>
/// What the machine could do at best: Kestrel as the program has it, and behind it only what cannot be left out. Verifies the
/// secret, parses, commits many requests at once, pushes to whoever listens.
/// </summary>
internal static class BareCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var data = new Option<string>("--data") { Required = true };
        var database = new Option<string>("--database") { Required = true };
        var command = new Command("bare", "The bare limit; the benchmarks start it.") { urls, data, database };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(
            new Uri(parsed.GetRequiredValue(urls)), parsed.GetRequiredValue(data), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task RunAsync(Uri address, string data, string database, CancellationToken cancellationToken)
    {
        using var sink = await OpenAsync(data, database, cancellationToken);
        await using var log = new GroupCommit(sink);
        using var listeners = new BareListeners();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, address.Port);
            kestrel.AddServerHeader = false;
        });
        await using var app = builder.Build();
        app.UseWebSockets();
        app.Run(context => context.Request.Path.Value switch
        {
            "/webhook" => BareWebhook.ReceiveAsync(context, log, listeners),
            "/live" => listeners.ListenAsync(context),
            "/push" => listeners.PushAsync(context),
            "/deliver" => BareDelivery.SendAsync(context),
            _ => Task.CompletedTask,
        });
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task<ISink> OpenAsync(string data, string database, CancellationToken cancellationToken) =>
        database.Length == 0 ? new SqliteSink(data) : await PostgresSink.OpenAsync(database, cancellationToken);
}
