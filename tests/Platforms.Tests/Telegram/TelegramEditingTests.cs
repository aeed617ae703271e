using Rozmova.Messaging;
using Rozmova.Platforms.Tests.Telegram.Simulator;
using Rozmova.Simulators.Telegram;
using MediaKind = Rozmova.Messaging.MediaKind;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramEditingTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [1, 2, 3, 4];

    private SimulatedTelegram _simulated = null!;
    private TelegramUnderTest _telegram = null!;

    private string Chat => $"{_simulated.Customer.Id}";

    public async Task InitializeAsync()
    {
        _simulated = await SimulatedTelegram.StartAsync(TimeProvider.System);
        _simulated.Customer.AlreadyStarted();
        _telegram = TelegramUnderTest.Against(_simulated.Simulator.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _simulated.DisposeAsync();
    }

    [Fact]
    public async Task A_text_of_ours_changes_and_changing_it_again_to_the_same_is_fine()
    {
        var id = await SentAsync(new MessageContent.Text("at 5"));

        var first = await EditAsync(new MessageContent.Text("at <6>"), id);
        var again = await EditAsync(new MessageContent.Text("at <6>"), id);

        first.ShouldBe(new SendOutcome.Sent(id));
        again.ShouldBe(new SendOutcome.Sent(id));
        _simulated.Customer.BotMessages.ShouldHaveSingleItem().Text.ShouldBe("at <6>");
    }

    [Fact]
    public async Task Buttons_change_with_their_text()
    {
        var id = await SentAsync(new MessageContent.Buttons("Size?", [new Button("M", Key: "M")]));

        await EditAsync(new MessageContent.Buttons("Colour?", [new Button("Red", Key: "red")]), id);

        var message = _simulated.Customer.BotMessages.ShouldHaveSingleItem();
        message.Text.ShouldBe("Colour?");
        message.Buttons.ShouldHaveSingleItem().CallbackData.ShouldBe("red");
    }

    [Fact]
    public async Task The_caption_of_a_file_changes()
    {
        var file = new Attachment { FileName = "a.pdf", Size = Pdf.Length };
        var id = await SentAsync(new MessageContent.Media(MediaKind.File, file, "March"), Pdf);

        var outcome = await EditAsync(new MessageContent.Media(MediaKind.File, file, "April"), id);

        outcome.ShouldBe(new SendOutcome.Sent(id));
        _simulated.Customer.BotMessages.ShouldHaveSingleItem().Text.ShouldBe("April");
    }

    [Fact]
    public async Task What_cannot_be_changed_is_refused() =>
        (await EditAsync(new MessageContent.Location(1, 2, null), new PlatformMessageId("1", Chat)))
            .ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.NotSupported);

    [Fact]
    public async Task A_message_of_ours_is_deleted_once()
    {
        var id = await SentAsync(new MessageContent.Text("oops"));

        var first = await DeleteAsync(Chat, id);
        var again = await DeleteAsync(Chat, id);

        first.ShouldBe(new SendOutcome.Sent(id));
        again.ShouldBe(new SendOutcome.Sent(id));
        _simulated.Customer.BotMessages.ShouldHaveSingleItem().IsDeleted.ShouldBeTrue();
    }

    [Fact]
    public async Task In_a_business_chat_the_bot_never_deletes_its_own_message_of_the_same_number()
    {
        var id = await SentAsync(new MessageContent.Text("keep me"));

        var outcome = await DeleteAsync($"{Chat}@bcn_01", id);

        outcome.ShouldBeOfType<SendOutcome.Refused>();
        _simulated.Customer.BotMessages.ShouldHaveSingleItem().IsDeleted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_customer_sees_us_typing()
    {
        await _telegram.Platform.ShowTypingAsync(_telegram.Channel, Chat, CancellationToken.None);

        _simulated.Customer.ChatActions.ShouldHaveSingleItem().Action.ShouldBe("typing");
    }

    [Fact]
    public async Task A_pressed_button_stops_spinning()
    {
        var id = await SentAsync(new MessageContent.Buttons("Size?", [new Button("M", Key: "M")]));
        var press = _simulated.Customer.PressInlineButton(int.Parse(id.Id, null), "M");

        await _telegram.Platform.AcknowledgeAsync(_telegram.Channel, press.CallbackQueryId!, CancellationToken.None);

        _simulated.Customer.CallbackAnswers.ShouldHaveSingleItem().CallbackQueryId.ShouldBe(press.CallbackQueryId);
    }

    [Fact]
    public async Task Courtesies_that_fail_disturb_nobody()
    {
        _simulated.Simulator.Faults.Add(Refusal.ServerError());

        await _telegram.Platform.ShowTypingAsync(_telegram.Channel, Chat, CancellationToken.None);
        await _telegram.Platform.ShowTypingAsync(_telegram.Channel, "nowhere", CancellationToken.None);
        await _telegram.Platform.AcknowledgeAsync(_telegram.Channel, "too-late", CancellationToken.None);
    }

    private async Task<PlatformMessageId> SentAsync(MessageContent content, byte[]? file = null) =>
        (await _telegram.SendAsync(Chat, content, file: file)).ShouldBeOfType<SendOutcome.Sent>().Id;

    private Task<SendOutcome> EditAsync(MessageContent content, PlatformMessageId target) => _telegram.Platform.EditAsync(
        _telegram.Channel, TelegramUnderTest.Message(Chat, content), target, CancellationToken.None).AsTask();

    private Task<SendOutcome> DeleteAsync(string chat, PlatformMessageId target) =>
        _telegram.Platform.DeleteAsync(_telegram.Channel, chat, target, CancellationToken.None).AsTask();
}
