using System.Text;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Simulators.Webim;
using Rozmova.Tests.Desks.Telegram;
using Rozmova.Tests.Desks.Webim;

namespace Rozmova.Tests.PassThrough;

/// <summary>Through a pass-through channel customers speak with people at the desks there are, and nothing of it is ever written down.</summary>
public sealed class RealDeskTests
{
    private const string Asked = "zhuravlyk-the-words-of-a-customer";
    private const string Mended = "horlytsia-the-words-of-an-edit";
    private const string Caption = "lastivka-the-words-under-a-file";
    private const string Answered = "lelechenka-the-words-of-an-operator";
    private const string Rephrased = "sokolyk-the-words-of-a-second-thought";
    private const string TheirFile = "zhuravlyk.txt";
    private const string OurFile = "lelechenka.txt";
    private const string Name = "Kvitoslava";
    private const string Operator = "Solomiia";
    private static readonly string[] Hidden = [Asked, Mended, Caption, Answered, Rephrased, TheirFile, OurFile, Name];

    private static CancellationToken Never => CancellationToken.None;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Webims_operators_and_a_customer_exchange_words_and_files_that_are_found_nowhere(Engine engine)
    {
        await using var webim = await WebimSimulator.StartAsync(new WebimSimulatorOptions(), TimeProvider.System, Never);
        await using var house = await PassingHouse.StartAsync(
            engine, withDesk: false, ("PublicUrl", $"http://127.0.0.1:{WebimHouse.FreePort()}"));
        var stand = await WebimStand.OpenAsync(house.Server.Client, webim, house.Bot);
        var customer = house.Bot.Account.Simulate($"{Name} Unique");

        var first = customer.SendText(Asked).MessageId!.Value;
        var visitor = await stand.VisitorOfAsync(customer);
        customer.Edit(first, Mended);
        customer.SendDocument(FileOf(TheirFile, Asked), Caption);
        await visitor.WaitForMessageAsync(message => message.Text == Caption, Never).Soon();
        visitor.FromVisitor.Select(message => message.Text).ShouldBe([Asked, $"✎ {Mended}", null, Caption]);
        (await visitor.FromVisitor[2].File!.Soon()).Content.ToArray().ShouldBe(FileOf(TheirFile, Asked).Content.ToArray());

        visitor.Operator = Operator;
        await visitor.TellAsync("chat_assigned", Never);
        (await visitor.ReplyAsync(Answered, Never)).Status.ShouldBe(200);
        await customer.WaitForMessageAsync(message => message.Text == Answered, Never).Soon();
        await visitor.EditAsync(visitor.Messages.Last(message => message.Text == Answered), Rephrased, Never);
        await customer.WaitForMessageAsync(message => message.Text == Rephrased, Never).Soon();
        await visitor.SendFileAsync(FileOf(OurFile, Answered), Never);
        var received = await customer.WaitForMessageAsync(message => message.Json["document"] is not null, Never).Soon();
        received.Json["document"]!.Text("file_name").ShouldBe(OurFile);
        await visitor.OfferAsync(Answered, ["Zozulia", "Horobets"], Never);
        var offered = await customer.WaitForMessageAsync(message => message.Buttons.Count == 2, Never).Soon();
        customer.PressInlineButton(offered.Id, offered.Buttons[0].CallbackData!);
        await visitor.WaitForMessageAsync(message => message.Kind == "keyboard_response", Never).Soon();
        house.Simulator.Faults.Add(new Simulators.Telegram.Refusal(403, "Forbidden: bot was blocked by the user") { Method = "sendMessage" });
        await visitor.ReplyAsync(Answered, Never);
        await visitor.WaitForMessageAsync(message => message.Text?.StartsWith("⚠ Not delivered", StringComparison.Ordinal) == true, Never).Soon();
        await visitor.TellAsync("chat_closed", Never);
        var conversation = await house.Inbox.FirstConversationAsync();
        await house.Inbox.EntryAsync(conversation, "the chat is closed", entry => (string?)entry["content"]!["key"] == "chat-closed");

        (await house.PlacesOfAsync([.. Hidden, Operator, "Zozulia", "zozulia", "horobets"])).ShouldBeEmpty();
        (await house.PlacesOfAsync(conversation)).ShouldNotBeEmpty("the search itself can find");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Operators_in_Telegram_read_and_answer_what_is_found_nowhere(Engine engine)
    {
        await using var house = await PassingHouse.StartAsync(engine, withDesk: false);
        var scene = await DeskHouse.OpenAsync(house.Server, house.Telegram, house.Bot, house.Bot.Id);
        var vira = await scene.HireAsync("Passing Vira");
        var customer = house.Bot.Account.Simulate($"{Name} Unique");

        var first = customer.SendText(Asked).MessageId!.Value;
        var notice = await NoticeAsync(scene, Asked);
        notice.Text!.ShouldContain(Name);
        customer.Edit(first, Mended);
        await NoticeAsync(scene, Mended);
        customer.SendDocument(FileOf(TheirFile, Asked), Caption);
        await scene.Group.WaitForMessageAsync(message => FileNameOf(message) == TheirFile, Never).Soon();

        scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply");
        await vira.SeesAsync(message => IsScreen(message) && Tells(message, Mended) && Tells(message, Caption));
        await vira.SeesAsync(message => FileNameOf(message) == TheirFile);
        await vira.PressAsync("Pin");
        vira.Phone.SendText(Answered);
        await customer.WaitForMessageAsync(message => message.Text == Answered, Never).Soon();
        vira.Phone.SendDocument(FileOf(OurFile, Answered), Answered);
        (await customer.WaitForMessageAsync(message => FileNameOf(message) == OurFile, Never).Soon()).Text.ShouldBe(Answered);
        await NoticeAsync(scene, "Answered by Passing Vira");

        customer.SendText(Asked);
        await vira.SeesAsync(message => !IsScreen(message) && Tells(message, Asked));
        vira.Phone.SendText($"/note {Answered}");
        await vira.ReadsAsync("Nothing that is said here may be kept");
        await vira.PressAsync("Menu");
        var conversation = await house.Inbox.FirstConversationAsync();
        await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/close", null);
        await scene.Group.WaitForMessageAsync(message => Tells(message, "Closed"), Never).Soon();

        (await house.PlacesOfAsync(Hidden)).ShouldBeEmpty();
        (await house.PlacesOfAsync(conversation)).ShouldNotBeEmpty("the search itself can find");
    }

    [Fact]
    public async Task A_file_that_Telegram_did_not_take_at_once_reaches_the_group_though_the_customer_has_an_answer()
    {
        await using var house = await PassingHouse.StartAsync(Engine.Sqlite, withDesk: false);
        var scene = await DeskHouse.OpenAsync(house.Server, house.Telegram, house.Bot, house.Bot.Id);
        var customer = house.Bot.Account.Simulate($"{Name} Unique");
        house.Simulator.Faults.Add(Simulators.Telegram.Refusal.TooManyRequests(retryAfter: 2) with { Method = "sendDocument" });

        customer.SendDocument(FileOf(TheirFile, Asked), Caption);
        await NoticeAsync(scene, Caption);
        await house.Inbox.ReplyAsync(await house.Inbox.FirstConversationAsync(), Answered);
        await NoticeAsync(scene, "Answered by");

        await scene.Group.WaitForMessageAsync(message => FileNameOf(message) == TheirFile, Never).Soon();
    }

    private static Task<ChatMessage> NoticeAsync(DeskScene scene, string words) => scene.Group.WaitForMessageAsync(
        message => message.Buttons.Count > 0 && Tells(message, words), Never).Soon();

    private static SimulatedFile FileOf(string name, string words) => new(name, "text/plain", Encoding.UTF8.GetBytes($"a file of {words}"));

    private static string? FileNameOf(ChatMessage message) => (string?)message.Json["document"]?["file_name"];

    private static bool IsScreen(ChatMessage message) => message.Text?.StartsWith("💬", StringComparison.Ordinal) == true;

    private static bool Tells(ChatMessage message, string words) => message.Text?.Contains(words, StringComparison.Ordinal) == true;
}
