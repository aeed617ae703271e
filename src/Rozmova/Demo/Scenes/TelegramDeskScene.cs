using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Demo.Scenes;

/// <summary>Operators who work in Telegram: a bot of their own, a group that hears of everything, and Oksana, who answers from her phone.</summary>
internal sealed class TelegramDeskScene : IDemoDesk
{
    private const string Token = "7000000002:demo-desk-of-a-simulated-telegram";
    private const string DeskName = "Зміна в Telegram";
    private const string Operator = "Оксана Гнатюк";
    private const string Question = "А можна забрати букет самому?";
    private const string Reply = "Так, до дев’ятої вечора. Чекаємо на вас!";
    private const long OperatorId = 5_551_000_101;
    private const long GroupId = -1_001_000_000_001;

    private readonly TelegramSimulator _simulator;
    private readonly Customer _customer;
    private readonly Customer _oksana;
    private readonly Group _group;

    public TelegramDeskScene(TelegramSimulator simulator, Customer customer)
    {
        _simulator = simulator;
        _customer = customer;
        var bot = simulator.AddBot(Token, "flower_shop_desk_bot");
        _group = bot.AddGroup("Flower shop, operators", GroupId);
        _oksana = simulator.AddCustomer(bot, "Оксана", "Гнатюк", id: OperatorId);
    }

    public string Name => "Telegram desk";

    public async Task ConnectAsync(DemoClient client, CancellationToken cancellationToken)
    {
        await HireAsync(client, cancellationToken);
        var addresses = new JsonObject { ["baseUrl"] = _simulator.BaseAddress.ToString() };
        var known = (await client.GetAsync("/api/v1/desks", cancellationToken))["items"]!.AsArray()
            .FirstOrDefault(desk => (string?)desk!["name"] == DeskName);
        if (known is not null)
        {
            await client.PatchAsync($"/api/v1/desks/{known["id"]}", new JsonObject { ["settings"] = addresses }, cancellationToken);
        }
        else
        {
            addresses["token"] = Token;
            addresses["mode"] = "polling";
            addresses["groupChatId"] = GroupId;
            addresses["language"] = "uk";
            await client.PostAsync(
                "/api/v1/desks", new JsonObject { ["kind"] = "telegram", ["name"] = DeskName, ["settings"] = addresses }, cancellationToken);
        }

        _oksana.Start();
        await _oksana.WaitForMessageAsync(message => message.Buttons.Count > 0, cancellationToken);
    }

    /// <summary>At another start the conversation is hers already: then the group only reads on.</summary>
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        _customer.SendText(Question);
        var notice = await _group.WaitForMessageAsync(IsQuestion, cancellationToken);
        if (notice.Buttons.Count > 0)
        {
            _group.Press(_oksana, notice.Id, notice.Buttons[0].Text);
        }

        await _oksana.WaitForMessageAsync(IsQuestion, cancellationToken);
        _oksana.SendText(Reply);
        await _customer.WaitForMessageAsync(message => message.Text == Reply, cancellationToken);
    }

    private static bool IsQuestion(ChatMessage message) => message.Text?.Contains(Question, StringComparison.Ordinal) == true;

    private static async Task HireAsync(DemoClient client, CancellationToken cancellationToken)
    {
        var known = await client.GetAsync("/api/v1/operators", cancellationToken);
        if (known["items"]!.AsArray().All(one => (long?)one!["telegramUserId"] != OperatorId))
        {
            await client.PostAsync(
                "/api/v1/operators",
                new JsonObject { ["name"] = Operator, ["role"] = "operator", ["telegramUserId"] = OperatorId }, cancellationToken);
        }
    }
}
