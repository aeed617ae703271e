using System.Text.Json.Nodes;

namespace Rozmova.Demo.Scenes;

/// <summary>One messenger in the demo: its simulator, the shop's account there, and people who write to it.</summary>
internal interface IDemoScene : IAsyncDisposable
{
    /// <summary>The platform's key.</summary>
    string Platform { get; }

    /// <summary>By which the channel is found again when the demo is started again.</summary>
    string ChannelName { get; }

    /// <summary>What the shop's owner enters once.</summary>
    JsonObject Settings { get; }

    /// <summary>What is different at each start: where the simulator is.</summary>
    JsonObject Addresses { get; }

    /// <summary>The state of an answer that was seen; <c>sent</c> where the messenger tells nothing of it.</summary>
    string SeenState { get; }

    /// <summary>Pages on which one can play oneself.</summary>
    IReadOnlyList<DemoPage> Pages => [];

    /// <summary>The people, once the channel is connected.</summary>
    IReadOnlyList<DemoPerson> People { get; }

    /// <summary>Where somebody answers outside the console; null where nobody does.</summary>
    IDemoDesk? Desk => null;

    /// <summary>Puts something simulated in the place of a part of the program that this machine may not have.</summary>
    void Prepare(IServiceCollection services)
    {
    }

    /// <summary>Signs the shop's account in, where it is a person's.</summary>
    Task SignInAsync(DemoClient client, string channel, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does what the owner does on the messenger's own side, such as entering the webhook's address there.</summary>
    Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken);

    /// <summary>Everybody begins, each in their own way.</summary>
    Task GreetAsync(CancellationToken cancellationToken);
}

/// <summary>A page to open in a browser, and the name under which other programs are told of it.</summary>
internal sealed record DemoPage(string Label, Uri Address, string Variable);

/// <summary>A channel that is connected: the program's own address, and what stands in its answer.</summary>
internal sealed record DemoChannel(Uri Server, string Id, Uri Webhook, bool IsNew);
