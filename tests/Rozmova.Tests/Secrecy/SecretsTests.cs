using System.Net.Http.Json;
using System.Text;
using Rozmova.Simulators;
using Rozmova.Testing;
using Rozmova.Tests.Intake;
using Rozmova.Tests.Live;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Secrecy;

/// <summary>Secrets are encrypted at rest and never returned or logged; logs never tell what people say or who they are.</summary>
public sealed class SecretsTests
{
    private const string Password = "the-password-of-the-first-admin";
    private const string CustomersWords = "zhuravlyk-the-words-of-a-customer";
    private const string OperatorsWords = "lelechenka-the-words-of-an-operator";
    private const string CustomersName = "Kvitoslava-Unique";

    [Fact]
    public async Task After_a_whole_run_no_secret_is_in_a_file_an_answer_or_the_log_and_no_word_or_name_in_the_log()
    {
        using var folder = new TemporaryFolder();
        using var log = new RecordedLog();
        await using var telegram = await TelegramScene.StartAsync();
        var setup = new RozmovaSetup
        {
            Data = folder.Path,
            Settings = new Dictionary<string, string> { ["AdminEmail"] = "admin@example.com", ["AdminPassword"] = Password },
            Services = log.Join,
        };
        ConnectedBot bot;
        string answers;
        await using (var server = await RozmovaServer.StartAsync(setup))
        {
            bot = await telegram.ConnectAsync(server.Client);
            answers = await UseAsync(server, telegram, bot);
        }

        string[] secrets = [bot.Account.Token, bot.Secret, CustomShop.Secret, RozmovaServer.ApiKey, Password];
        foreach (var secret in secrets)
        {
            FilesWith(folder.Path, secret).ShouldBeEmpty();
            answers.ShouldNotContain(secret);
        }

        foreach (var hidden in secrets.Concat([CustomersWords, OperatorsWords, CustomersName]))
        {
            log.Text.ShouldNotContain(hidden);
        }

        // The search itself can find: what is no secret is there in clear.
        FilesWith(folder.Path, CustomersWords).ShouldNotBeEmpty();
        log.Text.ShouldContain(bot.Id);
    }

    /// <summary>All the ordinary roads, and those that end in the log: garbage, refusals, a platform that is away.</summary>
    private static async Task<string> UseAsync(RozmovaServer server, TelegramScene telegram, ConnectedBot bot)
    {
        var inbox = new Inbox(server.Client);
        var answers = new StringBuilder(bot.Channel.ToJsonString());
        await using var live = await LiveListener.ConnectAsync(server.Address);
        var customer = bot.Account.Simulate(CustomersName);
        customer.SendText(CustomersWords);
        var conversation = await inbox.ConversationOfAsync(CustomersName);
        await inbox.StateAsync(await inbox.ReplyAsync(conversation, OperatorsWords), "sent");
        customer.BlockBot();
        await inbox.StateAsync(await inbox.ReplyAsync(conversation, OperatorsWords), "failed");
        customer.UnblockBot();
        telegram.Simulator.Faults.Add(new Fault.LostAnswer { Method = "sendMessage" });
        await inbox.StateAsync(await inbox.ReplyAsync(conversation, OperatorsWords), "unknown");

        await server.PushAsync(bot, Encoding.UTF8.GetBytes($"{{\"update_id\":1,\"message\":\"{CustomersWords}\"}}"));
        await server.PushAsync(bot.Path, CustomersWords, Encoding.UTF8.GetBytes(CustomersWords));
        var shop = await CustomShop.ConnectAsync(server);
        await shop.SendAsync(Encoding.UTF8.GetBytes($"{{\"id\":\"{CustomersWords}\",\"from\":7}}"));
        answers.Append(shop.Channel);
        await telegram.ConnectAsync(server.Client, "polling", baseUrl: new Uri("http://127.0.0.1:1"));
        await server.Client.PatchAsJsonAsync($"/api/v1/channels/{bot.Id}", new { settings = new { token = "••••" } });
        await server.Client.GetAsync($"/api/v1/conversations?q={CustomersWords}");
        await server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "telegram", name = "x", settings = new { token = CustomShop.Secret } });

        foreach (var path in new[] { "/api/v1/channels", $"/api/v1/channels/{bot.Id}", "/api/v1/me", "/api/v1/audit", "/api/v1/operators", "/metrics" })
        {
            answers.Append(await server.Client.GetStringOrProblemAsync(path));
        }

        return answers.ToString();
    }

    private static List<string> FilesWith(string folder, string text)
    {
        var searched = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(searched) >= 0)];
    }
}
