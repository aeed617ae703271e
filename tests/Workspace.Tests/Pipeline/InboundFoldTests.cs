using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Tests.Pipeline;

public sealed class InboundFoldTests
{
    private readonly FoldScene _scene = new();

    [Fact]
    public void A_repeat_shows_once_within_a_batch_and_in_a_later_one()
    {
        _scene.Apply(_scene.Text("1", "a", 0), _scene.Text("1", "a", 0));
        _scene.Apply(_scene.Text("1", "a", 0));

        _scene.Messages.Count.ShouldBe(1);
        _scene.Conversation.LastSeq.ShouldBe(1);
        _scene.Conversation.Unread.ShouldBe(1);
        _scene.Pushed.Count(change => change.Type == LiveType.MessageCreated).ShouldBe(1);
    }

    [Fact]
    public void Messages_read_in_the_platforms_order_whatever_order_they_come_in()
    {
        _scene.Apply(_scene.Text("2", "second", 20));
        _scene.Apply(_scene.Text("3", "third", 30), _scene.Text("1", "first", 10));

        _scene.Reading.ShouldBe(["first", "second", "third"]);
        _scene.Messages.Values.Where(message => message.Late).Select(message => message.Content.Words()).ShouldBe(["first"]);
    }

    [Fact]
    public void An_answer_stands_behind_what_was_there_and_before_what_came_after()
    {
        _scene.Apply(_scene.Text("1", "question", 10));
        _scene.Answer("answer");
        _scene.Apply(_scene.Text("3", "thanks", 30));
        _scene.Apply(_scene.Text("0", "overtaken", 5));

        _scene.Reading.ShouldBe(["overtaken", "question", "answer", "thanks"]);
    }

    [Fact]
    public void A_message_of_the_same_second_as_the_last_stands_behind_the_answer_between_them()
    {
        _scene.Apply(_scene.Text("1", "one", 10));
        _scene.Answer("answer");
        _scene.Apply(_scene.Text("2", "two", 10));

        _scene.Reading.ShouldBe(["one", "answer", "two"]);
        _scene.Messages.Values.ShouldAllBe(message => !message.Late);
    }

    [Fact]
    public void Numbers_have_no_gaps_in_the_order_we_learned_of_entries()
    {
        _scene.Apply(_scene.Text("2", "b", 20), _scene.Text("2", "b", 20), _scene.Text("1", "a", 10));
        _scene.Apply(_scene.Text("1", "a", 10), _scene.Text("3", "c", 30));

        _scene.Messages.Values.Select(message => message.Seq).Order().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_clock_far_ahead_of_ours_is_not_believed()
    {
        _scene.Apply(_scene.Text("1", "from tomorrow", 24 * 3600));
        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        _scene.Apply(_scene.Text("2", "from now", 60));

        _scene.Reading.ShouldBe(["from tomorrow", "from now"]);
    }

    [Fact]
    public void An_edit_that_overtakes_its_original_shows_the_edited_text_once()
    {
        _scene.Apply(_scene.Edit("1", "size L", sent: 10, edited: 15));
        _scene.Apply(_scene.Text("1", "size M", 10));

        _scene.Reading.ShouldBe(["size L"]);
        _scene.Messages.Values.Single().EditedAt.ShouldBe(_scene.At(15));
    }

    [Fact]
    public void An_older_edit_does_not_undo_a_newer_one()
    {
        _scene.Apply(_scene.Text("1", "v1", 10));
        _scene.Apply(_scene.Edit("1", "v3", sent: 10, edited: 30), _scene.Edit("1", "v2", sent: 10, edited: 20));

        _scene.Reading.ShouldBe(["v3"]);
    }

    [Fact]
    public void A_deletion_that_comes_first_empties_the_message_when_it_comes()
    {
        _scene.Apply(new InboundEvent.MessageDeleted { Chat = FoldScene.Chat, Id = new PlatformMessageId("1"), DeletedAt = _scene.At(5) });
        _scene.Waiting.ShouldBe(1);

        _scene.Apply(_scene.Text("1", "secret", 1));

        var message = _scene.Messages.Values.Single();
        message.Content.Words().ShouldBe("");
        message.DeletedAt.ShouldBe(_scene.At(5));
        _scene.Waiting.ShouldBe(0);
    }

    [Fact]
    public void A_late_delivered_does_not_undo_read()
    {
        _scene.Apply(_scene.Text("1", "question", 1));
        _scene.Answer("answer");
        var id = _scene.Messages.Values.Single(message => message.Direction == MessageDirection.Outbound).PlatformId!.Value;

        _scene.Apply(Report(DeliveryReport.Read));
        _scene.Apply(Report(DeliveryReport.Delivered));

        _scene.Messages.Values.Single(message => message.Direction == MessageDirection.Outbound).Status.ShouldBe(MessageStatus.Read);

        InboundEvent Report(DeliveryReport report) => new InboundEvent.DeliveryReported { Chat = FoldScene.Chat, Id = id, Report = report };
    }

    [Fact]
    public void Reactions_are_replaced_and_an_older_set_is_ignored()
    {
        _scene.Apply(_scene.Text("1", "hello", 1));
        _scene.Apply(React(20, "👍"), React(10, "👎"));

        _scene.Messages.Values.Single().Reactions.Select(reaction => reaction.Emoji).ShouldBe(["👍"]);

        InboundEvent React(int second, params string[] emojis) => new InboundEvent.ReactionsChanged
        {
            Chat = FoldScene.Chat,
            Id = new PlatformMessageId("1"),
            Emojis = emojis,
            At = _scene.At(second),
        };
    }

    [Fact]
    public void The_first_message_opens_a_conversation_that_waits()
    {
        _scene.Apply(_scene.Text("1", "hello", 1));

        _scene.Conversation.Status.ShouldBe(ConversationStatus.Open);
        _scene.Conversation.WaitingSince.ShouldNotBeNull();
        _scene.Pushed.Select(change => change.Type).ShouldBe([LiveType.ConversationCreated, LiveType.MessageCreated]);
    }

    [Fact]
    public void Blocking_is_a_line_in_the_conversation_and_the_next_message_lifts_it()
    {
        _scene.Apply(_scene.Text("1", "hello", 1));
        _scene.Apply(new InboundEvent.ContactEvent
        {
            Chat = FoldScene.Chat,
            Id = new PlatformMessageId("u9"),
            From = new Profile { Name = "Олена" },
            Kind = ContactEventKind.Blocked,
            At = _scene.At(2),
        });
        _scene.Conversation.Blocked.ShouldBeTrue();
        _scene.Messages.Values.Last().Content.ShouldBeOfType<MessageContent.Event>().Key.ShouldBe("blocked");

        _scene.Apply(_scene.Text("2", "me again", 3));

        _scene.Conversation.Blocked.ShouldBeFalse();
    }

    [Fact]
    public void A_person_who_renames_themselves_is_called_so()
    {
        _scene.Apply(_scene.Text("1", "a", 1));
        _scene.Apply(_scene.Text("2", "b", 2, name: "Olena K."));

        _scene.Conversation.ContactName.ShouldBe("Olena K.");
    }
}
