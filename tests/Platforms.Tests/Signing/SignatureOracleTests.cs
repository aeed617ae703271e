using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.Tests.Signing;

/// <summary>Libraries for Node accept what we sign, and we accept what they sign.</summary>
public sealed class SignatureOracleTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private const string AppSecret = "2b7e151628aed2a6abf7158809cf4f3c";

    private const string Script = """
        (async () => {
          const { Webhook } = require('standardwebhooks');
          const { default: XHubSignature } = await import('x-hub-signature');
          const [secret, appSecret, work] = process.argv.slice(1);
          const [webhook, hub] = [new Webhook(secret), new XHubSignature('sha256', appSecret)];
          console.log(JSON.stringify(JSON.parse(work).map(({ id, time, body, signature }) => ({
            read: JSON.stringify(webhook.verify(body, { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature })),
            signed: webhook.sign(id, new Date(time * 1000), body),
            hub: hub.sign(Buffer.from(body)),
          }))));
        })();
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string[] Bodies { get; } =
        ["{}", """{"text":"Привіт 👋"}""", """{"text":"line\nline","list":[1,2.5,null]}""", $$"""{"text":"{{new string('ї', 5000)}}"}"""];

    [Fact]
    public async Task The_library_of_Standard_Webhooks_and_ours_accept_each_other()
    {
        var (ours, now) = (new StandardWebhook(Secret), TimeProvider.System.GetUtcNow());

        foreach (var (answer, body) in (await AskAsync(now)).Zip(Bodies))
        {
            Flat(answer!["read"]).ShouldBe(Flat(body));
            ours.Verify("msg_1", StandardWebhook.Timestamp(now), (string)answer["signed"]!, Encoding.UTF8.GetBytes(body), now).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task What_a_library_signs_as_Meta_does_is_authentic()
    {
        foreach (var (answer, body) in (await AskAsync(TimeProvider.System.GetUtcNow())).Zip(Bodies))
        {
            var headers = new Dictionary<string, string> { [MetaSignature.Header] = (string)answer!["hub"]! };
            var request = new WebhookRequest(Encoding.UTF8.GetBytes(body), headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);

            MetaSignature.Matches(AppSecret, request).ShouldBeTrue();
            MetaSignature.Matches(AppSecret, request with { Body = Encoding.UTF8.GetBytes(body + " ") }).ShouldBeFalse();
        }
    }

    private static string Flat(JsonNode? json) => JsonNode.Parse((string)json!)!.ToJsonString();

    private static async Task<JsonArray> AskAsync(DateTimeOffset now)
    {
        var folder = Path.Combine(Root(), "tests", "Oracles", "signatures");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "x-hub-signature")))
        {
            using var npm = Start(folder, "npm", "ci", "--loglevel=error");
            await npm.WaitForExitAsync().WaitAsync(Patience);
            npm.ExitCode.ShouldBe(0, "npm ci in tests/Oracles/signatures");
        }

        var ours = new StandardWebhook(Secret);
        var work = JsonSerializer.Serialize(Bodies.Select(body => new
        {
            id = "msg_1",
            time = StandardWebhook.Timestamp(now),
            body,
            signature = ours.Sign("msg_1", now, Encoding.UTF8.GetBytes(body)),
        }));
        using var node = Start(folder, "node", "-e", Script, Secret, AppSecret, work);
        return JsonNode.Parse(await node.StandardOutput.ReadToEndAsync().WaitAsync(Patience))!.AsArray();
    }

    private static Process Start(string folder, string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rozmova.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
