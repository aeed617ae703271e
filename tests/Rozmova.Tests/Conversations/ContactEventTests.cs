using Rozmova.Messaging;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>What customers do besides writing, and what they take back.</summary>
public sealed class ContactEventTests : IAsyncLifetime
{
    private PageHouse _house = null!;
    private Page _page = null!;

    public async Task InitializeAsync()
    {
        _house = await PageHouse.StartAsync();
        _page = await _house.ConnectAsync();
    }

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Theory]
    [InlineData(ContactEventKind.Started, "started", "The customer opened the chat. ref=summer")]
    [InlineData(ContactEventKind.Subscribed, "subscribed", "The customer subscribed. ref=summer")]
    [InlineData(ContactEventKind.Unsubscribed, "unsubscribed", "The customer unsubscribed. Nothing can be sent until they come back. ref=summer")]
    [InlineData(ContactEventKind.Scanned, "scanned", "The customer scanned a code. ref=summer")]
    [InlineData(ContactEventKind.Visited, "visited", "The customer opened a page from the menu. ref=summer")]
    public async Task What_happened_is_a_line_with_what_the_platform_says_of_it(ContactEventKind kind, string key, string sentence)
    {
        await _page.PushAsync(PageEvents.Happened("olena", "h1", kind, "ref=summer"));

        var entry = (await _house.Inbox.EntriesAsync(await _house.ConversationAsync(), 1)).Single();

        entry.Text("direction").ShouldBe("event");
        entry["content"]!.Text("key").ShouldBe(key);
        entry.Says().ShouldBe(sentence);
    }

    [Theory]
    [InlineData(ContactEventKind.Subscribed)]
    [InlineData(ContactEventKind.Started)]
    [InlineData(ContactEventKind.Unblocked)]
    public async Task Who_unsubscribed_counts_as_blocked_until_they_come_back(ContactEventKind back)
    {
        await _page.PushAsync(PageEvents.Happened("olena", "h1", ContactEventKind.Unsubscribed));
        await _house.Inbox.EntriesAsync(await _house.ConversationAsync(), 1);
        (await IsBlockedAsync()).ShouldBeTrue();

        await _page.PushAsync(PageEvents.Happened("olena", "h2", ContactEventKind.Scanned), PageEvents.Happened("olena", "h3", back));

        await _house.Inbox.EntriesAsync(await _house.ConversationAsync(), 3);
        (await IsBlockedAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deleting_a_message_of_several_files_deletes_all_of_its_entries_in_either_order(bool deletedFirst)
    {
        await _page.PushAsync(PageEvents.Text("olena", "m0", "stays"));
        if (deletedFirst)
        {
            await _page.PushAsync(PageEvents.Deleted("olena", "m1"));
        }

        await _page.PushAsync(PageEvents.Text("olena", "m1", "one"), PageEvents.Text("olena", "m1#1", "two"), PageEvents.Text("olena", "m1#2", "three"));
        if (!deletedFirst)
        {
            await _page.PushAsync(PageEvents.Deleted("olena", "m1"));
        }

        await _page.PushAsync(PageEvents.Text("olena", "m2", "that is all"));
        var entries = await _house.Inbox.EntriesAsync(await _house.ConversationAsync(), 5);
        entries.Select(entry => entry.Says()).ShouldBe(["stays", "", "", "", "that is all"]);
        entries.Count(entry => entry["deletedAt"] is not null).ShouldBe(3);
    }

    private async Task<bool> IsBlockedAsync()
    {
        var contacts = await _house.Inbox.GetAsync("/api/v1/contacts");
        return contacts["items"]![0]!["identities"]![0]!["blocked"]!.GetValue<bool>();
    }
}
