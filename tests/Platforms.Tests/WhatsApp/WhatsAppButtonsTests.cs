using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>The form that buttons take.</summary>
public sealed class WhatsAppButtonsTests : IAsyncLifetime
{
    private WhatsAppUnderTest _whatsApp = null!;

    public async Task InitializeAsync() => _whatsApp = await WhatsAppUnderTest.StartAsync();

    public Task DisposeAsync() => _whatsApp.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1, "button")]
    [InlineData(3, "button")]
    [InlineData(4, "list")]
    [InlineData(10, "list")]
    public async Task Up_to_three_stand_under_the_text_and_more_open_as_a_list(int count, string form)
    {
        Button[] items = [.. Enumerable.Range(1, count).Select(number => new Button($"Size {number}", $"size:{number}"))];

        var arrived = await _whatsApp.ArrivedAsync(new MessageContent.Buttons("Which size?", items));

        ((string?)arrived.Json["interactive"]!["type"]).ShouldBe(form);
        arrived.Text.ShouldBe("Which size?");
        arrived.Choices.ShouldBe(items.Select(item => (item.Key!, item.Text)));
    }

    [Fact]
    public async Task A_label_too_long_for_a_button_makes_a_list_where_it_stands_whole()
    {
        const string label = "Deliver it to my door tomorrow morning";

        var arrived = await _whatsApp.ArrivedAsync(new MessageContent.Buttons("How?", [new Button(label, "door"), new Button("No")]));

        arrived.Choices.ShouldBe([("door", "Deliver it to my door t…"), ("No", "No")]);
        var rows = arrived.Json["interactive"]!["action"]!["sections"]![0]!["rows"]!;
        ((string?)rows[0]!["description"]).ShouldBe(label);
        rows[1]!.AsObject().ContainsKey("description").ShouldBeFalse();
    }

    [Fact]
    public async Task A_label_is_never_cut_inside_a_character()
    {
        var label = new string('a', 22) + "👍👍👍";

        var arrived = await _whatsApp.ArrivedAsync(new MessageContent.Buttons("How?", [new Button(label, "a")]));

        arrived.Choices[0].Title.ShouldBe(new string('a', 22) + "…");
    }

    [Fact]
    public async Task One_that_opens_a_page_stands_alone()
    {
        var arrived = await _whatsApp.ArrivedAsync(
            new MessageContent.Buttons("Order 17", [new Button("Track it", Url: "https://shop.example.com/17")]));

        var interactive = arrived.Json["interactive"]!;
        ((string?)interactive["type"]).ShouldBe("cta_url");
        ((string?)interactive["action"]!["parameters"]!["url"]).ShouldBe("https://shop.example.com/17");
    }

    [Fact]
    public async Task One_may_ask_for_the_place()
    {
        var arrived = await _whatsApp.ArrivedAsync(
            new MessageContent.Menu("Where are you?", null, [new Button("Send it", Request: "location")]));

        ((string?)arrived.Json["interactive"]!["type"]).ShouldBe("location_request_message");
    }

    [Fact]
    public async Task A_menu_without_items_is_its_text() =>
        (await _whatsApp.ArrivedAsync(new MessageContent.Menu("Thank you", null, []))).Type.ShouldBe("text");

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_WhatsApp_has_no_form_for_is_refused_with_a_reason(string reason, string body, Button[] items)
    {
        var refused = (await _whatsApp.SendAsync(new MessageContent.Buttons(body, items))).ShouldBeOfType<SendOutcome.Refused>();

        refused.Error.Code.ShouldBe(SendErrors.NotSupported);
        refused.Error.Detail.ShouldContain(reason);
        _whatsApp.Simulator.Calls.All.ShouldBeEmpty();
    }

    public static TheoryData<string, string, Button[]> Impossible { get; } = new()
    {
        { "1024 characters", new string('a', 1025), [new Button("Yes")] },
        { "phone number", "Who are you?", [new Button("Send it", Request: "phone")] },
        { "stands alone", "Order 17", [new Button("Track it", Url: "https://shop.example.com/17"), new Button("Cancel")] },
        { "20 characters", "Order 17", [new Button("Look where your parcel is", Url: "https://shop.example.com/17")] },
        { "the same", "Sure?", [new Button("Yes", "1"), new Button("Yes", "2")] },
        { "the same", "Sure?", [new Button("Yes", "1"), new Button("No", "1")] },
        { "ten", "Size?", [.. Enumerable.Range(1, 11).Select(number => new Button($"{number}"))] },
    };
}
