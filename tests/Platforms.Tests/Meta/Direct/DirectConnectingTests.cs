using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Meta.Direct;

/// <summary>What an admin hears of a channel, and what Meta is told of it.</summary>
public sealed class DirectConnectingTests
{
    [Fact]
    public async Task A_page_is_connected_its_events_switched_on_and_Get_Started_published()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();

        (await ConnectAsync(messenger)).ShouldBe(ConnectionReport.Connected);

        messenger.Account.SubscribedFields.ShouldNotBeNull().Split(',').ShouldContain("message_echoes");
        JsonNode.DeepEquals(messenger.Account.Profile, JsonNode.Parse("""{"get_started":{"payload":"GET_STARTED"}}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_menu_and_the_questions_of_the_settings_are_published()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();

        await ConnectAsync(messenger, new()
        {
            ["menu"] = new[] { "Contact us=MENU_CONTACT", "Shop = https://shop.example.com/?a=b" },
            ["iceBreakers"] = new[] { "Where are you?" },
        });

        JsonNode.DeepEquals(messenger.Account.Profile, JsonNode.Parse("""
            {"get_started":{"payload":"GET_STARTED"},
            "persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"Contact us","payload":"MENU_CONTACT"},
            {"type":"web_url","title":"Shop","url":"https://shop.example.com/?a=b"}]}],
            "ice_breakers":[{"locale":"default","call_to_actions":[{"question":"Where are you?","payload":"Where are you?"}]}]}
            """)).ShouldBeTrue(messenger.Account.Profile!.ToJsonString());
    }

    [Theory]
    [InlineData("IGAAtoken", "messaging_seen", null)]
    [InlineData("EAAtoken", "messages", "instagram")]
    public async Task An_Instagram_account_is_connected_by_either_login(string token, string field, string? platform)
    {
        await using var instagram = await DirectUnderTest.InstagramAsync(token);

        (await ConnectAsync(instagram, new() { ["iceBreakers"] = new[] { "Delivery cost?=ICE_DELIVERY" } })).ShouldBe(ConnectionReport.Connected);

        instagram.Account.SubscribedFields.ShouldNotBeNull().Split(',').ShouldContain(field);
        ((string?)instagram.Account.Profile!["platform"]).ShouldBe(platform);
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_fails_the_channel_and_says_what_to_do()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();

        var report = await ConnectAsync(messenger, new() { ["pageAccessToken"] = "EAAold" });

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail.ShouldNotBeNull().ShouldContain("expired");
    }

    [Fact]
    public async Task The_token_of_another_page_fails_the_channel()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();

        var report = await ConnectAsync(messenger, new() { ["pageId"] = "104000000000002" });

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail.ShouldNotBeNull().ShouldContain("104000000000001");
    }

    [Fact]
    public async Task The_token_of_another_account_fails_the_channel()
    {
        await using var instagram = await DirectUnderTest.InstagramAsync("IGAAtoken");

        (await ConnectAsync(instagram, new() { ["accountId"] = "17841400000000002" })).State.ShouldBe(ConnectionState.Failed);
    }

    [Fact]
    public async Task A_channel_that_goes_switches_its_events_off()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();
        await ConnectAsync(messenger);

        await messenger.Platform.DisconnectAsync(messenger.Channel, CancellationToken.None);

        messenger.Account.SubscribedFields.ShouldBeNull();
    }

    [Fact]
    public async Task A_customer_of_a_page_has_a_name_and_a_picture()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();

        (await FindAsync(messenger)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            person => person.Name.ShouldBe("Olena Shevchenko"), person => person.AvatarUrl.ShouldNotBeNull().ShouldEndWith(".jpg"));
    }

    [Fact]
    public async Task A_customer_on_Instagram_has_a_username_too()
    {
        await using var instagram = await DirectUnderTest.InstagramAsync();

        (await FindAsync(instagram)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            person => person.Name.ShouldBe("Olena Shevchenko"), person => person.Username.ShouldBe("olena"));
    }

    [Fact]
    public async Task Somebody_who_has_not_agreed_stays_without_a_name()
    {
        await using var instagram = await DirectUnderTest.InstagramAsync();
        instagram.Customer.IsPrivate = true;

        (await FindAsync(instagram)).ShouldBeNull();
    }

    [Fact]
    public async Task The_question_whether_the_address_is_ours_is_answered_to_who_knows_the_word()
    {
        await using var messenger = await DirectUnderTest.MessengerAsync();
        Dictionary<string, string> query = new() { ["hub.mode"] = "subscribe", ["hub.verify_token"] = "verify", ["hub.challenge"] = "1158201444" };

        messenger.Platform.AnswerVerification(messenger.Channel, query).ShouldBe("1158201444");
        query["hub.verify_token"] = "guess";
        messenger.Platform.AnswerVerification(messenger.Channel, query).ShouldBeNull();
    }

    private static ValueTask<ConnectionReport> ConnectAsync(DirectUnderTest side, Dictionary<string, object>? settings = null) =>
        side.Platform.ConnectAsync(side.ChannelWith(settings ?? []), CancellationToken.None);

    private static ValueTask<Profile?> FindAsync(DirectUnderTest side) =>
        side.Platform.FindProfileAsync(side.Channel, side.Customer.Id, CancellationToken.None);
}
