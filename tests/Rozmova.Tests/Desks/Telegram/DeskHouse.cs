using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>The program and a simulated Telegram for the tests of one class; each test has a shop and a desk of its own.</summary>
public sealed class DeskHouse : IAsyncLifetime
{
    private static int _last = 6_000_000;
    private static long _lastPerson = 8_800_000_000;

    private RozmovaServer? _server;
    private TelegramScene? _telegram;

    public RozmovaServer Server => _server!;

    internal TelegramScene Telegram => _telegram!;

    /// <summary>A shop's bot, and a desk that serves it alone: a group, a log chat.</summary>
    internal Task<DeskScene> OpenAsync(string mode = "polling") => OpenAsync(Server, Telegram, mode);

    internal static async Task<DeskScene> OpenAsync(RozmovaServer server, TelegramScene telegram, string mode = "polling")
    {
        var shop = await telegram.ConnectAsync(server.Client);
        return await OpenAsync(server, telegram, shop, shop.Id, mode);
    }

    /// <summary>A desk that serves any one channel; the scene's shop is where its customers write from, if they do from Telegram.</summary>
    internal static async Task<DeskScene> OpenAsync(
        RozmovaServer server, TelegramScene telegram, ConnectedBot shop, string channel, string mode = "polling")
    {
        var number = Interlocked.Increment(ref _last);
        var token = $"{number}:AAH_desk-of-the-tests-{number}";
        var bot = telegram.Simulator.AddBot(token, $"desk_{number}_bot");
        var scene = new DeskScene(server, shop, bot, bot.AddGroup("Operators"), bot.AddGroup("Log"));
        var answer = await server.Client.PostAsJsonAsync("/api/v1/desks", new
        {
            kind = "telegram",
            name = "Shift",
            channelIds = new[] { channel },
            settings = new
            {
                token,
                mode,
                webhookSecret = DeskScene.Secret,
                baseUrl = telegram.Simulator.BaseAddress.ToString(),
                groupChatId = scene.Group.Id,
                logChatId = scene.Log.Id,
            },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        scene.Desk = await answer.JsonAsync();
        return scene;
    }

    internal static long NextPerson() => Interlocked.Increment(ref _lastPerson);

    public async Task InitializeAsync()
    {
        _telegram = await TelegramScene.StartAsync();
        _server = await RozmovaServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Telegram.DisposeAsync();
    }
}

/// <summary>A shop's bot that customers write to, and the desk whose operators answer them.</summary>
internal sealed class DeskScene(RozmovaServer server, ConnectedBot shop, BotAccount bot, Group group, Group log)
{
    public const string Secret = "secret-of-the-desk";

    public RozmovaServer Server => server;

    public ConnectedBot Shop => shop;

    public BotAccount Bot => bot;

    public Group Group => group;

    public Group Log => log;

    public JsonNode Desk { get; set; } = null!;

    public Inbox Inbox => new(server.Client);

    /// <summary>Somebody of the shift who has met the bot already.</summary>
    public async Task<DeskColleague> HireAsync(string name, string role = "operator", string language = "en")
    {
        var phone = AddPerson(name, language);
        var answer = await server.Client.PostAsJsonAsync("/api/v1/operators", new { name, role, telegramUserId = phone.Id });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        phone.Start();
        await phone.WaitForMessageAsync(message => message.Buttons.Count > 0, CancellationToken.None).Soon();
        return new DeskColleague(phone, (await answer.JsonAsync()).Text("id"), name);
    }

    /// <summary>Somebody on Telegram whom nobody knows yet.</summary>
    public Customer AddPerson(string name, string language = "en") => bot.AddCustomer(new CustomerProfile
    {
        Id = DeskHouse.NextPerson(),
        FirstName = name,
        LanguageCode = language,
    });

    /// <summary>A customer writes; the group's notice of it.</summary>
    public async Task<(Customer Customer, ChatMessage Notice)> AskedAsync(string text = "Are there peonies?")
    {
        var customer = shop.AddCustomer();
        customer.SendText(text);
        return (customer, await NoticeAsync(customer));
    }

    /// <summary>The group's newest message about a customer that has a button.</summary>
    public Task<ChatMessage> NoticeAsync(Customer customer, Func<ChatMessage, bool>? wanted = null) => group.WaitForMessageAsync(
        message => message.Buttons.Count > 0 && Tells(message, customer.Profile.FullName) && (wanted?.Invoke(message) ?? true),
        CancellationToken.None).Soon();

    /// <summary>Waits until the log chat was told something that contains this.</summary>
    public Task LogsAsync(string words) => log.WaitForMessageAsync(message => Tells(message, words), CancellationToken.None).Soon();

    /// <summary>Presses Reply under the notice of a customer, and waits until the conversation is open in the private chat.</summary>
    public async Task<string> TakeAsync(DeskColleague colleague, Customer customer)
    {
        var notice = await NoticeAsync(customer, message => !message.IsDeleted);
        group.Press(colleague.Phone, notice.Id, notice.Buttons[0].Text);
        await colleague.OpenedAsync(customer);
        return await Inbox.ConversationOfAsync(customer.Profile.FullName);
    }

    private static bool Tells(ChatMessage message, string words) => message.Text?.Contains(words, StringComparison.Ordinal) == true;
}

/// <summary>An operator and their phone.</summary>
internal sealed record DeskColleague(Customer Phone, string Id, string Name)
{
    /// <summary>Waits for the screen of a conversation.</summary>
    public Task<ChatMessage> OpenedAsync(Customer customer) => SeesAsync(
        message => message.Text?.StartsWith("💬", StringComparison.Ordinal) == true
            && message.Text.Contains(customer.Profile.FullName, StringComparison.Ordinal)
            && message.Buttons.Any(button => button.Text.Contains("Menu", StringComparison.Ordinal)));

    /// <summary>Waits for a message of the bot that contains this.</summary>
    public Task<ChatMessage> ReadsAsync(string words) =>
        SeesAsync(message => message.Text?.Contains(words, StringComparison.Ordinal) == true);

    public Task<ChatMessage> SeesAsync(Func<ChatMessage, bool> wanted) =>
        Phone.WaitForMessageAsync(message => !message.IsDeleted && wanted(message), CancellationToken.None).Soon();

    /// <summary>Waits for what a pressed button is answered with.</summary>
    public async Task<CallbackAnswer> HearsAsync(Update press)
    {
        await Phone.WaitUntilAsync(phone => phone.CallbackAnswers.Any(IsToPress), CancellationToken.None).Soon();
        return Phone.CallbackAnswers.First(IsToPress);

        bool IsToPress(CallbackAnswer answer) => answer.CallbackQueryId == press.CallbackQueryId;
    }

    /// <summary>Presses a button of the newest message that has it, and waits for the answer.</summary>
    public Task<CallbackAnswer> PressAsync(string label)
    {
        var message = Phone.BotMessages.Last(each => !each.IsDeleted && each.Buttons.Any(IsWanted));
        return HearsAsync(Phone.PressInlineButton(message.Id, message.Buttons.First(IsWanted).CallbackData!));

        bool IsWanted(InlineButton button) => button.Text.Contains(label, StringComparison.Ordinal);
    }
}
