using System.Diagnostics;
using Rozmova.Bench.Servers;
using Rozmova.Bench.Writers;

namespace Rozmova.Bench.Clients;

/// <summary>
/// A platform as a load on a channel of its own: many connections, and each person's messages on one of them, so that they come in order.
/// What it costs to write and sign is not measured. Numbers go on from one run to the next: no message comes twice.
/// </summary>
internal sealed class PlatformLoad : IDisposable
{
    private const int People = 500;

    private readonly MessageWriter _writer;
    private readonly Uri _address;
    private readonly string _path;
    private readonly HttpConnection[] _connections;
    private int _number;

    private PlatformLoad(MessageWriter writer, Uri address, Channel channel, HttpConnection[] connections, int firstNumber)
    {
        _writer = writer;
        _address = address;
        _path = channel.WebhookPath;
        _connections = connections;
        _number = firstNumber;
        ChannelId = channel.Id;
    }

    public string Name => _writer.Name;

    public string ChannelId { get; }

    /// <summary>Messages acknowledged so far.</summary>
    public int Acknowledged { get; private set; }

    /// <param name="api">Where the platform itself would be called.</param>
    /// <param name="firstNumber">Its messages are numbered from here.</param>
    public static async Task<PlatformLoad> OpenAsync(
        ProductServer product, MessageWriter writer, Uri api, int connections, int firstNumber, CancellationToken cancellationToken)
    {
        var address = product.Process.Address;
        var settings = writer.Settings(api.ToString().TrimEnd('/'));
        var channel = await product.AddChannelAsync(writer.Platform, settings, cancellationToken);
        var opened = Enumerable.Range(0, connections).Select(_ => HttpConnection.OpenAsync(address, cancellationToken));
        return new PlatformLoad(writer, address, channel, await Task.WhenAll(opened), firstNumber);
    }

    /// <summary>
    /// Writes so many messages, then sends them: each connection the next as soon as it has its 200. Returns how many a second were taken.
    /// </summary>
    public async Task<double> RunAsync(int count, CancellationToken cancellationToken)
    {
        var lines = Enumerable.Range(0, _connections.Length).Select(line => WriteLine(line, count)).ToArray();
        var sent = lines.Sum(line => line.Length);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(lines.Select((requests, line) => Task.Run(() => SendAsync(line, requests), cancellationToken)));
        var took = Stopwatch.GetElapsedTime(began);
        Acknowledged += sent;
        return sent / took.TotalSeconds;

        async Task SendAsync(int line, byte[][] requests)
        {
            foreach (var request in requests)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await _connections[line].SendAsync(request);
            }
        }
    }

    /// <summary>One message from each of so many people.</summary>
    public async Task IntroduceAsync(int people, CancellationToken cancellationToken)
    {
        for (var person = 0; person < people; person++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _connections[0].SendAsync(Write(++_number, person));
            Acknowledged++;
        }
    }

    /// <summary>Sends at a given rate. <paramref name="stamps"/> gets the time each message was due.</summary>
    public async Task RunPacedAsync(double rate, int count, long[] stamps, CancellationToken cancellationToken)
    {
        var first = _number + 1;
        _number += count;
        await Pace.RunAsync(
            rate, first, count, _connections.Length, stamps,
            (line, number) => _connections[line].SendAsync(Write(number, number % People)).AsTask(), cancellationToken);
        Acknowledged += count;
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }
    }

    /// <summary>What one connection is to send: the messages of its own people, by turns.</summary>
    private byte[][] WriteLine(int line, int count)
    {
        var requests = new byte[count / _connections.Length][];
        var person = line;
        for (var index = 0; index < requests.Length; index++)
        {
            requests[index] = Write(++_number, person);
            person += _connections.Length;
            person = person < People ? person : line;
        }

        return requests;
    }

    private byte[] Write(int number, int person) =>
        _writer.Write(number, person, TimeProvider.System.GetUtcNow()).ToRequest(_address, _path);
}
