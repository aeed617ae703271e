using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>What becomes of a message, by what its platform says.</summary>
public sealed class DeliveryTests
{
    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_message_the_platform_takes_is_sent_and_bears_its_id(Engine engine)
    {
        var platform = new ScriptedPlatform(TimeProvider.System);
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var channel = house.AddChannel(platform);
        var conversation = await house.AddConversationAsync(channel);
        await house.StartAsync();

        var id = await house.SendAsync(channel, conversation);

        await house.Becomes(id, MessageStatus.Sent);
        (await house.FindAsync(id)).PlatformId.ShouldBe(new PlatformMessageId("1"));
        await house.OutboxEmpties();
        await house.Publishes(id, MessageStatus.Sent);
        await house.StopAsync();
    }
}
