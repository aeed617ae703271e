using System.Text;
using Rozmova.Messaging;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Tests.Relay;

public sealed class StrippedEventsTests
{
    private const string Words = "zhuravlyk";

    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 0, 0, 123, TimeSpan.Zero);
    private static readonly PlatformMessageId Id = new("17", "chat-4");
    private static readonly Profile Person = new() { Name = Words, Username = Words, Phone = Words, AvatarUrl = Words, ChatTitle = Words };

    private static readonly Attachment File = new() { RemoteKey = Words, FileName = Words, MimeType = "image/png", Size = 3 };

    public static TheoryData<InboundEvent> Events => new(
        new InboundEvent.MessageReceived
        {
            Chat = "4", Id = Id, From = Person, SentAt = At, Sequence = 7, Content = new MessageContent.Text(Words), ReplyTo = new("16", "chat-4"),
            AcknowledgeKey = "press",
        },
        new InboundEvent.MessageReceived { Chat = "4", Id = Id, From = Person, Content = new MessageContent.Media(MediaKind.Image, File, Words) },
        new InboundEvent.MessageReceived { Chat = "4", Id = Id, From = Person, Content = new MessageContent.Location(50.45, 30.52, Words) },
        new InboundEvent.MessageReceived { Chat = "4", Id = Id, From = Person, Content = new MessageContent.ContactCard(Words, Words) },
        new InboundEvent.MessageReceived { Chat = "4", Id = Id, From = Person, Content = new MessageContent.Menu(Words, Words, []) },
        new InboundEvent.MessageEdited { Chat = "4", Id = Id, From = Person, EditedAt = At, SentAt = At, Content = new MessageContent.Text(Words) },
        new InboundEvent.MessageEchoed { Chat = "4", Id = Id, SentAt = At, Content = new MessageContent.Text(Words), ReplyTo = Id },
        new InboundEvent.MessageDeleted { Chat = "4", Id = Id, DeletedAt = At },
        new InboundEvent.DeliveryReported { Chat = "4", Id = Id, Report = DeliveryReport.Failed, Error = new SendError(SendErrors.Rejected, Words) },
        new InboundEvent.DeliveryReported { Chat = "4", Id = Id, Report = DeliveryReport.Read },
        new InboundEvent.SendConfirmed { Chat = "4", Id = Id, SentAt = At, Message = new MessageId(Guid.CreateVersion7(At)) },
        new InboundEvent.WatermarkReported { Chat = "4", Report = DeliveryReport.Delivered, UpTo = At },
        new InboundEvent.ContactEvent { Chat = "4", Id = Id, From = Person, Kind = ContactEventKind.Started, Detail = Words, At = At },
        new InboundEvent.ChatMoved { Chat = "4", NewChat = "5" },
        new InboundEvent.Typing { Chat = "4" });

    [Theory]
    [MemberData(nameof(Events))]
    public void What_is_left_of_an_event_holds_no_words_and_comes_back_from_the_journal_as_it_was(InboundEvent told)
    {
        var stripped = StrippedEvents.Strip(told)!;

        var stored = StrippedEvents.Encode([stripped]);

        Encoding.UTF8.GetString(stored).ShouldNotContain(Words);
        StrippedEvents.Decode(stored).ShouldHaveSingleItem().ShouldBe(stripped);
    }

    [Fact]
    public void A_reaction_leaves_nothing() =>
        StrippedEvents.Strip(new InboundEvent.ReactionsChanged { Chat = "4", Id = Id, Emojis = ["👍"], At = At }).ShouldBeNull();

    [Fact]
    public void Raw_bytes_of_a_platform_are_no_stripped_events() => StrippedEvents.Decode("[]"u8.ToArray()).ShouldBeNull();
}
