using System.Text;
using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>The CRM answers without an id: our own message is found in the chat, and a call that was cut off is settled there.</summary>
public sealed class SellerCrmSendingTests : IAsyncLifetime
{
    private static readonly MessageContent Hello = new MessageContent.Text("Вітаю! «Rust & <b>C#</b>»\nДва рядки");

    private SellerCrmUnderTest _crm = null!;
    private SimulatedOrder _order = null!;

    public async Task InitializeAsync()
    {
        _crm = await SellerCrmUnderTest.StartAsync();
        _order = _crm.Seller.AddOrder("buyer@example.com");
        _order.Write("Good day");
    }

    public Task DisposeAsync() => _crm.DisposeAsync().AsTask();

    [Fact]
    public async Task What_was_sent_has_the_id_it_has_in_the_chat()
    {
        var outcome = await _crm.SendAsync(_order, Hello);

        var sent = _order.Answers.ShouldHaveSingleItem();
        sent.Text.ShouldBe(((MessageContent.Text)Hello).Body);
        outcome.ShouldBeOfType<SendOutcome.Sent>().Id.ShouldBe(IdOf(sent));
    }

    [Fact]
    public async Task The_same_words_again_are_the_second_message()
    {
        _order.AnswerInCrm("Ok");
        await _crm.SendAsync(_order, new MessageContent.Text("Ok"));

        var outcome = await _crm.SendAsync(_order, new MessageContent.Text("Ok"));

        _order.Answers.Count.ShouldBe(3);
        outcome.ShouldBeOfType<SendOutcome.Sent>().Id.ShouldBe(IdOf(_order.Answers[2]));
    }

    [Fact]
    public async Task One_that_the_list_does_not_show_yet_is_taken_all_the_same()
    {
        _order.Lagging = 1;

        (await _crm.SendAsync(_order, Hello)).ShouldBeOfType<SendOutcome.Taken>();

        _order.Answers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_send_that_was_cut_off_is_settled_by_the_list()
    {
        _crm.Simulator.Faults.Add(new Fault.LostAnswer { Method = "send" });

        var outcome = await _crm.SendAsync(_order, Hello);

        outcome.ShouldBeOfType<SendOutcome.Sent>().Id.ShouldBe(IdOf(_order.Answers.ShouldHaveSingleItem()));
    }

    [Fact]
    public async Task One_that_nobody_knows_of_is_looked_for_before_it_is_sent_again()
    {
        _order.Lagging = 1;
        _crm.Simulator.Faults.Add(new Fault.LostAnswer { Method = "send" });
        var message = _crm.Message(_order, Hello);
        (await _crm.SendAsync(message)).ShouldBeOfType<SendOutcome.Unknown>();
        _order.Lagging = 0;

        (await _crm.SendAsync(message)).ShouldBeOfType<SendOutcome.Sent>();

        _order.Answers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_maintenance_nothing_is_delivered_and_later_it_is_sent_once()
    {
        _crm.Simulator.Faults.Add(new MaintenancePage { Method = "send" });
        var message = _crm.Message(_order, Hello);

        (await _crm.SendAsync(message)).ShouldBeOfType<SendOutcome.NotDelivered>().Detail.ShouldContain("maintenance");
        (await _crm.SendAsync(message)).ShouldBeOfType<SendOutcome.Sent>();

        _order.Answers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_closed_chat_refuses_in_the_CRMs_words()
    {
        _order.ChatState = 0;

        var error = (await _crm.SendAsync(_order, Hello)).ShouldBeOfType<SendOutcome.Refused>().Error;

        error.Code.ShouldBe(SendErrors.Rejected);
        error.Detail.ShouldContain("The chat is closed");
    }

    [Fact]
    public async Task A_file_is_laid_ready_and_named_by_the_message()
    {
        var bytes = Encoding.UTF8.GetBytes("the bytes of a key");
        var content = new MessageContent.Media(
            MediaKind.File, new Attachment { FileName = "ключ «1».txt", MimeType = "text/plain", Size = bytes.Length }, "Ваш ключ");

        var outcome = await _crm.SendAsync(_order, content, bytes);

        var sent = _order.Answers.ShouldHaveSingleItem();
        sent.Text.ShouldBe("Ваш ключ");
        sent.File!.Name.ShouldBe("ключ «1».txt");
        sent.File.Content.ToArray().ShouldBe(bytes);
        outcome.ShouldBeOfType<SendOutcome.Sent>().Id.ShouldBe(IdOf(sent));
    }

    [Fact]
    public async Task A_file_larger_than_the_channels_setting_is_not_sent()
    {
        var content = new MessageContent.Media(MediaKind.File, new Attachment { FileName = "film.mkv", Size = 5_000_001 }, null);

        (await _crm.SendAsync(_order, content, [1])).ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.FileRefused);

        _crm.Simulator.Calls.Count("upload").ShouldBe(0);
    }

    [Fact]
    public async Task Ours_is_taken_back_over_there()
    {
        var sent = (await _crm.SendAsync(_order, Hello)).ShouldBeOfType<SendOutcome.Sent>();

        var outcome = await _crm.Platform.DeleteAsync(_crm.Channel, SellerCrmUnderTest.ChatOf(_order), sent.Id, CancellationToken.None);

        outcome.ShouldBeOfType<SendOutcome.Sent>();
        _order.Answers.ShouldBeEmpty();
    }

    private PlatformMessageId IdOf(CrmMessage message) =>
        new(message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), SellerCrmUnderTest.ChatOf(_order));
}
