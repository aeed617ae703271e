using System.Diagnostics;
using System.Globalization;

namespace Rozmova.Platforms.Tests.Viber;

/// <summary>A bot written with Viber's own library for Node: it welcomes by name, and says again what it hears.</summary>
internal sealed class ViberLibrary : IDisposable
{
    private const string Script = """
        const { Bot, Events, Message } = require('viber-bot');
        const [token, api] = process.argv.slice(1);
        const bot = new Bot({ authToken: token, name: 'Acme', avatar: '' });
        bot._client._url = api; // the library knows one address only
        bot.onConversationStarted((person, subscribed, context, answer) => answer(new Message.Text(`Welcome, ${person.name}`)));
        bot.on(Events.MESSAGE_RECEIVED, (message, response) => response.send(new Message.Text(`You said ${message.text}`)));
        const server = require('http').createServer(bot.middleware());
        server.listen(0, '127.0.0.1', () => console.log(server.address().port));
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _node;

    private ViberLibrary(Process node, Uri webhook)
    {
        _node = node;
        Webhook = webhook;
    }

    public Uri Webhook { get; }

    public static async Task<ViberLibrary> StartAsync(string token, Uri api)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "viber-bot")))
        {
            using var npm = Start(folder, "npm", "ci", "--loglevel=error");
            await npm.WaitForExitAsync().WaitAsync(Patience);
            npm.ExitCode.ShouldBe(0, "npm ci in tests/Oracles/viber");
        }

        var node = Start(folder, "node", "-e", Script, token, api.AbsoluteUri);
        var port = await node.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        port.ShouldNotBeNull("node ended before it listened");
        return new ViberLibrary(node, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")));
    }

    public void Dispose()
    {
        _node.Kill(entireProcessTree: true);
        _node.Dispose();
    }

    private static Process Start(string folder, string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Rozmova.slnx")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "tests", "Oracles", "viber");
    }
}
