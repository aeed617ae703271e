using System.Net;
using System.Net.Http.Json;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Tests.WhatsApp;

/// <summary>From a customer's phone through the whole program and back.</summary>
public sealed class WhatsAppRoadTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private WhatsAppSimulator _simulator = null!;
    private RozmovaServer _program = null!;
    private Inbox _inbox = null!;
    private Customer _customer = null!;

    public async Task InitializeAsync()
    {
        _simulator = await WhatsAppSimulator.StartAsync(new WhatsAppSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        _program = await RozmovaServer.StartAsync();
        _inbox = new Inbox(_program.Client);
        var number = _simulator.AddNumber(new BusinessNumberSettings
        {
            Id = "106540352240001", AccessToken = "EAATESTTOKEN0001", AppSecret = "secret", VerifyToken = "ours",
        });
        var answer = await _program.Client.PostAsJsonAsync("/api/v1/channels", new
        {
            platform = "whatsapp", name = "Shop number",
            settings = new
            {
                accessToken = number.Settings.AccessToken, phoneNumberId = number.Settings.Id, appSecret = "secret", verifyToken = "ours",
                baseUrl = _simulator.BaseAddress.ToString(),
            },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        await number.SubscribeAsync(new Uri(_program.Address, "/api/v1/communications/webhooks/whatsapp"), CancellationToken.None);
        _customer = number.AddCustomer("Olena", "380501112233");
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_message_to_the_address_of_all_numbers_is_answered_by_its_own()
    {
        _customer.SendText("Do you have size M?");
        var conversation = await _inbox.ConversationOfAsync("Olena");

        await _inbox.ReplyAsync(conversation, "Yes");

        var arrived = await _customer.WaitForMessageAsync(_ => true, CancellationToken.None).WaitAsync(Bound);
        arrived.Text.ShouldBe("Yes");
    }

    [Fact]
    public async Task The_customer_sees_that_an_operator_is_typing()
    {
        var written = _customer.SendText("Do you have size M?");
        var conversation = await _inbox.ConversationOfAsync("Olena");

        using var answer = await _program.Client.PostAsync($"/api/v1/conversations/{conversation}/typing", content: null);

        answer.IsSuccessStatusCode.ShouldBeTrue();
        await _customer.WaitUntilAsync(customer => customer.TypingShown == 1, CancellationToken.None).WaitAsync(Bound);
        _customer.Reads.ShouldBe([written]);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_known_to_have_left_by_the_next_status()
    {
        _customer.SendText("Do you have size M?");
        var conversation = await _inbox.ConversationOfAsync("Olena");
        _simulator.Faults.Add(new Fault.LostAnswer { Method = "messages" });
        var reply = await _inbox.ReplyAsync(conversation, "Yes");
        await _inbox.StateAsync(reply, "unknown");

        _customer.Report(_customer.Received[0], "delivered");

        await _inbox.StateAsync(reply, "delivered");
    }
}
