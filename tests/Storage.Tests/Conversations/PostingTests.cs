using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SqlitePostingTests() : PostingTests(Engine.SqliteAsync);

public sealed class PostgresPostingTests() : PostingTests(Engine.PostgresAsync);

public abstract class PostingTests(Func<Task<Engine>> open) : InboxTests(open)
{
    [Fact]
    public async Task A_reply_is_queued_claims_a_free_conversation_and_ends_the_waiting()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "Hello?");

        var said = (await Inbox.SayAsync(id, anna, "Good day")).Value!;

        said.Status.ShouldBe(MessageStatus.Queued);
        Inbox.Offered.ShouldHaveSingleItem().MessageId.ShouldBe(said.Id);
        var conversation = await Inbox.ReadAsync(id);
        conversation.ClaimAt(Clock.GetUtcNow())!.OperatorId.ShouldBe(anna.Id);
        conversation.WaitingSince.ShouldBeNull();
        conversation.Unread.ShouldBe(0);
        conversation.Status.ShouldBe(ConversationStatus.Open);
    }

    [Fact]
    public async Task A_note_claims_nothing_is_not_sent_and_is_open_to_everybody()
    {
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.Claims.ClaimAsync(id, anna, CancellationToken.None);

        var note = (await Inbox.SayAsync(id, bohdan, "She called yesterday", note: true)).Value!;

        note.Direction.ShouldBe(MessageDirection.Note);
        note.Status.ShouldBeNull();
        Inbox.Offered.ShouldBeEmpty();
        (await Inbox.ReadAsync(id)).Claim!.OperatorId.ShouldBe(anna.Id);
    }

    [Fact]
    public async Task A_reply_to_what_one_has_not_seen_is_not_sent()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        var seen = await Inbox.HearAsync(id, "Do you have it in red?");
        var unseen = await Inbox.HearAsync(id, "No, in blue");

        (await Inbox.SayAsync(id, anna, "Red it is", seen.Id)).Refusal
            .ShouldBeOfType<Refusal.UnseenMessages>().Ids.ShouldBe([unseen.Id]);

        (await Inbox.HistoryAsync(id)).Count.ShouldBe(2);
        Inbox.Offered.ShouldBeEmpty();
        (await Inbox.SayAsync(id, anna, "Blue it is", unseen.Id)).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task Notes_and_events_do_not_count_as_unseen()
    {
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");
        var id = await Inbox.MeetAsync("Oksana");
        var seen = await Inbox.HearAsync(id, "Hello");
        await Inbox.Claims.ClaimAsync(id, anna, CancellationToken.None);
        await Inbox.SayAsync(id, bohdan, "Be kind", note: true);
        await Inbox.SayAsync(id, anna, "Hello Oksana", seen.Id);

        (await Inbox.SayAsync(id, anna, "How can I help?", seen.Id)).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_a_colleague_sent_counts_as_unseen()
    {
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");
        var id = await Inbox.MeetAsync("Oksana");
        var seen = await Inbox.HearAsync(id, "Hello");
        var theirs = (await Inbox.SayAsync(id, bohdan, "Good day")).Value!;
        await Inbox.Claims.TransferAsync(id, bohdan, anna.Id, null, CancellationToken.None);

        (await Inbox.SayAsync(id, anna, "Good day", seen.Id)).Refusal
            .ShouldBeOfType<Refusal.UnseenMessages>().Ids.ShouldBe([theirs.Id]);
    }

    [Fact]
    public async Task What_the_platform_cannot_take_is_refused_before_anything_is_stored()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");

        (await Inbox.SayAsync(id, anna, new string('x', 2001))).Refusal
            .ShouldBeOfType<Refusal.NotSupported>().Detail.ShouldContain("2001");

        (await Inbox.HistoryAsync(id)).ShouldBeEmpty();
        (await Inbox.ReadAsync(id)).Claim.ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Entries_are_numbered_without_gaps_however_many_write_at_once(int seed)
    {
        var random = new Random(seed);
        var anna = await Inbox.HireAsync("Anna");
        var elsewhere = new Inbox(await Engine.OpenAsync(), Clock, Inbox.Channel);
        var ids = new[] { await Inbox.MeetAsync("Oksana"), await Inbox.MeetAsync("Taras") };
        var writes = Enumerable.Range(0, 60)
            .Select(_ => (Id: ids[random.Next(2)], Inbox: random.Next(2) == 0 ? Inbox : elsewhere, Kind: random.Next(4)))
            .ToList();

        await Task.WhenAll(writes.Select(write => Task.Run(async () =>
        {
            switch (write.Kind)
            {
                case 0:
                    await write.Inbox.SayAsync(write.Id, anna, "reply");
                    break;
                case 1:
                    await write.Inbox.SayAsync(write.Id, anna, "note", note: true);
                    break;
                case 2:
                    await write.Inbox.SayAsync(write.Id, anna, new string('x', 101));
                    break;
                default:
                    await write.Inbox.HearAsync(write.Id, "inbound");
                    break;
            }
        })));

        foreach (var id in ids)
        {
            var seqs = (await Inbox.HistoryAsync(id)).Select(message => message.Seq).Order().ToList();
            seqs.ShouldBe(Enumerable.Range(1, seqs.Count).Select(seq => (long)seq));
            (await Inbox.ReadAsync(id)).LastSeq.ShouldBe(seqs.Count);
        }
    }

    [Fact]
    public async Task A_message_and_its_remembered_answer_are_both_there_or_neither_is()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        var lost = new IdempotentRequest(anna.Id, "/messages", "key-of-the-lost", [1]);
        var kept = new IdempotentRequest(anna.Id, "/messages", "key-of-the-kept", [2]);
        await BeginAsync(lost);
        await BeginAsync(kept);

        var broken = Memory(lost, new BrokenProtector());
        var whole = Memory(kept, new EphemeralDataProtectionProvider().CreateProtector("test"));
        await Should.ThrowAsync<CryptographicException>(async () => await Inbox.SayAsync(id, anna, "Lost", memory: broken));
        var said = (await Inbox.SayAsync(id, anna, "Kept", memory: whole)).Value!;

        var sent = (await Inbox.HistoryAsync(id)).Where(message => message.Direction == MessageDirection.Outbound);
        sent.ShouldHaveSingleItem().Id.ShouldBe(said.Id);
        (await BeginAsync(lost)).Answer.ShouldBeNull();
        (await BeginAsync(kept)).Answer!.Status.ShouldBe(202);
    }

    private static AnswerMemory Memory(IdempotentRequest request, IDataProtector protector) =>
        new(new IdempotencyStore(), protector, request);

    private ValueTask<IdempotencyRecord> BeginAsync(IdempotentRequest request)
    {
        var now = Clock.GetUtcNow();
        return Engine.Database.WriteAsync(
            transaction => new IdempotencyStore().BeginAsync(transaction, request, now, now.AddDays(-1), now.AddMinutes(-1)),
            CancellationToken.None);
    }

    /// <summary>Fails where the answer would be remembered.</summary>
    private sealed class BrokenProtector : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new CryptographicException();

        public byte[] Unprotect(byte[] protectedData) => throw new CryptographicException();
    }
}
