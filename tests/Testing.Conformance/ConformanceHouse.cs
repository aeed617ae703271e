using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Testing.Conformance;

/// <summary>One program, one simulator and the wire between them, for all cases of a platform.</summary>
public sealed class ConformanceHouse<TPlatform> : IAsyncLifetime
    where TPlatform : PlatformUnderTest, new()
{
    private readonly TPlatform _side = new();
    private readonly PlatformClock _clock = new();
    private RozmovaServer? _program;
    private Wire? _wire;

    public async Task InitializeAsync()
    {
        _wire = await Wire.StartAsync();
        await _side.StartAsync(_clock);
        _program = await RozmovaServer.StartAsync(_side.Prepare(new RozmovaSetup
        {
            Settings = new Dictionary<string, string>
            {
                ["PublicUrl"] = _wire.Address.ToString(),
                ["AllowPrivateAddresses"] = "true",
            },
        }));
        _wire.LeadTo(_program.Address);
    }

    /// <summary>Plays a case on an account of its own; gives the reason where the platform cannot have it.</summary>
    public async Task<string?> PlayAsync(ConformanceCase conformance)
    {
        var participant = new Participant(_program!.Services.GetServices<IPlatform>().Single(each => each.Key == _side.Key), _side);
        if (conformance.Excuse(participant) is { } excuse)
        {
            return excuse;
        }

        await conformance.Play(await OpenStageAsync(participant));
        return null;
    }

    public async Task DisposeAsync()
    {
        await _program!.DisposeAsync();
        await _side.DisposeAsync();
        await _wire!.DisposeAsync();
    }

    private async Task<Stage> OpenStageAsync(Participant participant)
    {
        var account = _side.OpenAccount();
        var answer = await _program!.Client.PostAsJsonAsync(
            "/api/v1/channels", new { platform = _side.Key, name = "Conformance", settings = account.Settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var channel = await answer.JsonAsync();
        account.Program = _program.Address;
        account.Webhook = new Uri(_wire!.Address, channel.Text("webhookPath"));
        await account.SubscribeAsync();
        return new Stage(participant, _program, _wire, _clock, account, channel.Text("id"));
    }
}
