using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberWelcomeTests : IAsyncDisposable
{
    private const string Welcome = "Вітаємо! Напишіть нам кілька слів.";

    private readonly ViberUnderTest _viber = new();

    public ValueTask DisposeAsync() => _viber.DisposeAsync();

    [Fact]
    public async Task A_newcomer_is_welcomed_in_the_answer_and_the_conversation_shows_it()
    {
        var body = Callbacks.Started(subscribed: false, "promo_42");

        var answer = await AnswerAsync(body, Welcome);
        var events = _viber.Read(body, Welcome);

        var message = JsonNode.Parse(answer!.Body.Span)!;
        answer.ContentType.ShouldBe("application/json");
        ((string)message["type"]!).ShouldBe("text");
        ((string)message["text"]!).ShouldBe(Welcome);
        ((string)message["sender"]!["name"]!).ShouldBe("Acme support");
        message["receiver"].ShouldBeNull();
        Encoding.UTF8.GetString(answer.Body.Span).ShouldContain(Welcome);

        var started = events[0].ShouldBeOfType<InboundEvent.ContactEvent>();
        started.Kind.ShouldBe(ContactEventKind.Started);
        started.Detail.ShouldBe("promo_42");
        var echoed = events[1].ShouldBeOfType<InboundEvent.MessageEchoed>();
        echoed.Chat.ShouldBe(Callbacks.Person);
        echoed.Content.ShouldBe(new MessageContent.Text(Welcome));
        echoed.Id.ShouldNotBe(started.Id);
        _viber.Read(body, Welcome).Select(again => again.GetType()).ShouldBe(events.Select(first => first.GetType()));
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_said()
    {
        var body = Callbacks.Started(subscribed: false);

        (await AnswerAsync(body, welcome: null)).ShouldBeNull();
        _viber.Read(body).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.ContactEvent>().Kind.ShouldBe(ContactEventKind.Started);
    }

    [Fact]
    public async Task A_subscriber_who_opens_the_chat_again_is_not_welcomed()
    {
        (await AnswerAsync(Callbacks.Started(subscribed: true), Welcome)).ShouldBeNull();
        _viber.Read(Callbacks.Started(subscribed: true), Welcome).ShouldBeEmpty();
        _viber.Read(Callbacks.Started(subscribed: true, "promo_42"), Welcome).ShouldHaveSingleItem()
            .ShouldBeOfType<InboundEvent.ContactEvent>().Detail.ShouldBe("promo_42");
    }

    [Fact]
    public async Task Other_events_get_an_empty_answer()
    {
        (await AnswerAsync(Callbacks.Message("""{"type":"text","text":"conversation_started"}"""), Welcome)).ShouldBeNull();
        (await AnswerAsync("""{"event":"conversation_started""", Welcome)).ShouldBeNull();
        (await AnswerAsync("""{"event":"conversation_started","message_token":1}""", Welcome)).ShouldBeNull();
    }

    private async Task<WebhookAnswer?> AnswerAsync(string body, string? welcome)
    {
        var channel = welcome is null ? _viber.Channel : _viber.ChannelWith(webhook: null, ("welcome", welcome));
        Dictionary<string, string> none = [];
        var request = new WebhookRequest(Encoding.UTF8.GetBytes(body), none, none, DateTimeOffset.UnixEpoch);
        return await _viber.Platform.AnswerAsync(channel, request, CancellationToken.None);
    }
}
