using System.Globalization;
using Rozmova.Bench.Browser;
using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;

namespace Rozmova.Bench;

/// <summary>
/// How long from a webhook's 200 until an operator sees the message, with fifty consoles open? The bare limit is a page without a
/// framework that writes what a plain WebSocket brings. One console is real, in Chromium; the others are on the wire what a console
/// is: what it reads at its start, and its live feed. Fifty browsers on the machine would measure each other.
/// </summary>
internal static class Consoles
{
    private const int Others = 49;
    private const int Chat = 7;
    private const int WarmUp = 20;
    private const int Repeats = 100;
    private const double Kilo = 1024;
    private const double Mega = Kilo * Kilo;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);
    private static readonly string[] ReadAtStart = ["me", "conversations?limit=40&status=open", "operators", "channels", "stats/waiting"];

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var rivals = await Rivals.StartAsync(options.Store, cancellationToken);
        using var program = await Sender.OpenAsync(rivals.Webhook, cancellationToken);
        using var bare = await Sender.OpenAsync(rivals.Bare.Webhook, cancellationToken);
        var conversation = await MeetAsync(rivals.Product, program, cancellationToken);

        var socket = new UriBuilder(new Uri(rivals.Bare.Process.Address, "/live")) { Scheme = "ws" }.Uri;
        await using var page = await ConsolePage.OpenAsync(
            rivals.Product.Process.Address, socket, conversation, ProductServer.Email, ProductServer.Password, cancellationToken);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var before = rivals.Product.Process.Memory;
        await using var crowd = await OpenOthersAsync(rivals.Product, conversation, cancellationToken);
        await using var bareCrowd = await Crowd.OpenAsync(rivals.Bare.ListenAsync, Others, cancellationToken);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var each = (rivals.Product.Process.Memory - before) / Kilo / Others;

        var (written, shown) = (new Sample(), new Sample());
        var (bareWritten, bareShown) = (new Sample(), new Sample());
        for (var repeat = 0; repeat < (options.Rounds == 1 ? WarmUp : WarmUp + Repeats); repeat++)
        {
            var isCounted = repeat >= WarmUp || options.Rounds == 1;
            await MeasureAsync(bare, page, ConsolePage.Bare, isCounted, bareWritten, bareShown, cancellationToken);
            await MeasureAsync(program, page, ConsolePage.Program, isCounted, written, shown, cancellationToken);
        }

        var memory = await page.ReadMemoryAsync(cancellationToken);
        new ResultTable(FormattableString.Invariant($"A webhook's 200 to the message in a browser, {Others + 1} consoles open, {options.Store}, ms"))
            .Compare("drawn, p50", shown, bareShown)
            .Compare("drawn, p99", At(shown, 0.99), At(bareShown, 0.99))
            .Compare("in the document, p50", written, bareWritten)
            .Compare("in the document, p99", At(written, 0.99), At(bareWritten, 0.99))
            .Check("server's memory of each further console, KiB", Text(each))
            .Check("console's JavaScript heap, MiB", Text(memory.Heap / Mega))
            .Check("console's process in the browser, MiB", Text(memory.Renderer / Mega))
            .Check("nodes of its document", Text(memory.Nodes))
            .Print();
    }

    /// <summary>The first message opens the conversation that is then watched.</summary>
    private static async Task<string> MeetAsync(ProductServer product, Sender sender, CancellationToken cancellationToken)
    {
        await sender.SendAsync();
        return (await product.WaitForConversationsAsync(sender.ChannelId, 1, cancellationToken))[0];
    }

    private static async Task<Crowd> OpenOthersAsync(ProductServer product, string conversation, CancellationToken cancellationToken)
    {
        for (var console = 0; console < Others; console++)
        {
            foreach (var path in (string[])[.. ReadAtStart, $"conversations/{conversation}/messages?limit=50"])
            {
                (await product.Api.GetAsync(new Uri("api/v1/" + path, UriKind.Relative), cancellationToken)).Dispose();
            }
        }

        return await Crowd.OpenAsync(product.ListenAsync, Others, cancellationToken);
    }

    private static async Task MeasureAsync(
        Sender sender, ConsolePage page, string which, bool isCounted, Sample written, Sample shown, CancellationToken cancellationToken)
    {
        var (number, answered) = await sender.SendAsync();
        var sight = await page.SeeAsync(which, number, cancellationToken);
        if (isCounted)
        {
            written.Add(sight.Written - answered);
            shown.Add(sight.Shown - answered);
        }

        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
    }

    private static Sample At(Sample times, double share)
    {
        var one = new Sample();
        one.Add(times.At(share));
        return one;
    }

    private static string Text(double value) => value.ToString(value >= 100 ? "#,0" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>One customer who writes one message after the other.</summary>
    private sealed class Sender(HttpConnection connection, UpdateRequest request, string channelId) : IDisposable
    {
        private int _number;

        public string ChannelId => channelId;

        public static async Task<Sender> OpenAsync(WebhookTarget target, CancellationToken cancellationToken) =>
            new(await HttpConnection.OpenAsync(target.Address, cancellationToken), new UpdateRequest(target), target.Path.Split('/')[^1]);

        /// <summary>Sends the next. Returns its number, and when its 200 was there: Unix milliseconds.</summary>
        public async Task<(int Number, double Answered)> SendAsync()
        {
            var number = ++_number;
            await connection.SendAsync(request.For(number, Chat));
            return (number, (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        }

        public void Dispose() => connection.Dispose();
    }
}
