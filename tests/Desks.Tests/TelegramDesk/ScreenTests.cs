using Rozmova.Desks.TelegramDesk;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.Tests.TelegramDesk;

public sealed class ScreenTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly OperatorId Me = new(Guid.CreateVersion7(Noon));
    private static readonly DeskTexts English = DeskTexts.Of("en");

    [Fact]
    public void Names_and_words_of_customers_are_never_markup()
    {
        var notice = NoticeScreen.Render(Notice(NoticeState.Waiting, Inbound(1, new MessageContent.Text("1 < 2 & <b>bold</b>"))), English);

        notice.Html.ShouldContain("&lt;i&gt;Olena&lt;/i&gt;");
        notice.Html.ShouldContain("1 &lt; 2 &amp; &lt;b&gt;bold&lt;/b&gt;");
        notice.Html.ShouldNotContain("<b>bold</b>");
    }

    [Fact]
    public void A_notice_of_many_long_messages_fits_one_of_Telegrams()
    {
        var entries = Enumerable.Range(1, 40).Select(number => Inbound(number, new MessageContent.Text(new string('щ', 4000)))).ToArray();

        var notice = NoticeScreen.Render(Notice(NoticeState.Taken, entries), English);

        notice.Html.Length.ShouldBeLessThan(4096);
        notice.Html.ShouldContain("earlier messages");
    }

    [Fact]
    public void A_conversation_of_long_messages_fits_one_of_Telegrams()
    {
        var entries = Enumerable.Range(1, 8).Select(number => Inbound(number, new MessageContent.Text(new string('<', 4000)))).ToArray();
        var shown = new ShownConversation(Conversation(null), null, entries, HasOlder: true, HasNewer: false, IsPinned: false);

        var screen = ConversationScreen.Render(shown, Person(OperatorRole.Operator), TimeZoneInfo.Utc);

        screen.Html.Length.ShouldBeLessThan(8000); // Telegram counts 4096 after reading the markup: &lt; is one
        screen.Html.Replace("&lt;", "<", StringComparison.Ordinal).Length.ShouldBeLessThan(4096);
    }

    [Theory]
    [InlineData(OperatorRole.Operator, false)]
    [InlineData(OperatorRole.Admin, true)]
    public void Only_admins_are_offered_to_take_over_what_a_colleague_holds(OperatorRole role, bool offered)
    {
        var held = Conversation(new ClaimBody(new OperatorId(Guid.CreateVersion7(Noon.AddDays(1))), "Taras", Noon));
        var shown = new ShownConversation(held, null, [], HasOlder: false, HasNewer: false, IsPinned: false);

        var screen = ConversationScreen.Render(shown, Person(role), TimeZoneInfo.Utc);

        screen.Html.ShouldContain("Held by Taras");
        screen.Rows.SelectMany(row => row).Any(button => button.Text == English.TakeOver).ShouldBe(offered);
    }

    [Fact]
    public void Every_kind_of_content_is_said_in_words()
    {
        MessageContent[] contents =
        [
            new MessageContent.Text("word"), new MessageContent.Location(50.4, 30.5, "Office"), new MessageContent.ContactCard("Ivan", "+380"),
            new MessageContent.Media(MediaKind.Voice, new Attachment(), "caption"), new MessageContent.Buttons("choose", []),
            new MessageContent.Menu("pressed", "key", []), new MessageContent.Template("order", "uk", []),
            new MessageContent.Unsupported("dice"), new MessageContent.Event("claimed", "Olena took the conversation."),
        ];

        contents.Select(content => EntryText.Words(Inbound(1, content), English, 100)).ShouldAllBe(words => words.Length > 0);
    }

    [Fact]
    public void An_order_is_one_line_of_what_is_known_and_never_markup()
    {
        var order = new Order { Number = "300123", Goods = "<Key>", Quantity = 2, Amount = 19.80m, Currency = "USD", SourceShop = "Plati" };

        OrderText.Line(order with { Status = OrderStatus.Refunded }, English)
            .ShouldBe("#300123 · &lt;Key&gt; × 2 · 19.8 USD · ↩️ Refunded · Plati");
        OrderText.Line(new Order { Number = "7", StateText = "44" }, English).ShouldBe("#7 · 44");
    }

    [Fact]
    public void Cutting_leaves_whole_characters()
    {
        Html.Cut("ab😀cd", 4).ShouldBe("ab…");
        Html.Cut("abcd", 4).ShouldBe("abcd");
    }

    private static ShownNotice Notice(NoticeState state, params ShownEntry[] entries) =>
        new(Conversation(null), "<i>Olena</i>", state, "Taras", entries, Order: null);

    private static DeskPerson Person(OperatorRole role) => new(1, "Me", new Operator
    {
        Id = Me,
        Name = "Me",
        Role = role,
        CreatedAt = Noon,
        UpdatedAt = Noon,
    }, English);

    private static ConversationBody Conversation(ClaimBody? claim) => new(
        new ConversationId(Guid.CreateVersion7(Noon)), new ConversationChannelBody(new ChannelId(Guid.CreateVersion7(Noon)), "telegram", "Shop"),
        new ConversationContactBody(new ContactId(Guid.CreateVersion7(Noon)), "Olena", null), ConversationStatus.Open, claim, 1, [], null, null,
        null, Noon, Noon, Noon);

    private static ShownEntry Inbound(long seq, MessageContent content)
    {
        var message = new Message
        {
            Id = new MessageId(Guid.CreateVersion7(Noon)),
            ConversationId = new ConversationId(Guid.CreateVersion7(Noon)),
            ChannelId = new ChannelId(Guid.CreateVersion7(Noon)),
            Seq = seq,
            Order = ReadingOrder.Start,
            Direction = MessageDirection.Inbound,
            Author = new Author(AuthorKind.Contact, null, "Olena"),
            Content = content,
            CreatedAt = Noon,
        };
        return new ShownEntry(message.ToBody(), content);
    }
}
