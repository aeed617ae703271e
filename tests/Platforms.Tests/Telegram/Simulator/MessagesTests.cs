using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

public sealed class MessagesTests : IAsyncLifetime
{
    private SimulatedTelegram _telegram = null!;

    public async Task InitializeAsync()
    {
        _telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        _telegram.Customer.Start();
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task An_uploaded_picture_comes_back_byte_for_byte()
    {
        var picture = Samples.Photo(hue: 200);
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{_telegram.Customer.Id}"), "chat_id" },
            { new StringContent("the <i>label</i>"), "caption" },
            { new StringContent("HTML"), "parse_mode" },
            { new ReadOnlyMemoryContent(picture.Content), "photo", "label.png" },
        };

        using var response = await _telegram.PostAsync("sendPhoto", form);

        var message = _telegram.Customer.BotMessages.ShouldHaveSingleItem();
        message.Text.ShouldBe("the label");
        var fileId = (string?)message.Json["photo"]![1]!["file_id"];
        var file = await _telegram.CallAsync("getFile", new JsonObject { ["file_id"] = fileId });
        using var download = await _telegram.GetAsync($"/file/bot{SimulatedTelegram.Token}/{file["result"]!["file_path"]}");
        (await download.Content.ReadAsByteArrayAsync()).ShouldBe(picture.Content.ToArray());
    }

    [Fact]
    public async Task An_album_by_attached_files_is_as_many_messages_tied_together()
    {
        var media = """[{"type":"photo","media":"attach://a","caption":"both"},{"type":"photo","media":"attach://b"}]""";
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{_telegram.Customer.Id}"), "chat_id" },
            { new StringContent(media), "media" },
            { new ReadOnlyMemoryContent(Samples.Photo(10).Content), "a", "a.png" },
            { new ReadOnlyMemoryContent(Samples.Photo(20).Content), "b", "b.png" },
        };

        using var response = await _telegram.PostAsync("sendMediaGroup", form);

        var messages = _telegram.Customer.BotMessages;
        messages.Select(message => message.Text).ShouldBe(["both", null]);
        messages.Select(message => (string?)message.Json["media_group_id"]).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_over_twenty_megabytes_cannot_be_fetched()
    {
        var update = _telegram.Customer.SendVideo(SimulatedFile.OfSize("long.mp4", "video/mp4", 21 * 1024 * 1024));

        var refused = await _telegram.CallAsync(
            "getFile", new JsonObject { ["file_id"] = (string?)update.ToJson()["message"]!["video"]!["file_id"] });

        ((string?)refused["description"]).ShouldBe("Bad Request: file is too big");
    }

    [Fact]
    public async Task An_edit_is_seen_once_and_refused_when_it_changes_nothing()
    {
        var id = await SendAsync("first");
        var edit = new JsonObject { ["chat_id"] = _telegram.Customer.Id, ["message_id"] = id, ["text"] = "second" };

        await _telegram.CallAsync("editMessageText", edit.DeepClone().AsObject());
        var again = await _telegram.CallAsync("editMessageText", edit);

        var message = _telegram.Customer.BotMessages.ShouldHaveSingleItem();
        message.Text.ShouldBe("second");
        message.EditedAt.ShouldNotBeNull();
        ((string?)again["description"])!.ShouldStartWith("Bad Request: message is not modified");
    }

    [Fact]
    public async Task A_deleted_message_cannot_be_replied_to_unless_allowed()
    {
        var id = await SendAsync("gone soon");
        await _telegram.CallAsync("deleteMessage", new JsonObject { ["chat_id"] = _telegram.Customer.Id, ["message_id"] = id });

        var refused = await ReplyAsync(id, allowMissing: false);
        var sent = await ReplyAsync(id, allowMissing: true);

        ((string?)refused["description"]).ShouldBe("Bad Request: message to be replied not found");
        sent["result"]!["reply_to_message"].ShouldBeNull();
    }

    [Theory]
    [InlineData(
        """{"inline_keyboard":[[{"text":"далі","callback_data":"ююююююююююююююююююююююююююююююююю"}]]}""",
        "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("""{"inline_keyboard":[],"keyboard":[]}""", "Bad Request: can't parse reply keyboard markup JSON object")]
    public async Task A_keyboard_that_the_real_one_refuses_is_refused(string markup, string description)
    {
        var refused = await _telegram.CallAsync("sendMessage", new JsonObject
        {
            ["chat_id"] = _telegram.Customer.Id,
            ["text"] = "?",
            ["reply_markup"] = JsonNode.Parse(markup),
        });

        ((string?)refused["description"]).ShouldBe(description);
    }

    [Fact]
    public async Task An_answered_button_tells_the_customer()
    {
        var id = await SendAsync("Size?", JsonNode.Parse("""{"inline_keyboard":[[{"text":"M","callback_data":"size:M"}]]}"""));
        var pressed = _telegram.Customer.PressInlineButton(id, "M");

        await _telegram.CallAsync(
            "answerCallbackQuery", new JsonObject { ["callback_query_id"] = pressed.CallbackQueryId, ["text"] = "Saved" });
        var unknown = await _telegram.CallAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = "1" });

        _telegram.Customer.CallbackAnswers.ShouldHaveSingleItem().Text.ShouldBe("Saved");
        ((string?)unknown["description"]).ShouldBe(
            "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    private async Task<int> SendAsync(string text, JsonNode? markup = null)
    {
        var message = new JsonObject { ["chat_id"] = _telegram.Customer.Id, ["text"] = text, ["reply_markup"] = markup };
        return (int)(await _telegram.CallAsync("sendMessage", message))["result"]!["message_id"]!;
    }

    private Task<JsonObject> ReplyAsync(int id, bool allowMissing) => _telegram.CallAsync("sendMessage", new JsonObject
    {
        ["chat_id"] = _telegram.Customer.Id,
        ["text"] = "reply",
        ["reply_parameters"] = new JsonObject { ["message_id"] = id, ["allow_sending_without_reply"] = allowMissing },
    });
}
