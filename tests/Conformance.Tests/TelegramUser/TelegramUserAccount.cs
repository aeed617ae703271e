using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.TelegramUser;
using Rozmova.Testing.Running;

namespace Rozmova.Conformance.Tests.TelegramUser;

/// <summary>An account, signed in by code as an admin would do it.</summary>
internal sealed class TelegramUserAccount(SimulatedAccount account) : AccountUnderTest
{
    public override JsonObject Settings => new()
    {
        ["apiId"] = 12345, ["apiHash"] = "0123456789abcdef0123456789abcdef", ["phone"] = account.Phone,
    };

    public override async Task SubscribeAsync()
    {
        using var admin = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Program };
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RozmovaServer.ApiKey);
        var channel = $"/api/v1/channels/{Webhook.Segments[^1]}";
        (await StepAsync(admin, $"{channel}/login", new { })).ShouldBe("code");
        (await StepAsync(admin, $"{channel}/login", new { code = account.Code })).ShouldBe("ready");
        await Stage.Until("it is connected", async () => (await admin.GetFromJsonAsync<JsonNode>(channel))!.Text("state") == "connected");
    }

    public override CustomerUnderTest AddCustomer(string name) => new TelegramUserCustomer(account, account.AddPerson(name));

    public override void Provoke(Trouble trouble) => account.Faults.Enqueue(trouble switch
    {
        Trouble.Blocked => new SendFault.Refusal(400, "USER_IS_BLOCKED"),
        Trouble.UnknownChat => new SendFault.Refusal(400, "PEER_ID_INVALID"),
        Trouble.RateLimited => new SendFault.Refusal(429, "Too Many Requests: retry after 1"),
        _ => new SendFault.Refusal(500, "RPC_CALL_FAIL"),
    });

    private static async Task<string> StepAsync(HttpClient admin, string path, object entered)
    {
        var answer = await admin.PostAsJsonAsync(path, entered);
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonNode.Parse(body)!.Text("step");
    }
}
