using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.SellerCrm;
using Rozmova.Testing;

namespace Rozmova.Tests.SellerCrm;

/// <summary>The program and a simulated CRM for the tests of one class; each test connects a seller of its own.</summary>
public sealed class SellerCrmHouse : IAsyncLifetime
{
    private static long _lastSeller = 479_000;

    private RozmovaServer? _server;
    private SellerCrmSimulator? _simulator;

    public RozmovaServer Server => _server!;

    public SellerCrmSimulator Simulator => _simulator!;

    internal Inbox Inbox => new(Server.Client);

    public async Task InitializeAsync()
    {
        _simulator = await SellerCrmSimulator.StartAsync(new SellerCrmSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        _server = await RozmovaServer.StartAsync(new RozmovaSetup());
    }

    /// <summary>A seller whose channel is connected and has looked at the list once; signals are not entered in the CRM yet.</summary>
    internal async Task<ConnectedSeller> ConnectAsync(int pollSeconds, string? path = null)
    {
        var number = Interlocked.Increment(ref _lastSeller);
        var seller = Simulator.AddSeller(number, $"9F2A7C41D0E84B6FA3C5E19D{number:X8}");
        var settings = new
        {
            sellerId = number, apiKey = seller.ApiKey, linkKey = ConnectedSeller.LinkKey, baseUrl = Simulator.BaseAddress.ToString(), pollSeconds,
        };
        var answer = await Server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "seller-crm", name = "Shop", path, settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        await Eventually.Is(
            "the list was looked at",
            () => Task.FromResult(Simulator.Calls.All.Any(call => call.Seller == number && call.Query.Contains("filter_new=0", StringComparison.Ordinal))),
            CancellationToken.None);
        return new ConnectedSeller(seller, await answer.JsonAsync());
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}

/// <summary>A seller and their channel.</summary>
internal sealed record ConnectedSeller(SellerAccount Seller, JsonNode Channel)
{
    public const string LinkKey = "a1b2c3d4e5f6";

    public string Id => Channel.Text("id");

    public string Path => Channel.Text("webhookPath");

    public string SignalPath => $"{Path}?key={LinkKey}";
}
