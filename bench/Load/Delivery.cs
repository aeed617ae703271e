using System.Diagnostics;
using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;
using Rozmova.Bench.Writers;

namespace Rozmova.Bench;

/// <summary>
/// How many queued messages a second does a platform get? A custom channel, which has no limit of its own; the receiver keeps the
/// first requests waiting until everything is queued. The bare limit posts as many bodies with as many connections.
/// </summary>
internal static class Delivery
{
    private const int PerChat = 10;
    private const int Concurrency = 16; // the program's, for one channel

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var rivals = await Rivals.StartAsync(options.Store, cancellationToken);
        await using var receiver = await CallbackReceiver.StartAsync(arrivals: null, cancellationToken);
        using var customers = await PlatformLoad.OpenAsync(
            rivals.Product, AllWriters.Custom, receiver.Address, connections: 1, firstNumber: 0, cancellationToken);
        await customers.IntroduceAsync(options.Chats, cancellationToken);
        var conversations = await rivals.Product.WaitForConversationsAsync(customers.ChannelId, options.Chats, cancellationToken);

        var (queued, program, bare) = (new Sample(), new Sample(), new Sample());
        for (var round = 0; round <= options.Rounds; round++)
        {
            receiver.Shut();
            var count = conversations.Count * PerChat;
            var queueRate = await QueueAsync(rivals.Product, conversations, cancellationToken);
            var rate = await receiver.OpenAndTimeAsync(count, cancellationToken);
            var limit = await PostBareAsync(rivals.Bare, receiver, count, cancellationToken);
            if (round > 0) // the first warms up
            {
                queued.Add(queueRate);
                program.Add(rate);
                bare.Add(limit);
            }
        }

        new ResultTable(FormattableString.Invariant(
                $"Delivery, {options.Store}, {options.Chats} chats, {options.Chats * PerChat:#,0} messages a round, {options.Rounds} rounds"))
            .Compare("queued messages accepted by the platform, per second", program, bare)
            .Only("replies queued through the API, per second", queued)
            .Print();
    }

    private static async Task<double> QueueAsync(
        ProductServer product, IReadOnlyList<string> conversations, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(conversations, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken },
            async (id, stop) =>
            {
                for (var message = 0; message < PerChat; message++)
                {
                    await product.ReplyAsync(id, "Your order leaves today, and you have it the day after tomorrow.", stop);
                }
            });
        return conversations.Count * PerChat / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> PostBareAsync(
        BareServer bare, CallbackReceiver receiver, int count, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = bare.Process.Address };
        var query = FormattableString.Invariant(
            $"deliver?url={Uri.EscapeDataString(receiver.Address.ToString())}&count={count}&size={receiver.BodyLength}&concurrency={Concurrency}");
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(query, UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
