using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Platforms.TelegramUser;
using Rozmova.Simulators.TelegramUser;

namespace Rozmova.Demo.Scenes;

/// <summary>
/// The owner's own number. In place of TDLib's library, which this machine may not have, its JSON interface is played within the
/// program; the owner signs in by code at each start, as the simulated Telegram forgets them.
/// </summary>
internal sealed class TelegramUserScene : IDemoScene
{
    private const string Phone = "+380501112233";
    private const string Code = "22222";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly TdSimulator _simulator;
    private readonly SimulatedPerson _larysa;

    private TelegramUserScene(TdSimulator simulator)
    {
        _simulator = simulator;
        _larysa = simulator.AddAccount(Phone, Code).AddPerson("Лариса Бондар", id: 6_661_000_001);
        People = [Play(_larysa, "Двадцять, і щоб усі білі. До обіду встигнете?", "Дуже дякую! 🤍")];
    }

    public string Platform => "telegram-user";

    public string ChannelName => "Owner's own number";

    public JsonObject Settings => new()
    {
        ["apiId"] = 12345, ["apiHash"] = "0123456789abcdef0123456789abcdef", ["phone"] = Phone,
    };

    /// <summary>None: it is played within the program.</summary>
    public JsonObject Addresses => [];

    public string SeenState => "read";

    public IReadOnlyList<DemoPerson> People { get; }

    public static Task<IDemoScene> StartAsync(CancellationToken cancellationToken) => Task.FromResult<IDemoScene>(
        new TelegramUserScene(new TdSimulator(TimeProvider.System, SceneList.FirstNumber)));

    public void Prepare(IServiceCollection services) => services.AddSingleton<ITdJson>(new SimulatedLibrary(_simulator));

    /// <summary>As an admin does it, by the API. The session takes a moment to open; until then it is said to be elsewhere.</summary>
    public async Task SignInAsync(DemoClient client, string channel, CancellationToken cancellationToken)
    {
        JsonObject? entered = null;
        while (await StepAsync(client, $"/api/v1/channels/{channel}/login", entered, cancellationToken) is var step and not "ready")
        {
            entered = step switch
            {
                "phone" => [],
                "code" => new JsonObject { ["code"] = Code },
                _ => null,
            };
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _larysa.Write("Доброго ранку! Це Лариса, ми торік брали у вас троянди на весілля.");
        _larysa.Write("Потрібні хризантеми на суботу. Є білі?");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _simulator.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string?> StepAsync(DemoClient client, string path, JsonObject? entered, CancellationToken cancellationToken)
    {
        var method = entered is null ? HttpMethod.Get : HttpMethod.Post;
        using var answer = await client.SendAsync(method, path, entered, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            return null;
        }

        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        DemoFailedException.Unless(answer.IsSuccessStatusCode, $"The owner could not sign in: {body}");
        return (string?)JsonNode.Parse(body)!["step"];
    }

    private static DemoPerson Play(SimulatedPerson person, params string[] lines) => new(person.Name, lines)
    {
        WriteAsync = (text, _) => Task.FromResult(person.Write(text)),
        SendPictureAsync = (picture, _) => Task.FromResult(person.SendFile("image", "bouquet.png", "image/png", picture)),
        ReceiveAsync = person.ReceiveAsync,
        SeeAsync = _ =>
        {
            person.Read();
            return Task.CompletedTask;
        },
    };

    /// <summary>The simulator in the library's place.</summary>
    private sealed class SimulatedLibrary(TdSimulator simulator) : ITdJson
    {
        public string? Missing => null;

        public int CreateClient() => simulator.CreateClient();

        public void Send(int client, string request) => simulator.Send(client, request);

        public string? Receive(TimeSpan patience) => simulator.Receive(patience);

        public string? Execute(string request) => null;
    }
}
