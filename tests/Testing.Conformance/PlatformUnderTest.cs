using Rozmova.Messaging.Platforms;

namespace Rozmova.Testing.Conformance;

/// <summary>
/// What a platform hands in to take part in the conformance suite: its simulator, played through a few verbs. Everything else, from the
/// requests held back, repeated, reordered and changed on the way to what the program made of them, is the suite's.
/// <para>
/// To take part, write three small classes in <c>tests/Conformance.Tests/&lt;Platform&gt;/</c> (look at <c>Telegram/</c>): this one starts
/// the simulator and says what the platform has, <see cref="AccountUnderTest"/> is one bot, page or number on it, and
/// <see cref="CustomerUnderTest"/> one person who writes there. Then one line enters it:
/// <code>
/// public sealed class ViberConformance(ConformanceHouse&lt;ViberUnderTest&gt; house, ITestOutputHelper output)
///     : ConformanceTests&lt;ViberUnderTest&gt;(house, output);
/// </code>
/// </para>
/// <para>
/// Each case opens an account of its own with a channel for it, and one customer there. The program is the real one, reached through a
/// <see cref="Wire"/> at the address that is also its PublicUrl: a simulator pushes to <see cref="AccountUnderTest.Webhook"/> and never
/// knows that somebody stands in between. Which cases a platform has follows from its <see cref="PlatformCapabilities"/> and interfaces;
/// only what those cannot know (what its customers can do, which troubles it tells apart) is said here.
/// </para>
/// </summary>
public abstract class PlatformUnderTest : IAsyncDisposable
{
    /// <summary>The platform's key.</summary>
    public abstract string Key { get; }

    /// <summary>What its customers can do: the names of <see cref="Act"/>.</summary>
    public abstract IReadOnlyList<string> Acts { get; }

    /// <summary>What a request shows to prove where it comes from; null for a platform without webhooks.</summary>
    public abstract Credential? Credential { get; }

    /// <summary>Whether the credential is a signature over the body: then a body that was changed, if only by a space, is refused.</summary>
    public virtual bool SignsBody => true;

    /// <summary>Whether one request may carry several customers' messages: then <see cref="AccountUnderTest.Batch"/> makes one.</summary>
    public virtual bool Batches => false;

    /// <summary>What can go wrong on it in a way that a sender can tell from other failures.</summary>
    public virtual IReadOnlyList<Trouble> Troubles => Enum.GetValues<Trouble>();

    /// <summary>A file to send to it, where it takes another format than most for a kind.</summary>
    public virtual SampleFile SampleOf(string type) => SampleFile.Of(type);

    /// <summary>Has a last word on how the program is set up: a platform from a plugin puts its assembly in place here.</summary>
    public virtual RozmovaSetup Prepare(RozmovaSetup setup) => setup;

    /// <summary>Starts the simulator. <paramref name="time"/> is the platform's clock, which the suite moves on where messages need distinct times.</summary>
    public abstract Task StartAsync(TimeProvider time);

    /// <summary>A new bot, page, number or account, and the settings of a channel for it.</summary>
    public abstract AccountUnderTest OpenAccount();

    public abstract ValueTask DisposeAsync();
}
