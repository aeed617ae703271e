using System.Net;
using System.Text;

namespace Rozmova.Tests.Conversations;

/// <summary>Mistakes of callers are told, with the field, and change nothing.</summary>
public sealed class BadRequestTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Theory]
    [InlineData("{}", "content")]
    [InlineData("{\"content\":{}}", "content.type")]
    [InlineData("{\"content\":{\"type\":\"telepathy\"}}", "content.type")]
    [InlineData("{\"content\":{\"type\":\"text\"}}", "content.text")]
    [InlineData("{\"content\":{\"type\":\"text\",\"text\":7}}", "content.text")]
    [InlineData("{\"content\":{\"type\":\"image\"}}", "content.mediaId")]
    [InlineData("{\"content\":{\"type\":\"text\",\"text\":\"x\"},\"seen\":\"0197b4a0-0000-7000-8000-000000000000\"}", "seen")]
    [InlineData("{\"content\":{\"type\":\"text\",\"text\":\"x\"},\"replyTo\":\"nonsense\"}", "replyTo")]
    public async Task A_message_with_a_mistake_names_its_field_and_is_not_sent(string body, string field)
    {
        var (customer, conversation) = await house.GreetedAsync();

        var answer = await PostAsync(conversation, body);

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        problem.Text("field").ShouldBe(field);
        (await house.Inbox.EntriesAsync(conversation)).Count.ShouldBe(1);
        customer.BotMessages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{\"content\":")]
    [InlineData("")]
    public async Task A_body_that_is_no_JSON_is_a_problem(string body)
    {
        var (_, conversation) = await house.GreetedAsync();

        (await PostAsync(conversation, body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_text_longer_than_anybody_reads_is_refused_before_it_is_stored()
    {
        var (_, conversation) = await house.GreetedAsync();

        var answer = await house.Inbox.PostAsync(conversation, new string('x', (20 * 4096) + 1));

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        (await house.Inbox.EntriesAsync(conversation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_conversation_nobody_has_is_404()
    {
        var answer = await PostAsync(Guid.CreateVersion7().ToString(), "{\"content\":{\"type\":\"text\",\"text\":\"x\"}}");

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpResponseMessage> PostAsync(string conversation, string body) => house.Server.Client.PostAsync(
        $"/api/v1/conversations/{conversation}/messages", new StringContent(body, Encoding.UTF8, "application/json"));
}
