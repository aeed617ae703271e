using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Tests.Meta.Direct;
using Rozmova.Simulators.Meta;

namespace Rozmova.Platforms.Tests.Messenger;

/// <summary>Utility messages: texts of a page that Meta has approved.</summary>
public sealed class MessengerTemplateTests : IAsyncLifetime
{
    private static readonly PageTemplate OnItsWay = new("on_its_way", "en", "Good news! Your order #{{1}} is on its way.")
    {
        Header = "{{1}} update",
        Buttons = [("POSTBACK", "Confirm", "order_{{1}}"), ("URL", "Track", "https://shop.example/{{1}}")],
    };

    private DirectUnderTest _messenger = null!;

    public async Task InitializeAsync()
    {
        _messenger = await DirectUnderTest.MessengerAsync();
        _messenger.Customer.SendText("Do you have size M?");
        _messenger.Account.AddTemplate(OnItsWay);
    }

    public async Task DisposeAsync() => await _messenger.DisposeAsync();

    [Fact]
    public async Task What_a_page_has_approved_is_listed_with_what_it_needs()
    {
        var template = (await ListAsync()).ShouldBeOfType<TemplateListing.Found>().Templates.Single();

        (template.Key, template.Language, template.Category).ShouldBe(("on_its_way", "en", "utility"));
        template.Text.ShouldBe("Good news! Your order #{{1}} is on its way.");
        template.Parameters.ShouldBe(["1"]);
        template.HeaderNeeds.ShouldBe("text");
        template.Buttons.ShouldBe(["Confirm", "Track"]);
        template.ButtonNeeds.ShouldBe([TemplateButtonNeed.Key, TemplateButtonNeed.Url]);
        template.CanSend.ShouldBeTrue();
        _messenger.Simulator.Calls.All[^1].Path.ShouldBe("/v25.0/104000000000001/message_templates");
    }

    [Fact]
    public async Task A_fixed_button_needs_nothing()
    {
        _messenger.Account.AddTemplate(new PageTemplate("a_question", "en", "We have an answer.") { Buttons = [("POSTBACK", "Tell me", "tell")] });

        var template = (await ListAsync()).ShouldBeOfType<TemplateListing.Found>().Templates[0];

        template.ButtonNeeds.ShouldBe([TemplateButtonNeed.None]);
        template.CanSend.ShouldBeTrue();
    }

    [Fact]
    public async Task Named_places_and_a_button_to_fill_behind_one_that_is_fixed_are_shown_and_not_sent()
    {
        _messenger.Account.AddTemplate(new PageTemplate("a_name", "en", "Hello {{customer_name}}, it is ready."));
        _messenger.Account.AddTemplate(new PageTemplate("a_place", "en", "It is ready.")
        {
            Buttons = [("URL", "Shop", "https://shop.example"), ("URL", "Track", "https://shop.example/{{1}}")],
        });

        var templates = (await ListAsync()).ShouldBeOfType<TemplateListing.Found>().Templates;

        templates.Where(template => template.Key.StartsWith("a_", StringComparison.Ordinal)).ShouldAllBe(template => !template.CanSend);
    }

    [Fact]
    public async Task It_is_sent_with_what_fills_it_in_the_shape_Meta_documents()
    {
        var content = new MessageContent.Template("on_its_way", "en", ["566701"])
        {
            Header = new MessageContent.Text("Order"),
            ButtonInputs = [new Button("", Key: "17"), new Button("", Url: "17?from=chat")],
        };

        var arrived = await _messenger.ArrivedAsync(content);

        arrived.MessagingType.ShouldBe("UTILITY");
        arrived.Tag.ShouldBeNull();
        arrived.Text.ShouldBe("Order update\nGood news! Your order #566701 is on its way.");
        JsonNode.DeepEquals(arrived.Json["template"], JsonNode.Parse("""
            {"name":"on_its_way","language":{"code":"en"},"components":[
            {"type":"header","parameters":[{"type":"text","text":"Order"}]},
            {"type":"body","parameters":[{"type":"text","text":"566701"}]},
            {"type":"buttons","parameters":[{"type":"POSTBACK","payload":"17"},{"type":"URL","url":"17?from=chat"}]}]}
            """)).ShouldBeTrue(arrived.Json.ToJsonString());
    }

    [Theory]
    [InlineData(25)]
    [InlineData(24 * 8)]
    public async Task It_goes_after_the_window_has_closed_and_by_itself_too(int hours)
    {
        _messenger.Account.AddTemplate(new PageTemplate("order_ready", "en_US", "Your order is ready."));
        _messenger.Clock.Advance(TimeSpan.FromHours(hours));

        var arrived = await _messenger.ArrivedAsync(
            new MessageContent.Template("order_ready", null, []), message => message with { IsAutomatic = true });

        arrived.Text.ShouldBe("Your order is ready.");
    }

    [Fact]
    public async Task Without_the_permission_the_template_alone_is_refused()
    {
        _messenger.Account.MayUseTemplates = false;

        (await _messenger.RefusedAsync(new MessageContent.Template("on_its_way", "en", []))).Detail.ShouldContain("page_utility_messaging");

        (await ListAsync()).ShouldBeOfType<TemplateListing.Unavailable>().Detail.ShouldContain("page_utility_messaging");
        (await _messenger.ArrivedAsync(new MessageContent.Text("It is ready"))).Text.ShouldBe("It is ready");
    }

    [Fact]
    public async Task A_template_nobody_approved_is_refused_with_Metas_words() =>
        (await _messenger.RefusedAsync(new MessageContent.Template("unknown", "en", []))).Detail.ShouldContain("No approved template");

    private async Task<TemplateListing> ListAsync() =>
        await ((ITemplatePlatform)_messenger.Platform).ListTemplatesAsync(_messenger.Channel, CancellationToken.None);
}
